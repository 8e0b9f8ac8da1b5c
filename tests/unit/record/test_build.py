"""The record as data: every part of it, for a small tree."""

from __future__ import annotations

from dataclasses import replace

from fingerpost.answers.state import State
from fingerpost.record.build import build_record
from fingerpost.record.notes import Notes
from fingerpost.source.prose import render
from fingerpost.text.markup import Text
from fingerpost.tree.model import Source
from made_up import SUPPER
from states import record_of

ADDRESS = "https://example.org/guide/choose/"
PAGES = {"toast": "../toast/", "tea": "#tea"}


def test_a_record_has_the_whole_state_as_data() -> None:
    tree = replace(SUPPER, source=Source("Cookery", "https://example.org/book", None))

    record = record_of(
        tree,
        {"hungry": "yes", "cook": "no", "thirsty": "yes"},
        Notes("Something warm."),
        address=ADDRESS,
        date="2026-01-31",
        pages=PAGES,
    )

    toast = {"id": "toast", "title": "Toast", "page": "https://example.org/guide/toast/"}
    soup, tea = {"id": "soup", "title": "Soup"}, {"id": "tea", "title": "Tea"}
    hungry = {"question": "hungry", "answer": "yes", "ask": "Hungry?", "label": "Yes"}
    cook = {"question": "cook", "answer": "no", "ask": "Cook?", "label": "No"}
    thirsty = {"question": "thirsty", "answer": "yes", "ask": "Thirsty?", "label": "Yes"}
    link = "supper?hungry=yes&cook=no&thirsty=yes&edition=1"
    assert record == {
        "kind": "fingerpost-record",
        "version": 1,
        "title": "Something warm: Toast",
        "status": "proposed",
        "date": "2026-01-31",
        "need": "Something warm.",
        "tree": {"id": "supper", "title": "Supper", "edition": "1"},
        "source": {"title": "Cookery", "url": "https://example.org/book"},
        "answers": [hungry | {"number": 1}, cook | {"number": 2}],
        "set_aside": [thirsty],
        "outcome": toast,
        "possible": [toast],
        "forced_by": ["hungry", "cook"],
        "ruled_out": [soup | {"by": cook}, tea | {"by": hungry}],
        "changes": [
            soup
            | {
                "changed": [cook | {"answer": "yes", "label": "Yes"}],
                "added": [],
                "link": link.replace("cook=no", "cook=yes"),
            },
            tea
            | {
                "changed": [hungry | {"answer": "no", "label": "No"}],
                "added": [],
                "link": "supper?hungry=no&thirsty=yes&cook=no&edition=1",
            },
        ],
        "open": [],
        "confirm": [],
        "link": link,
        "address": f"{ADDRESS}#{link}",
    }


def test_without_a_need_a_day_an_address_or_a_result_there_is_less() -> None:
    record = record_of(SUPPER, {"hungry": "no"}, Notes(), pages=PAGES)

    assert record["title"] == "Supper: not decided yet"
    assert record["outcome"] is None
    assert record["possible"] == [{"id": "toast", "title": "Toast"}, {"id": "tea", "title": "Tea"}]
    assert record["open"] == [{"question": "thirsty", "ask": "Thirsty?"}]
    assert not {"date", "need", "source", "steps", "address"} & record.keys()


def test_a_page_whose_address_is_whole_is_named_wherever_the_record_is() -> None:
    page = "https://example.org/toast/"

    record = record_of(SUPPER, {"hungry": "no", "thirsty": "no"}, Notes(), pages={"toast": page})

    assert record["outcome"]["page"] == page


def test_links_in_its_texts_count_from_the_page_that_they_were_made_for() -> None:
    summary = render("As [before](../bread/).", block=False)
    assert isinstance(summary, Text)
    toast = replace(SUPPER.outcomes["toast"], summary=summary)
    state = State(replace(SUPPER, outcomes={**SUPPER.outcomes, "toast": toast}), {"hungry": "no", "thirsty": "no"})

    as_written, in_full = (build_record(state, Notes(), texts_on=page)["outcome"] for page in ("", ADDRESS))

    assert as_written["summary"] == "As before (../bread/)."
    assert in_full["summary"] == "As before (https://example.org/guide/bread/)."
