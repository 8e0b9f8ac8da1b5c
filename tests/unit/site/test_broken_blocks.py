"""The blocks of all pages are checked at once, by the command and by a builder that stops at the first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from example_trees import STARTER
from fingerpost.findings.finding import Finding
from fingerpost.site.block import WITHOUT_TREE
from fingerpost.site.broken_blocks import broken_blocks
from fingerpost.site.drawings import DRAWINGS
from fingerpost.source import read_tree
from pages_with_blocks import block, converted

PAGES = {
    "ways/call.md": ("---\ntitle: A call\n---\n" + block("tree: choose/tree.yml", "show: way"), 6),
    "ways/room.md": (block("tree: choose/tree.yml", "show: ways", "outcome: rom"), 3),
    "ways/message.md": (block("tree: choose/tre.yml", "show: ways", "outcome: message"), 3),
    "elsewhere.md": (block("tree: choose/tree.yml", "colour: red"), 5),
}
"""Pages with a fault, each with its line."""

SOUND = {
    "example.md": "````markdown\n" + block("tree: nowhere.yml") + "\n````\n",
    "indented.md": "- In a list:\n\n    ```decision-tree\n    tree: nowhere.yml\n    ```\n",
    "start.md": block("tree: choose/tree.yml", "show: start", "page: choose/index.md"),
    ".drafts/later.md": block("tree: nowhere.yml"),
}
"""Pages without one."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return the documentation folder of a site with these pages and no others that have a block."""
    folder = tmp_path / "docs"
    shutil.copytree(STARTER, folder)
    for name, text in (SOUND | {name: text for name, (text, _) in PAGES.items()}).items():
        page = folder / name
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return folder


def places(docs: Path) -> list[str]:
    """Return the places of the faults, in the order of the pages."""
    return [f"{docs / name}:{PAGES[name][1]}:1" for name in sorted(PAGES)]


def found_in(docs: Path) -> list[Finding]:
    """Return the findings about the blocks alone."""
    return broken_blocks(docs, lambda file: (read_tree(file).tree, []))


def test_the_faults_of_all_pages_are_found(docs: Path) -> None:
    found = found_in(docs)

    assert [str(finding.place) for finding in found] == places(docs)
    assert {finding.code for finding in found} == {"bad-block"}
    hints = [finding.hint for finding in found]
    assert hints[1:] == [
        f"Use one of {', '.join((*DRAWINGS, *WITHOUT_TREE))}.",
        "Did you mean 'choose/tree.yml'?",
        "Did you mean 'room'?",
    ]


def test_sound_blocks_and_examples_are_no_fault(docs: Path) -> None:
    for name in PAGES:
        (docs / name).unlink()

    assert found_in(docs) == []


def test_a_build_that_stops_at_a_page_names_the_faults_of_all(docs: Path) -> None:
    """Those of the tree, too: the author has to start the build once."""
    tree = docs / "choose" / "tree.yml"
    tree.write_text(tree.read_text(encoding="utf-8").replace("start: ", "strat: "), encoding="utf-8")
    name = "elsewhere.md"

    with pytest.raises(SystemExit) as stopped:
        converted(PAGES[name][0], name, docs_dir=str(docs))

    found = str(stopped.value).splitlines()
    at_blocks = [line.split(": error: ")[0] for line in found if "bad-block" in line]
    # Which outcomes a broken tree has is not known.
    assert at_blocks == [place for place in places(docs) if "room.md" not in place]
    assert [line.split(": ")[2] for line in found if line.startswith(str(tree))] == ["unknown-field"]
