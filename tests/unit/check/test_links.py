"""Where a link in a text leads, and which anchors a page has."""

from __future__ import annotations

from pathlib import Path

import pytest

from fingerpost.check import check_file
from fingerpost.check.anchors import anchors_in
from fingerpost.check.links import file_at, folder_of

FILES = ("index.md", "room.md", "a b.md", "choose/index.md", "choose/room.md", "choose/plan.svg", "guide/README.md")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A documentation folder, with a file outside it."""
    folder = tmp_path / "docs"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# A page\n", encoding="utf-8")
    (tmp_path / "secret.md").write_text("# Secret\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("room.md", "choose/room.md"),
        ("choose/room.md", "choose/room.md"),
        ("../room.md", "room.md"),
        ("/room.md", "room.md"),
        ("./index.md", "choose/index.md"),
        ("plan.svg", "choose/plan.svg"),
        ("a%20b.md", "a b.md"),
        ("room/", "choose/room.md"),
        ("room", "choose/room.md"),
        ("../", "index.md"),
        ("guide/", "guide/README.md"),
        ("nowhere.md", None),
        ("../../secret.md", None),
        ("/../secret.md", None),
        ("choose/plan", None),
        ("x" * 300 + ".md", None),
        ("a%00.md", None),
    ],
)
def test_a_link_starts_beside_the_tree_or_at_the_documentation_folder(docs: Path, path: str, file: str | None) -> None:
    assert file_at(path, "choose", docs) == file


@pytest.mark.parametrize(("tree", "folder"), [("choose/t.yml", "choose"), ("t.yml", "."), ("../t.yml", "..")])
def test_the_folder_of_a_tree_counts_from_the_documentation_folder(docs: Path, tree: str, folder: str) -> None:
    assert folder_of(docs / tree, docs) == folder


def test_a_tree_outside_the_documentation_folder_links_from_that_folder(docs: Path) -> None:
    assert file_at("room.md", "..", docs) == "room.md"
    assert file_at("secret.md", "..", docs) is None


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("# One\n\n## Two words\n\nThree\n-----\n", {"one", "two-words", "three"}),
        ("## Same\n\n## Same\n", {"same", "same_1"}),
        ("## Own { #mine }\n", {"mine"}),
        ('<div id="box" markdown>\n\n## In it\n\n</div>\n\n<a name="old"></a>\n', {"box", "in-it", "old"}),
        ("## Push/Pull\n", {"pushpull", "push-pull"}),
        ("---\ntitle: x\n---\n\n## A\n", {"a"}),
        ("```text\n## No heading\n```\n", set[str]()),
        ("```decision-tree\ntree: t.yml\nshow: ways\noutcome: x\n```\n\n## A\n", {"a"}),
    ],
)
def test_the_anchors_of_a_page_are_those_of_its_markdown(text: str, anchors: set[str]) -> None:
    assert anchors_in(text) == anchors


@pytest.mark.parametrize("part", ["```decision-tree\ntree: t.yml\n```", "--8<-- 'x.md'", "{{ made }}", "::: module"])
def test_they_are_not_known_where_something_else_writes_the_page(part: str) -> None:
    assert anchors_in(f"## A\n\n{part}\n") is None


def test_a_link_has_its_own_line(docs: Path) -> None:
    tree = docs / "choose" / "tree.yml"
    tree.write_text(
        "format: 1\nid: t\ntitle: T\nedition: '1'\nstart: q\nquestions:\n  q:\n    ask: Q?\n    help: >-\n"
        "      One [here](room.md)\n      and two [there](rooms.md), [there](rooms.md).\n"
        "    answers: {a: {label: A, go: o}, b: {label: B, go: p}}\noutcomes: {o: {title: O}, p: {title: P}}\n",
        encoding="utf-8",
    )

    found = [str(finding.place) for finding in check_file(tree, docs)[1] if finding.code == "link-not-found"]

    assert found == [f"{tree}:11:23"]
