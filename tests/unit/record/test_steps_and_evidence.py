"""Next steps, advice for what cannot be confirmed, and who gave each answer: in the record and back from it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fingerpost.answers.state import State
from fingerpost.record.build import build_record
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import (
    LONGEST_WHEN,
    LONGEST_WHO,
    Confirmation,
    Evidence,
    Notes,
    NotesFormatError,
    from_json,
    to_json,
)
from fingerpost.record.reopen import reopen
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Consideration, Step
from made_up import SUPPER

SOUP = replace(
    SUPPER.outcomes["soup"],
    confirm=("pot", "salt"),
    otherwise={"salt": plain_text("Use pepper.")},
    steps=("stir", "buy", "taste"),
)
TREE = replace(
    SUPPER,
    outcomes={**SUPPER.outcomes, "soup": SOUP},
    considerations={
        "pot": Consideration("pot", plain_text("Is there a pot?"), otherwise=plain_text("Borrow one.")),
        "salt": Consideration("salt", plain_text("Is there salt?"), otherwise=plain_text("Go without.")),
    },
    groups={"shop": plain_text("At the shop"), "stove": plain_text("At the stove")},
    steps={
        "stir": Step("stir", "stove", plain_text("Stir it")),
        "buy": Step(
            "buy",
            "shop",
            plain_text("Buy leeks"),
            plain_text("Three of them."),
            "https://shop.example/",
            "2026-05-01",
            "2026-06-01",
        ),
        "taste": Step("taste", "stove", plain_text("Taste it")),
    },
)
STATE = State(TREE, {"hungry": "yes", "cook": "yes"})
NOTES = Notes(
    "Supper.",
    {"pot": Confirmation(confirmed=True)},
    {"hungry": Evidence("The cook", "1 May"), "cook": Evidence()},
    ("buy",),
)


def record(date: str = "2026-06-01") -> dict[str, object]:
    """Return the record of soup."""
    return build_record(STATE, NOTES, date=date)


def test_steps_stand_in_the_order_of_the_groups_and_of_the_outcome_with_their_ticks() -> None:
    steps = record()["steps"]

    assert isinstance(steps, list)
    assert [(step["id"], step["group"], step["done"]) for step in steps] == [
        ("buy", "At the shop", True),
        ("stir", "At the stove", False),
        ("taste", "At the stove", False),
    ]
    assert steps[0] == {
        "id": "buy",
        "group": "At the shop",
        "title": "Buy leeks",
        "text": "Three of them.",
        "url": "https://shop.example/",
        "reviewed": "2026-05-01",
        "review_by": "2026-06-01",
        "done": True,
    }


def test_a_step_is_marked_the_day_after_it_was_due_for_review() -> None:
    on_the_day, after = FORMS["markdown"].write(record()), FORMS["markdown"].write(record("2026-06-02"))

    assert "Check this: it was due for review by 1 June 2026." not in on_the_day
    assert "Check this: it was due for review by 1 June 2026." in after


def test_advice_stands_where_something_is_not_ticked() -> None:
    text = FORMS["markdown"].write(record())

    assert "If the answer is no: Use pepper." in text
    assert "Borrow one." not in text
    assert "Go without." not in text


def test_who_gave_an_answer_stands_below_it() -> None:
    written = FORMS["markdown"].write(record())

    assert "    * Said by: The cook, 1 May" in written
    assert written.count("Said by:") == 1


def test_a_tree_without_steps_has_no_such_part() -> None:
    assert "steps" not in build_record(State(SUPPER, {"hungry": "no", "thirsty": "yes"}), Notes())


def test_a_record_gives_them_back() -> None:
    notes = reopen(TREE, FORMS["json"].write(record())).notes

    assert notes.evidence == {"hungry": Evidence("The cook", "1 May")}
    assert notes.steps == ("buy",)


@pytest.mark.parametrize("damage", [{"steps": 1}, {"steps": [1, {"done": True}]}, {"answers": [{"evidence": 1}]}])
def test_damaged_parts_are_left_out(damage: dict[str, object]) -> None:
    notes = reopen(TREE, json.dumps({**record(), **damage})).notes

    assert notes.need == "Supper."


WORDS = st.text(max_size=40)
SOME = st.builds(
    Notes,
    WORDS,
    st.dictionaries(st.sampled_from(["pot", "salt"]), st.builds(Confirmation, st.booleans(), WORDS)),
    st.dictionaries(st.sampled_from(["hungry", "cook"]), st.builds(Evidence, WORDS, WORDS)),
    st.lists(st.sampled_from(["stir", "buy", "taste"]), unique=True).map(tuple),
)


@given(SOME)
def test_notes_are_the_same_after_storage(notes: Notes) -> None:
    assert from_json(json.loads(json.dumps(to_json(notes)))) == notes


@given(SOME)
def test_a_record_gives_back_everything_that_was_noted(notes: Notes) -> None:
    written = FORMS["json"].write(build_record(STATE, notes))

    again = reopen(TREE, written).notes

    noted = {name: said for name, said in notes.evidence.items() if said.who.strip() or said.when.strip()}
    assert again.evidence == noted
    assert set(again.steps) == set(notes.steps)


@given(WORDS, WORDS)
def test_words_of_readers_stay_text_in_html(who: str, when: str) -> None:
    html = FORMS["html"].write(build_record(STATE, replace(NOTES, evidence={"hungry": Evidence(f"<b>{who}", when)})))

    assert "<b>" not in html


def test_notes_of_an_earlier_version_are_still_read() -> None:
    assert from_json({"need": "Tea.", "confirmations": {}}) == Notes("Tea.")


def test_long_words_are_cut() -> None:
    long = {"who": "x" * 500, "when": "y" * 500}

    said = from_json({"need": "", "confirmations": {}, "evidence": {"hungry": long}}).evidence["hungry"]

    assert (len(said.who), len(said.when)) == (LONGEST_WHO, LONGEST_WHEN)


@pytest.mark.parametrize("part", [{"evidence": []}, {"steps": []}, {"evidence": {"hungry": {"who": 1, "when": ""}}}])
def test_other_data_is_refused(part: dict[str, object]) -> None:
    with pytest.raises(NotesFormatError):
        from_json({"need": "", "confirmations": {}, **part})
