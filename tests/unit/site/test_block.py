"""Faults in the fields of a block."""

from __future__ import annotations

import pytest

from pages_with_blocks import DOCS, TREE, block, converted


@pytest.mark.parametrize(
    ("lines", "place", "part"),
    [
        ((f"tree: {TREE}", "colour: red"), "5:1", "'colour: red'"),
        ((f"tree: {TREE}", "just words"), "5:1", "'just words'"),
        (("show: questions",), "3:1", "does not name a tree"),
        ((f"tree: {TREE}", "show: everything"), "3:1", "'everything'"),
        ((f"tree: {TREE}", "show: ways", "outcome: supper"), "3:1", "no outcome 'supper'"),
        ((f"tree: {TREE}", "show: ways"), "3:1", "no outcome ''"),
        ((f"tree: {TREE}", "show: qualities"), "3:1", "have no qualities"),
        ((f"tree: {TREE}", "show: finder"), "3:1", "have no qualities"),
        (("tree: ../menu.yml", "show: qualities", "outcome: feats"), "3:1", "no outcome 'feats'"),
        ((f"tree: {TREE}", "show: part"), "3:1", "no part ''"),
        ((f"tree: {TREE}", "show: part", "part: 0"), "3:1", "no part '0'"),
        ((f"tree: {TREE}", "show: part", "part: 2"), "3:1", "from 1 to 1"),
    ],
)
def test_the_build_ends_with_the_position_and_the_fix(lines: tuple[str, ...], place: str, part: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        converted(block(*lines))

    message = str(stopped.value)
    assert message.startswith(f"{DOCS / 'snacks' / 'index.md'}:{place}: error: bad-block: ")
    assert part in message
    assert len(message.splitlines()) == 1


def test_a_second_finder_on_a_page_is_a_fault() -> None:
    finder = block("tree: ../menu.yml", "show: finder")

    with pytest.raises(SystemExit, match=r":12:1: error: bad-block: The page has a finder already\. "):
        converted(f"{finder}\n\n{finder}")
