"""The record as NHS England's decision record: what follows from the answers, and what a person fills in."""

from __future__ import annotations

from typing import cast

import pytest

from fingerpost.record.blocks import Items, Line, Run, Section
from fingerpost.record.forms import FORMS
from fingerpost.record.nhs import nhs_document
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.record.typed import one_line
from fingerpost.tree.model import UNSURE
from full_supper import DECIDED, FULL_SUPPER, STATES, hostile_supper
from hostile_texts import HOSTILE
from record_forms import RENDERERS, Read, all_parts
from states import record_of

NOTHING = Notes()

NEED = Notes("Feed 2.")

ADDRESS = "https://example.org/a/supper/"


def read(answers: dict[str, str], notes: Notes = NEED, date: str = "") -> Read:
    return RENDERERS["CommonMark"](FORMS["nhs"].write(record_of(FULL_SUPPER, answers, notes, date=date)))


def section(answers: dict[str, str], heading: str, notes: Notes = NOTHING) -> Section:
    document = nhs_document(record_of(FULL_SUPPER, answers, notes))
    return next(part for part in document.sections if part.heading == heading)


def words(heading: str, answers: dict[str, str], notes: Notes = NOTHING) -> list[str]:
    """Return the lines of a section, with those of lists in lists below."""

    def lines(items: Items) -> list[str]:
        return [line for item in items for line in (text(item.line), *lines(item.items))]

    def text(runs: Line) -> str:
        return "".join(run.text for run in runs)

    return [
        line
        for block in section(answers, heading, notes).blocks
        if isinstance(block, tuple)
        for line in ([text(cast("Line", block))] if isinstance(block[0], Run) else lines(cast("Items", block)))
    ]


def test_it_has_the_sections_of_the_template() -> None:
    whole = nhs_document(record_of(FULL_SUPPER, DECIDED, Notes()))

    assert [(part.level, part.heading) for part in whole.sections] == [
        (2, "Context"),
        (2, "Decision"),
        (3, "Assumptions"),
        (3, "Drivers"),
        (3, "Options"),
        (3, "Outcome"),
        (3, "Rationale"),
        (2, "Consequences"),
        (2, "Compliance"),
        (2, "Notes"),
        (2, "Actions"),
        (2, "Tags"),
    ]


def test_the_table_has_the_date_and_blanks_for_what_only_people_know() -> None:
    lines = read(DECIDED, date="2026-01-31").lines

    assert lines[:2] == ["Date", "31/01/2026"]
    assert lines[2:10:2] == ["Status", "Deciders", "Significance", "Owners"]
    assert all(line.startswith("To fill in: ") for line in lines[3:10:2])


@pytest.mark.parametrize("date", ["", "May", "2026-1-1"])
def test_what_is_no_date_is_left_to_fill_in(date: str) -> None:
    assert read(DECIDED, date=date).lines[1] == "To fill in: the day of the last change, as dd/mm/yyyy"


def test_without_not_sure_nothing_is_assumed() -> None:
    assert words("Assumptions", DECIDED)[0] == "Every question that counts has a definite answer."


def test_what_nobody_knows_is_an_assumption_with_whom_to_ask() -> None:
    lines = words("Assumptions", {"hungry": "yes", "cook": UNSURE})

    assert lines[0] == "These questions have no definite answer yet, and the decision depends on them:"
    assert lines[1] == "Cook? Ask the cook."


def test_not_sure_that_does_not_matter_is_said_not_to_matter() -> None:
    lines = words("Assumptions", {"hungry": UNSURE, "cook": "no", "thirsty": "no"})

    assert lines[0].startswith("These questions have no definite answer. The result is the same")
    assert lines[1] == "Hungry? Ask your stomach."


def test_the_nearest_changes_are_the_conditions_under_which_it_no_longer_applies() -> None:
    lines = words("Consequences", DECIDED)

    first = lines.index("The decision no longer applies if one of these changes happens:")
    assert lines[first + 1 : first + 3] == ["Toast", "change the answer to: Cook? No"]


def test_open_ticks_and_open_questions_are_actions_and_ticked_ones_are_evidence() -> None:
    ticked = Notes("", {"pan": Confirmation(confirmed=True, note="In the oven.")})

    assert words("Actions", DECIDED)[0] == ("(To fill in: who, by when) Confirm: Is the pan clean? It is used daily.")
    assert words("Actions", DECIDED, ticked) == ["To fill in: further actions, each with who does it and by when"]
    assert words("Compliance", DECIDED, ticked)[:2] == ["Confirmed so far:", "Is the pan clean? It is used daily."]
    assert words("Actions", {"hungry": "yes"})[0] == "(To fill in: who, by when) Find out: Cook? Ask the cook."


def test_the_tags_are_the_outcome_and_its_qualities() -> None:
    assert words("Tags", DECIDED)[0] == "#soup #effort-low #warmth-hot"
    assert len(words("Tags", {})) == 1


def test_what_to_expect_is_among_the_consequences() -> None:
    assert words("Consequences", DECIDED)[:3] == [
        "What to expect of the option chosen:",
        "Effort: Low. One pan. We cook often. (our reading)",
        "Warmth: Hot.",
    ]


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
def test_it_holds_every_part(renderer: str, answers: dict[str, str]) -> None:
    notes = Notes("Feed 2.", {"pan": Confirmation(confirmed=True, note="In the oven.")})
    record = record_of(FULL_SUPPER, answers, notes, address=ADDRESS, pages={"soup": "../soup/"})

    shown = RENDERERS[renderer](FORMS["nhs"].write(record))

    # What nobody knows is an assumption with whom to ask, and needs no answer beside it.
    assert {part for part in all_parts(record) if not shown.holds(part)} <= {"Not sure"}
    assert shown.other == ["input"] * len(shown.other)


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["nhs", "checklist"])
def test_hostile_texts_are_shown_as_they_are(form: str, renderer: str, text: str) -> None:
    record = record_of(hostile_supper(text), DECIDED, Notes(text, {"pan": Confirmation(note=text)}))

    shown = RENDERERS[renderer](FORMS[form].write(record))

    usual = RENDERERS[renderer](FORMS[form].write(record_of(FULL_SUPPER, DECIDED, NEED)))
    assert shown.headings == usual.headings
    assert {*shown.other} <= {"input"}
    if form == "nhs":
        assert [" ".join(" ".join(parts).split()) for parts in shown.quotations] == [one_line(text)] * 2
