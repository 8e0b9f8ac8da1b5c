"""What the site's search finds."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from typing import Any

import pytest

from built_site import MOVED, SITE, page, pages
from fingerpost.text.wording import say
from live_tree import live_tree

QUESTIONS = [question.ask.plain for question in live_tree().questions.values()]


@cache
def entries() -> list[dict[str, Any]]:
    """Return what is indexed: a page or a part of one each."""
    return json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]


def words_of(text: str) -> list[str]:
    """Return the words of a text, whatever its tags and spaces are."""
    return re.findall(r"\w+", html.unescape(re.sub("<[^>]+>", " ", text)))


def entries_of_the_trees() -> list[dict[str, Any]]:
    """Return what is indexed of the pages on which the questions can be answered."""
    return [entry for entry in entries() if entry["location"].partition("#")[0] in ("", "choose/")]


def test_the_whole_tree_is_found_as_it_stands_and_nothing_of_it_twice() -> None:
    (listing,) = (part for part in page("choose/").all("div") if part.attributes.get("class") == "fp-listing")
    found = [
        entry for entry in entries() if entry["location"].startswith(("choose/#every-question", "choose/#integration"))
    ]

    # What says where a reader stands is no text to be found.
    written = listing.seen_text
    for part in listing.all():
        if "data-search-exclude" in part.attributes:
            written = written.replace(part.seen_text, " ", 1)
    words = " ".join(f"{entry['title']} {entry['text']}" for entry in found).removeprefix("Every question")
    words = re.sub("<p>Adapted from .*?</p>", "", words)
    assert sorted(words_of(words)) == sorted(words_of(written))


def test_each_question_is_a_hit_of_its_own() -> None:
    titles = {html.unescape(entry["title"]): entry["location"] for entry in entries()}

    for question in live_tree().questions.values():
        (section,) = (
            part for part in page("choose/").all("section") if part.attributes.get("data-entry") == question.id
        )
        assert titles[question.ask.plain] == f"choose/#{section.one('h3').attributes['id']}"


def test_the_picture_of_the_tree_is_not_found() -> None:
    assert [entry["location"] for entry in entries() if re.search("(?:Yes|No)(?:Yes|No)", entry["text"])] == []


def test_what_is_written_for_maintainers_weighs_next_to_nothing() -> None:
    for entry in entries():
        address = entry["location"].partition("#")[0]
        for_maintainers = re.match(r"authors/|reference/|about/conformance/", address)
        assert (entry.get("boost", 1) <= 0.01) == bool(for_maintainers), entry["location"]


@pytest.mark.parametrize("key", ["widget-title", "start-title", "loading", "failed", "copied", "copy-link"])
def test_what_is_only_for_answering_is_not_found(key: str) -> None:
    assert [entry for entry in entries_of_the_trees() if say(key) in entry["title"] + entry["text"]] == []


def test_the_tree_that_the_engine_reads_is_not_found() -> None:
    assert [entry["location"] for entry in entries() if '"questions":' in html.unescape(entry["text"])] == []


def test_every_page_is_found_by_its_heading() -> None:
    titles = {entry["location"]: html.unescape(entry["title"]) for entry in entries()}
    headings = {address: page(address).one("h1").seen_text for address in pages() if address not in MOVED}

    # The home page is found by its name in the navigation: its heading stands inside its opening picture.
    assert {address: titles.get(address) for address in headings} == headings | {"": "Home"}
    assert not MOVED & titles.keys()


def test_every_entry_leads_to_a_place() -> None:
    for entry in entries():
        address, _, fragment = entry["location"].partition("#")
        known = {element.attributes.get("id") for element in page(address).all()}
        assert not fragment or fragment in known, entry["location"]


def test_nothing_empty_is_found() -> None:
    assert [entry["location"] for entry in entries_of_the_trees() if not entry["text"]] == []
