"""The pages that answers lead to show the questions."""

from __future__ import annotations

from fingerpost.findings.finding import Place
from fingerpost.site.block import Block
from fingerpost.site.tree_page import led_astray


def placed(page: str, line: int = 3, /, **fields: str) -> tuple[str, Block]:
    """Return a block of a page, with the page."""
    return page, Block(Place(f"docs/{page}", line, 1), {"tree": "choose/tree.yml", **fields}, 1)


def test_blocks_that_lead_to_the_questions_are_right() -> None:
    assert led_astray([placed("choose/index.md"), placed("patterns/api.md", show="ways", outcome="api")]) == []
    assert led_astray([placed("meet.md", page="meet.md"), placed("index.md", page="meet.md", show="start")]) == []


def test_a_page_without_the_questions_is_found_once_with_the_page_that_has_them() -> None:
    findings = led_astray([placed("meet.md"), placed("index.md", 9, show="start")])

    assert [str(finding) for finding in findings] == [
        "docs/meet.md:3:1: error: bad-block: The answers lead to the page 'choose/index.md', which does not show the "
        "questions of this tree. Add a line 'page: meet.md' to each block of this tree."
    ]


def test_questions_that_no_page_shows_are_asked_for() -> None:
    (finding,) = led_astray([placed("patterns/api.md", show="ways", outcome="api")])

    assert finding.hint == "Show them there, with a block that names only 'choose/tree.yml'."


def test_the_questions_of_another_tree_are_not_enough() -> None:
    blocks = [placed("choose/index.md", tree="choose/other.yml"), placed("patterns/api.md", show="ways", outcome="api")]

    assert [finding.place.file for finding in led_astray(blocks)] == ["docs/patterns/api.md"]


def test_comparisons_lead_to_no_questions() -> None:
    assert led_astray([placed("ways.md", show="finder"), placed("ways.md", 9, show="qualities")]) == []
