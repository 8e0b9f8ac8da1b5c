"""The author guide, followed as a new author would: every command of every page is run, in order, in a new folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from author_guide import PAGES, Session, as_shown, blocks
from fingerpost.site.starter import new_site

in_a_shell = pytest.mark.skipif(shutil.which("sh") is None, reason="the commands are for a shell")

SKIPPED = {
    r"python3 -m venv |\. \.venv/|pip install ": "installs, which the test of an installed wheel does",
    r"(mkdocs|zensical) serve|python3 -m http\.server": "runs until it is stopped; test_builders.py serves",
    r"zensical build": "Zensical has an environment of its own, with which test_builders.py builds",
}
"""Each kind of command that is not run here, with the reason."""


def is_skipped(command: str) -> bool:
    """Return whether a command is of a kind that is not run here."""
    return any(re.match(pattern, command) for pattern in SKIPPED)


COMMAND = re.compile(r"^(\$ )?(fingerpost|mkdocs|zensical) [a-z]", re.MULTILINE)

EMPTY = {"first-tree"}
"""The pages that begin in an empty folder."""

HANDBOOK = {
    "mkdocs.yml": "site_name: Handbook\ntheme:\n  name: material\n",
    "docs/index.md": "# Handbook\n",
}
"""A site without a tree, which its page adds to."""


def start(folder: Path, page: str) -> Path:
    """Write the files with which a page begins, and return the folder."""
    files = {} if page in EMPTY else HANDBOOK if page == "add-to-a-site" else new_site()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def commands(page: str) -> list[str]:
    """Return every command of a page."""
    return [command for block in blocks(page) for command, _ in block.commands()]


@in_a_shell
@pytest.mark.parametrize("page", [page for page in PAGES if any(not is_skipped(each) for each in commands(page))])
def test_a_page_can_be_followed(tmp_path: Path, page: str) -> None:
    """Each command ends with the status, and prints the output, that the page shows."""
    session = Session(start(tmp_path, page), skipped=tuple(SKIPPED))

    for block in blocks(page):
        session.follow(block)

    assert session.faults == []
    assert session.run


def test_the_guide_has_its_commands() -> None:
    """The test above runs what the pages show, and not a few lines."""
    run = [command for page in PAGES for command in commands(page)]

    assert sum(command.startswith("fingerpost ") for command in run) >= 20
    assert sum(command.startswith("mkdocs build") for command in run) >= 4


@pytest.mark.parametrize("pattern", SKIPPED)
def test_every_kind_of_skipped_command_is_in_the_guide(pattern: str) -> None:
    assert [command for page in PAGES for command in commands(page) if re.match(pattern, command)]


def test_no_command_hides_in_another_kind_of_block() -> None:
    """A command in a block of plain text, for example, would not be run."""
    hidden = [
        block.page
        for page in PAGES
        for block in blocks(page)
        if block.language not in {"sh", "console"} and COMMAND.search(block.text)
    ]

    assert hidden == []


@in_a_shell
def test_the_first_tree_of_an_author_is_published(tmp_path: Path) -> None:
    """What the tutorial builds has the words and the question that it adds."""
    session = Session(start(tmp_path, "first-tree"), skipped=tuple(SKIPPED))
    for block in blocks("first-tree"):
        session.follow(block)
    page = (session.folder / "site" / "choose" / "index.html").read_text(encoding="utf-8")

    assert '<decision-tree tree="way-to-meet"' in page
    assert "Do people have to talk about it?" in page
    assert "Is there a room with enough chairs?" in page


@pytest.mark.parametrize(
    ("printed", "shown", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\nc\n", "a\n...\n", True),
        ("a\nb\nc\n", "...\nd\n", False),
        ("a.b\n", "a-b\n", False),
    ],
)
def test_output_is_compared_whole(printed: str, shown: str, same: bool) -> None:
    assert as_shown(printed, shown) is same
