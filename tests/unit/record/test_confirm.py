"""The considerations in a record: every one of the result, with what the reader noted, in the author's order."""

from __future__ import annotations

from dataclasses import replace

from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Consideration
from made_up import SUPPER
from states import record_of

TOAST = replace(
    SUPPER.outcomes["toast"], confirm=("butter", "bread"), otherwise={"butter": plain_text("Have it plain.")}
)
WITH_CONSIDERATIONS = replace(
    SUPPER,
    outcomes={**SUPPER.outcomes, "toast": TOAST},
    considerations={
        "bread": Consideration("bread", plain_text("Is there bread?"), plain_text("It takes two slices.")),
        "butter": Consideration("butter", plain_text("Is there butter?"), otherwise=plain_text("Use jam.")),
        "kettle": Consideration("kettle", plain_text("Is there a kettle?")),
    },
)
ANSWERS = {"hungry": "no", "thirsty": "no"}


def test_what_the_reader_has_not_touched_is_in_the_record_as_not_confirmed() -> None:
    record = record_of(WITH_CONSIDERATIONS, ANSWERS, Notes(confirmations={"kettle": Confirmation(confirmed=True)}))

    assert record["confirm"] == [
        {
            "id": "butter",
            "ask": "Is there butter?",
            "otherwise": "Have it plain.",
            "confirmed": False,
            "note": "",
        },
        {"id": "bread", "ask": "Is there bread?", "why": "It takes two slices.", "confirmed": False, "note": ""},
    ]


def test_what_they_noted_stands_with_its_consideration() -> None:
    notes = Notes(confirmations={"bread": Confirmation(note="Rye."), "butter": Confirmation(confirmed=True)})

    noted = record_of(WITH_CONSIDERATIONS, ANSWERS, notes)["confirm"]

    assert [(part["id"], part["confirmed"], part["note"]) for part in noted] == [
        ("butter", True, ""),
        ("bread", False, "Rye."),
    ]


def test_without_a_result_there_is_nothing_to_confirm() -> None:
    assert record_of(WITH_CONSIDERATIONS, {"hungry": "no"}, Notes())["confirm"] == []
