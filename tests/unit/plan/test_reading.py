"""Reading a plan: what can be read is kept, what can't is told, and what is no plan is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fingerpost.plan.model import LONGEST, MOST_ENTRIES, MOST_NEEDS, Evidence, Need
from fingerpost.plan.reading import PlanFormatError, PlanReading, read_plan
from fingerpost.plan.writing import as_json, text_of
from fingerpost.record.notes import Confirmation
from plans import MEALS, file_of, need, plan_of

WHOLE = plan_of(
    Need(
        id="a",
        need="See it",
        information="heights",
        source="GP",
        target="Ward",
        link="supper?hungry=yes&edition=1",
        confirmations={"clean": Confirmation(True, "Ann looked.")},
        evidence={"hungry": Evidence("Bo", "today")},
        steps=("buy",),
        changed=5,
    ),
    title="Mine",
)


def read(change: dict[str, Any] | None = None, **needs: Any) -> PlanReading:
    """Read the whole plan with changes to it, or to its need."""
    data = as_json(WHOLE) | (change or {})
    if needs:
        data["needs"] = [data["needs"][0] | {name.rstrip("_"): value for name, value in needs.items()}]
    return read_plan(MEALS, json.dumps(data))


def test_a_plan_is_read_as_it_was_written() -> None:
    assert read_plan(MEALS, text_of(WHOLE)) == PlanReading(WHOLE)
    assert read_plan(MEALS, file_of(WHOLE)) == PlanReading(WHOLE)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This file is not a saved plan."),
        ("{", "This file is not a saved plan."),
        ("[]", "This file is not a saved plan."),
        ("[" * 100_000, "This file is not a saved plan."),
        ('{"kind": "fingerpost-record", "version": 1, "tree": "supper"}', "This file is not a saved plan."),
        ('{"kind": "fingerpost-plan", "version": true, "tree": "supper"}', "This file is not a saved plan."),
        ('{"kind": "fingerpost-plan", "version": 0, "tree": "supper"}', "This file is not a saved plan."),
        (
            '{"kind": "fingerpost-plan", "version": 2, "tree": "supper"}',
            "This plan was saved by a newer version of this page. Reload the page and try again.",
        ),
        (
            '{"kind": "fingerpost-plan", "version": 1, "tree": "dinner"}',
            "This plan is for a different set of questions.",
        ),
    ],
)
def test_what_is_no_plan_for_this_page_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(PlanFormatError) as fault:
        read_plan(MEALS, text)

    assert str(fault.value) == sentence


def test_a_plan_without_needs_or_title_is_an_empty_one() -> None:
    reading = read_plan(MEALS, '{"kind": "fingerpost-plan", "version": 1, "tree": "supper"}')

    assert reading == PlanReading(plan_of())


def test_parts_of_a_wrong_kind_are_left_out_and_told() -> None:
    assert read({"title": 5, "more": 1}).left_out == (
        "This page does not know the part “more” of the plan, so it was left out.",
        "The name of the plan of the plan could not be read, so it was left out.",
    )
    assert read({"needs": 5}).left_out == ("The list of needs could not be read.",)
    reading = read({"needs": [5, as_json(WHOLE)["needs"][0]]})
    assert reading.plan == WHOLE
    assert reading.left_out == ("Part of the plan could not be read, so it was left out: need 1.",)


def test_parts_of_a_need_of_a_wrong_kind_are_left_out_and_told() -> None:
    reading = read(from_=5, colour="red", confirmations={"clean": True}, steps=["buy"], changed="now")

    assert reading.plan.needs[0] == WHOLE.needs[0].with_values(source="", confirmations={}, steps=(), changed=0)
    assert reading.left_out == (
        "This page does not know the part “colour” of need 1, so it was left out.",
        "The system it comes from of need 1 could not be read, so it was left out.",
        "The entry “clean” in the points to confirm of need 1 could not be read, so it was left out.",
        "The steps of need 1 could not be read, so it was left out.",
    )


def test_a_text_beyond_the_limit_is_left_out_as_a_whole_and_told() -> None:
    reading = read(need="x" * (LONGEST + 1))

    assert reading.plan.needs[0].need == ""
    assert reading.left_out == ("The need of need 1 has more than 4,000 characters, so it was left out.",)


def test_needs_beyond_the_limit_are_left_out_and_told() -> None:
    data = as_json(plan_of(*(need(f"k{number}") for number in range(MOST_NEEDS))))
    data["needs"] += [{"id": "over"}, {"id": "more"}]
    reading = read_plan(MEALS, json.dumps(data))

    assert len(reading.plan.needs) == MOST_NEEDS
    assert reading.left_out == ("A plan has at most 500 needs, so the last 2 were left out.",)


def test_needs_with_the_same_id_or_none_get_one_of_their_own() -> None:
    parts = [{"id": "a", "need": "1"}, {"id": "a", "need": "2"}, {"need": "3"}, {"id": "../", "need": "3"}]
    reading = read({"needs": parts})
    ids = [need.id for need in reading.plan.needs]

    assert [need.need for need in reading.plan.needs] == ["1", "2", "3", "3"]
    assert len(set(ids)) == 4
    assert read({"needs": parts}).plan == reading.plan


def test_the_text_of_a_plan_does_not_depend_on_the_order_in_which_it_was_written() -> None:
    confirmations = {"warm": {"confirmed": True, "note": ""}, "clean": {"confirmed": False, "note": "x"}}
    one = read(confirmations=confirmations).plan
    other = read(confirmations=dict(reversed(confirmations.items()))).plan

    assert text_of(one) == text_of(other)


def test_the_limits_are_those_that_are_documented() -> None:
    assert (MOST_NEEDS, LONGEST, MOST_ENTRIES) == (500, 4_000, 500)


def test_as_many_entries_as_the_limit_are_kept() -> None:
    reading = read(steps={f"s{number:03}": True for number in range(501)})

    assert reading.plan.needs[0].steps == tuple(f"s{number:03}" for number in range(500))
    (told,) = reading.left_out
    assert "s500" in told


def test_an_entry_may_have_a_name_of_up_to_200_characters() -> None:
    reading = read(steps={"s" * 200: True, "t" * 201: True})

    assert reading.plan.needs[0].steps == ("s" * 200,)
    (told,) = reading.left_out
    assert "t" * 79 + "…" in told
