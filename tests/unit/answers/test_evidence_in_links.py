"""Who gave an answer, and when, in the link that hands questions over and in the one that comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.answers.evidence import LONGEST_WHEN, LONGEST_WHO, UNSAID, Evidence
from fingerpost.answers.link import MAX_LENGTH, MAX_SAID
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.tree.model import Renames
from made_up import SUPPER, tree_of

SENT = State(SUPPER, {"hungry": "no", "thirsty": "unsure"})
BO = Evidence("Bo, the cook", "1 May")
HANDED = (
    "supper?hungry=no&thirsty=unsure&edition=1&mode=hand-over&ask_again=thirsty&said_by=Bo~2C+the+cook,1+May,hungry"
)


def handed(said: dict[str, Evidence]) -> State:
    """Return the state that the colleague gets."""
    return SENT.handed_over(("thirsty",), "", said)


def test_the_link_to_a_colleague_carries_what_the_sender_noted() -> None:
    link = handed({"hungry": BO}).link

    assert link == HANDED
    assert read_link(SUPPER, link).state == handed({"hungry": BO})


def test_it_carries_nothing_about_an_answer_that_it_does_not_have_or_that_is_not_sure() -> None:
    assert handed({"cook": BO, "thirsty": BO, "hungry": Evidence(" ", "")}).said == {}


def test_an_answer_of_the_colleague_is_theirs_from_then_on() -> None:
    answered = handed({"hungry": BO}).after("thirsty", "yes")

    assert answered.said == {"hungry": BO, "thirsty": UNSAID}
    assert read_link(SUPPER, answered.link).state == answered


def test_an_answer_that_the_colleague_replaces_is_no_longer_the_senders() -> None:
    assert handed({"hungry": BO}).after("hungry", "yes").said == {"hungry": UNSAID}


def test_the_link_back_says_who_gave_the_new_answers_only() -> None:
    back = handed({"hungry": BO}).after("thirsty", "yes").sent_back(Evidence("Asha", "today"))

    assert back.link == "supper?hungry=no&thirsty=yes&edition=1&said_by=Asha,today,thirsty"
    assert read_link(SUPPER, back.link).state.said == {"thirsty": Evidence("Asha", "today")}


@pytest.mark.parametrize("evidence", [UNSAID, Evidence("  ", "\n")])
def test_without_a_name_it_is_the_link_of_the_answers_alone(evidence: Evidence) -> None:
    back = handed({"hungry": BO}).after("thirsty", "yes").sent_back(evidence)

    assert back.link == "supper?hungry=no&thirsty=yes&edition=1"


def test_not_sure_needs_nobody_who_said_so() -> None:
    assert handed({}).after("thirsty", "unsure").sent_back(BO).said == {}


def test_no_other_link_says_who() -> None:
    state = read_link(SUPPER, "supper?hungry=yes&cook=no&edition=1&said_by=Bo,,hungry").state
    again = state.changing("hungry")

    for further in (state.canonical, state.given, state.firm, state.after("thirsty", "no"), again):
        assert "said_by" not in further.link


def test_several_answers_of_one_person_are_one_part_in_the_order_of_the_answers() -> None:
    text = "supper?thirsty=yes&hungry=no&edition=1&mode=hand-over&said_by=Asha,,thirsty&said_by=Asha,,hungry"

    assert read_link(SUPPER, text).state.link == (
        "supper?hungry=no&thirsty=yes&edition=1&mode=hand-over&said_by=Asha,,hungry,thirsty"
    )


@pytest.mark.parametrize(
    "part", ["x", "", ",", ",,", "a,b", "a,b,", "a,b,sleepy", "a,b,__proto__,%00", "~,~Z,<b>", ",,,,"]
)
def test_a_part_that_says_nothing_about_an_answer_is_dropped_and_the_rest_counts(part: str) -> None:
    reading = read_link(SUPPER, f"supper?hungry=no&said_by={part}&thirsty=yes&edition=1")

    assert reading.state == State(SUPPER, {"hungry": "no", "thirsty": "yes"})
    assert reading.problems == ()


@pytest.mark.parametrize("end", ["&said", "&said_by=B", "&said_by=Bo~2C+the", "&said_by=Bo,1+M", "&said_by=Bo,1,thirs"])
def test_a_link_that_was_cut_there_is_reported(end: str) -> None:
    reading = read_link(SUPPER, f"supper?hungry=no&thirsty=yes&edition=1{end}")

    assert reading.state == State(SUPPER, {"hungry": "no", "thirsty": "yes"})
    assert [problem.kind for problem in reading.problems] == ["cut-off"]


def test_long_words_are_cut_and_lines_joined() -> None:
    reading = read_link(SUPPER, f"supper?hungry=no&said_by={'w' * 5000},a~0Ab~09~00+{'d' * 5000},hungry&edition=1")

    said = reading.state.said["hungry"]
    assert (len(said.who), len(said.when)) == (LONGEST_WHO, LONGEST_WHEN)
    assert said.when.startswith("a b \x00 d")


def test_a_question_that_has_another_name_now_keeps_who_answered_it() -> None:
    tree = replace(SUPPER, renamed=Renames(questions={"peckish": "hungry"}))

    assert read_link(tree, "supper?peckish=no&said_by=Bo,,peckish").state.said == {"hungry": Evidence("Bo")}


def test_the_words_of_many_people_leave_room_for_the_answers() -> None:
    names = [f"q{number}" for number in range(60)]
    long = tree_of(
        {name: {"a": after, "b": "end"} for name, after in zip(names, [*names[1:], "end"], strict=True)}, ("end",)
    )
    answers = dict.fromkeys(names, "a")
    said = {name: Evidence("\N{PILE OF POO}" * 200, name) for name in names}

    link = State(long, answers).handed_over((), "", said).link

    reading = read_link(long, link)
    assert len(link) < MAX_LENGTH
    assert reading.problems == ()
    assert reading.state.answers == answers
    assert len(reading.state.said) == MAX_SAID // 2430
    assert reading.state.link == link


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence("Bo", "1 May"), "Bo, 1 May"),
        (Evidence("Bo"), "Bo"),
        (Evidence("", "1 May"), "1 May"),
        (UNSAID, ""),
    ],
)
def test_who_and_when_are_told_as_far_as_they_are_said(evidence: Evidence, words: str) -> None:
    assert evidence.words == words
    assert evidence.to_json() == {"who": evidence.who, "when": evidence.when}
