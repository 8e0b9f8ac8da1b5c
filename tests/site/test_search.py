"""What the site's search finds."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from typing import Any

import pytest

from built_site import SITE, main_of, page, pages
from fingerpost.wording import say
from live_tree import live_tree

QUESTIONS = [question.ask.plain for question in live_tree().questions.values()]


@cache
def entries() -> list[dict[str, Any]]:
    """Return what is indexed: a page or a part of one each."""
    return json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]


def closed_up(text: str) -> str:
    """Return a text without its spaces, which the index and the page set differently."""
    return re.sub(r"\s+", "", text)


def entries_of_the_trees() -> list[dict[str, Any]]:
    """Return what is indexed of the pages on which the questions can be answered."""
    return [entry for entry in entries() if entry["location"].partition("#")[0] in ("", "choose/")]


def test_the_whole_tree_is_found_as_it_stands_and_nothing_of_it_twice() -> None:
    (entry,) = (entry for entry in entries() if entry["location"] == "choose/#every-question")
    (listing,) = (part for part in page("choose/").all("div") if part.attributes.get("class") == "fp-listing")

    # The page ends with the attribution, which the index adds to its last part.
    attribution = list(main_of(page("choose/")).all("p"))[-1].seen_text
    found = closed_up(html.unescape(re.sub("<[^>]+>", " ", entry["text"])))
    assert found == closed_up(listing.seen_text + attribution)
    assert [question for question in QUESTIONS if question not in html.unescape(entry["text"])] == []


@pytest.mark.parametrize("key", ["widget-title", "start-title", "loading", "failed", "copied", "copy-link"])
def test_what_is_only_for_answering_is_not_found(key: str) -> None:
    assert [entry for entry in entries_of_the_trees() if say(key) in entry["title"] + entry["text"]] == []


def test_the_tree_that_the_engine_reads_is_not_found() -> None:
    assert [entry["location"] for entry in entries() if '"questions":' in html.unescape(entry["text"])] == []


def test_every_page_is_found_by_its_heading() -> None:
    titles = {entry["location"]: html.unescape(entry["title"]) for entry in entries()}
    headings = {address: page(address).one("h1").seen_text for address in pages()}

    # The home page is found by its name in the navigation: its heading stands inside its opening picture.
    assert {address: titles.get(address) for address in pages()} == headings | {"": "Home"}


def test_every_entry_leads_to_a_place() -> None:
    for entry in entries():
        address, _, fragment = entry["location"].partition("#")
        known = {element.attributes.get("id") for element in page(address).all()}
        assert not fragment or fragment in known, entry["location"]


def test_nothing_empty_is_found() -> None:
    assert [entry["location"] for entry in entries_of_the_trees() if not entry["text"]] == []
