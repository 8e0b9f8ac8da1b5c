"""The qualities of the patterns: the pages show what the tree states, and state nothing of it themselves."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from built_site import Element, main_of, page
from fingerpost.text.markup import Text
from live_tree import DOCS, live_tree

TREE = live_tree()
PAGES = sorted((DOCS / "patterns").glob("*.md"))


def the_table(address: str) -> Element:
    (table,) = (each for each in main_of(page(address)).all("table") if each.attributes.get("class") == "fp-qualities")
    return table


def cells(table: Element) -> list[list[str]]:
    return [[cell.seen_text for cell in row.all("th", "td")] for row in table.all("tr")]


def labels(outcome: str, quality: str) -> str:
    values = TREE.qualities[quality].values
    return " ".join(values[value].plain for value in TREE.outcomes[outcome].qualities[quality].values)


def words_of(text: Text) -> str:
    """Return a text without the addresses of its links, which plain text has in brackets."""
    return unescape(re.sub(r"<[^>]+>", "", text.html))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_no_page_has_a_table_of_its_own_that_could_differ_from_the_tree(file: Path) -> None:
    assert [line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("|")] == []


@pytest.mark.parametrize("outcome", TREE.outcomes)
def test_the_page_of_a_pattern_shows_all_that_the_tree_states_of_it(outcome: str) -> None:
    head, *rows = cells(the_table(f"patterns/{outcome}/"))

    assert head == ["Quality", "What to expect"]
    assert [row[0] for row in rows] == [quality.title.plain for quality in TREE.qualities.values()]
    for (quality, rating), (_, shown) in zip(TREE.outcomes[outcome].qualities.items(), rows, strict=True):
        stated = [labels(outcome, quality), *(words_of(text) for text in (rating.text, rating.more) if text)]
        assert shown.replace(" (our reading)", "") == " ".join(stated)
    texts = [rating.text.html for rating in TREE.outcomes[outcome].qualities.values() if rating.text]
    written = re.findall(r'href="([^"]+)"', " ".join(texts))
    assert [link.attributes["href"] for link in the_table(f"patterns/{outcome}/").all("a")] == written


def test_the_page_of_all_patterns_compares_them_by_every_quality() -> None:
    head, *rows = cells(the_table("patterns/"))

    assert head == ["Quality", *(outcome.title.plain for outcome in TREE.outcomes.values())]
    assert rows == [
        [quality.title.plain, *(labels(outcome, name) for outcome in TREE.outcomes)]
        for name, quality in TREE.qualities.items()
    ]


def test_every_column_leads_to_the_page_of_its_pattern() -> None:
    links = [link.attributes["href"] for link in the_table("patterns/").all("a")]

    assert links == [f"{outcome}/" for outcome in TREE.outcomes]


@pytest.mark.parametrize("outcome", TREE.outcomes)
def test_every_pattern_has_every_quality(outcome: str) -> None:
    assert list(TREE.outcomes[outcome].qualities) == list(TREE.qualities)
