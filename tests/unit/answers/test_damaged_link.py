"""Links after other programs handled them: every answer that can be known counts, and a cut is noticed."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from damaged_links import CUT, WHOLE, Damage, answers_within
from fingerpost.answers.damaged_link import fragment_of
from fingerpost.answers.link import MAX_LENGTH
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of
from states import link_of, shown

ANSWERS = {"hungry": "yes", "cook-now": "no-thanks"}
MEAL = tree_of(
    {
        "hungry": {"yes": "cook-now", "no": "thirsty"},
        "cook-now": {"yes": "soup", "no": "toast", "no-thanks": "toast"},
        "thirsty": {"yes": "tea", "no": "toast"},
    },
    ("soup", "toast", "tea"),
    tree_id="a-meal",
    edition="2026-11.b",
)
LINK = link_of(MEAL, ANSWERS)


def kinds(tree: Tree, text: str) -> list[str]:
    """Return the kinds of the problems that a link text has."""
    return [problem.kind for problem in read_link(tree, text).problems]


@pytest.mark.parametrize("damage", WHOLE.values(), ids=WHOLE)
def test_a_link_that_is_whole_says_what_it_said(damage: Damage) -> None:
    reading = read_link(MEAL, damage(LINK))

    assert reading.state.answers == ANSWERS
    assert reading.edition == MEAL.edition
    assert reading.problems == ()


@pytest.mark.parametrize("damage", WHOLE.values(), ids=WHOLE)
def test_so_does_the_start(damage: Damage) -> None:
    reading = read_link(MEAL, damage("a-meal"))

    assert (reading.state.answers, reading.problems) == ({}, ())


@pytest.mark.parametrize("damage", WHOLE.values(), ids=WHOLE)
def test_a_link_for_another_tree_stays_one(damage: Damage) -> None:
    reading = read_link(SUPPER, damage(LINK))

    assert reading.state.answers == {}
    assert [problem.kind for problem in reading.problems] == ["other-tree"]


@pytest.mark.parametrize("damage", CUT.values(), ids=CUT)
def test_a_link_without_its_end_keeps_the_rest_and_is_noticed(damage: Damage) -> None:
    text = damage(LINK)
    reading = read_link(MEAL, text)

    assert reading.state.answers.items() <= {**ANSWERS, "cook-now": reading.state.answers.get("cook-now", "")}.items()
    assert reading.state.answers["hungry"] == "yes"
    assert [problem.kind for problem in reading.problems] == ["cut-off"]
    assert "The end of the link seems to be missing." in shown(MEAL, text).html


@pytest.mark.parametrize("length", range(len("a"), len(LINK)))
def test_wherever_it_is_cut_all_whole_answers_count(length: int) -> None:
    text = LINK[:length]
    reading = read_link(MEAL, text)

    assert answers_within(LINK, text).items() <= reading.state.answers.items()
    # "cook-now=no" of "cook-now=no-thanks" is an answer, too: it counts, and the reader is told to check.
    wrong = reading.state.answers.items() - ANSWERS.items()
    assert wrong <= {("cook-now", "no")}
    told = [problem.kind for problem in reading.problems]
    whole = text in ("a-meal", "a-meal?", "a-meal?hungry=yes", "a-meal?hungry=yes&cook-now=no-thanks")
    assert told == ([] if whole else ["cut-off"])


@pytest.mark.parametrize(
    "text",
    [
        "a-meal?hungry=yes",
        "a-meal?hungry=yes.",
        "(a-meal?hungry=no)".strip("("),
        "a-meal?hungry=unsure&thirsty=no",
        "a-meal?cook-now=yes&hungry=yes",
        "hungry=yes",
        "a-meal",
    ],
)
def test_a_link_written_by_hand_has_no_edition_and_no_notice(text: str) -> None:
    assert kinds(MEAL, text) == []


def test_an_earlier_edition_that_the_present_one_begins_with_is_no_cut() -> None:
    tree = replace(MEAL, editions=("2026",))

    assert kinds(tree, "a-meal?hungry=yes&edition=2026") == ["other-edition"]
    assert kinds(tree, "a-meal?hungry=yes&edition=2026-1") == ["cut-off"]


class TestTheRestOfALink:
    HANDED = State(MEAL, {"hungry": "unsure"}, hand_over=True, need="Café, 7 o'clock").link

    def test_a_need_keeps_its_spaces(self) -> None:
        assert read_link(MEAL, self.HANDED.replace("+", " ")).state.need == "Café, 7 o'clock"

    def test_a_need_ends_where_the_link_was_cut(self) -> None:
        cut = self.HANDED[: self.HANDED.index("~C3") + 4]

        reading = read_link(MEAL, cut)

        assert reading.state.need == "Caf"
        assert reading.state.hand_over

    @pytest.mark.parametrize("end", ["&m", "&mode=hand", "&mode=hand-over&sender_n", "&ask_again=thirs"])
    def test_what_stands_behind_the_edition_can_be_cut_too(self, end: str) -> None:
        assert kinds(MEAL, f"a-meal?hungry=yes&edition={MEAL.edition}{end}") == ["cut-off"]


@pytest.mark.parametrize(
    ("address", "fragment"),
    [
        (f"https://example.org/choose/#{LINK}", LINK),
        (f"https://example.org/choose/%23{LINK}", LINK),
        (f"https://example.org/choose/%2523{LINK}", LINK),
        (f"#{LINK}", LINK),
        (LINK, LINK),
        ("hungry=yes", "hungry=yes"),
    ],
)
def test_the_command_line_takes_whole_addresses(address: str, fragment: str) -> None:
    assert fragment_of(address) == fragment


@pytest.mark.parametrize("mark", [".", "…", "%", "%25", "=", "&", "&amp;", "=3D", "= ", "\u200b", "a.", "#"])
def test_no_text_takes_long(mark: str) -> None:
    text = (f"a-meal?hungry=yes{mark * MAX_LENGTH}")[: MAX_LENGTH - 1] + "é"
    began = time.process_time()

    read_link(MEAL, text)

    assert time.process_time() - began < 1
