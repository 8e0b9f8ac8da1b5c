"""The checklist says what a record has for each requirement, and leaves to people what only people can say."""

from __future__ import annotations

from typing import cast

from fingerpost.record.blocks import Items
from fingerpost.record.checklist import checklist_document
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.tree.model import UNSURE
from full_supper import DECIDED, FULL_SUPPER
from states import record_of

NOTHING = Notes()


def rows(answers: dict[str, str], notes: Notes = NOTHING) -> dict[str, tuple[bool | None, dict[str, str]]]:
    """Return for each requirement whether it is ticked, and what stands in its section."""
    document = checklist_document(record_of(FULL_SUPPER, answers, notes))
    ticks = cast("Items", document.blocks[-1])
    said = [
        {item.line[0].text: item.line[1].text.strip() for item in cast("Items", section.blocks[0])}
        for section in document.sections[:-1]
    ]
    return {tick.line[0].text[:4]: (tick.ticked, lines) for tick, lines in zip(ticks, said, strict=True)}


def test_there_are_8_requirements_each_with_what_it_asks_for() -> None:
    found = rows(DECIDED)

    assert list(found) == [f"DM0{number}" for number in range(1, 9)]
    for _, said in found.values():
        assert list(said) == ["Asks for:", "In this record:", "Left to you:"]
        assert all(said.values())


def test_only_the_record_itself_can_meet_a_requirement_and_only_once_it_is_decided() -> None:
    assert [name for name, (ticked, _) in rows(DECIDED).items() if ticked] == ["DM07"]
    assert [name for name, (ticked, _) in rows({"hungry": "yes"}).items() if ticked] == []


def test_it_counts_what_the_record_has() -> None:
    said = rows(DECIDED, Notes("Feed 2.", {"pan": Confirmation(confirmed=True)}))

    assert said["DM03"][1]["In this record:"] == (
        "1 of 1 points to check are confirmed. Every question that counts has a definite answer."
    )
    assert said["DM07"][1]["In this record:"] == (
        "Chosen: Soup. Options ruled out, each with the answer that does it: 2. "
        "Answers with the reason why they lead where they do: 1."
    )
    assert said["DM08"][1]["In this record:"].startswith(
        "The need is in the reader's own words. Answers, as drivers of the decision: 2."
    )


def test_what_is_missing_is_left_to_the_author() -> None:
    assert rows(DECIDED)["DM08"][1]["Left to you:"].startswith("describe the need")
    assert rows({"hungry": UNSURE})["DM07"][1]["Left to you:"].startswith("settle the open questions")
    assert rows(DECIDED)["DM02"][1]["In this record:"] == "nothing."
    assert rows({"hungry": UNSURE})["DM04"][1]["In this record:"] == "Questions with advice on who to ask: 2."
