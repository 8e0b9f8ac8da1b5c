"""The text of links: what is written, and what is made of whatever comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.answers.evidence import Evidence
from fingerpost.answers.link import MAX_LENGTH, link_text, need_in, said_in
from fingerpost.answers.reading import read_link
from made_up import SUPPER
from states import link_of


def kinds(text: str) -> list[str]:
    """Return the kinds of the problems that a link text has."""
    return [problem.kind for problem in read_link(SUPPER, text).problems]


class TestFormatting:
    def test_the_start_is_the_tree_alone(self) -> None:
        assert link_of(SUPPER, {}) == "supper"

    def test_answers_stand_in_the_order_asked_whatever_order_they_came_in(self) -> None:
        assert link_of(SUPPER, {"cook": "no", "hungry": "yes"}) == "supper?hungry=yes&cook=no&edition=1"

    def test_answers_that_do_not_count_come_last(self) -> None:
        link = link_of(SUPPER, {"cook": "no", "hungry": "no", "thirsty": "yes"})

        assert link == "supper?hungry=no&thirsty=yes&cook=no&edition=1"

    def test_not_sure_is_an_answer(self) -> None:
        assert link_of(SUPPER, {"hungry": "unsure"}) == "supper?hungry=unsure&edition=1"


class TestReading:
    def test_what_was_written_is_read_back(self) -> None:
        answers = {"hungry": "unsure", "cook": "yes", "thirsty": "no"}

        reading = read_link(SUPPER, link_of(SUPPER, answers))

        assert reading.state.answers == answers
        assert reading.problems == ()
        assert reading.edition == "1"

    @pytest.mark.parametrize("text", ["", "#", "supper", "#supper", "supper?", "supper?&&"])
    def test_no_answers_are_the_start(self, text: str) -> None:
        reading = read_link(SUPPER, text)

        assert reading.state.answers == {}
        assert reading.problems == ()

    def test_answers_alone_need_no_tree(self) -> None:
        assert read_link(SUPPER, "hungry=yes&cook=no").state.answers == {"hungry": "yes", "cook": "no"}

    def test_a_link_that_was_percent_encoded_on_its_way_is_understood(self) -> None:
        reading = read_link(SUPPER, "supper%3Fhungry%3Dyes%26cook%3Dno%26edition%3D1")

        assert reading.state.answers == {"hungry": "yes", "cook": "no"}
        assert reading.problems == ()

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("dinner?hungry=yes", "other-tree"),
            ("supper?hungry=yes&edition=0", "other-edition"),
            ("supper?hungry=yes&sleepy=yes", "unknown-question"),
            ("supper?hungry=yes&cook=perhaps", "unknown-answer"),
            ("supper?hungry=yes&hungry=no", "answered-twice"),
            ("supper?hungry=yes&edition=1&edition=2", "answered-twice"),
            ("supper?hungry=yes&edition=1&edition=", "answered-twice"),
            ("supper?hungry=yes&%00%ff", "not-understood"),
            ("supper?hungry=yes&<script>=1", "unknown-question"),
            ("supper?" + "x" * MAX_LENGTH, "too-long"),
        ],
    )
    def test_what_does_not_hold_is_reported(self, text: str, kind: str) -> None:
        assert kinds(text) == [kind]

    def test_the_rest_still_counts(self) -> None:
        reading = read_link(SUPPER, "supper?sleepy=yes&hungry=yes&cook=maybe&edition=0")

        assert reading.state.answers == {"hungry": "yes"}
        assert [problem.kind for problem in reading.problems] == [
            "other-edition",
            "unknown-question",
            "unknown-answer",
        ]

    def test_the_first_of_two_values_counts(self) -> None:
        assert read_link(SUPPER, "supper?hungry=yes&hungry=no").state.answers == {"hungry": "yes"}

    def test_the_same_value_twice_is_no_problem(self) -> None:
        assert kinds("supper?hungry=yes&hungry=yes") == []

    def test_not_sure_is_refused_where_the_author_forbids_it(self) -> None:
        strict = replace(
            SUPPER,
            questions={**SUPPER.questions, "cook": replace(SUPPER.questions["cook"], unsure_allowed=False)},
        )

        reading = read_link(strict, "supper?hungry=yes&cook=unsure")

        assert reading.state.answers == {"hungry": "yes"}
        assert [problem.kind for problem in reading.problems] == ["unsure-not-allowed"]

    def test_a_long_part_is_cut_for_the_notice(self) -> None:
        (problem,) = read_link(SUPPER, f"supper?{'z' * 500}=1").problems

        assert len(problem.part) == 80

    def test_spaces_that_a_program_put_into_ids_are_taken_out(self) -> None:
        reading = read_link(SUPPER, "sup per?hun gry=y es&edition=1&said_by=Bo,now,hun gry")

        assert (reading.state.answers, reading.problems) == ({"hungry": "yes"}, ())
        assert reading.state.said == {"hungry": Evidence("Bo", "now")}
        assert said_in("Bo,now,hun gry,co ok") == (Evidence("Bo", "now"), ["hungry", "cook", ""])

    @pytest.mark.parametrize("end", ["~", "~C", "~C3"])
    def test_a_need_that_was_cut_within_a_letter_ends_before_it(self, end: str) -> None:
        assert need_in(f"Caf{end}") == "Caf"

    @pytest.mark.parametrize("letter", ["x", "X", "?", "é", "\N{WOMAN}"])
    def test_a_need_keeps_its_last_letter(self, letter: str) -> None:
        link = link_text("supper", [], "1", hand_over=True, need=f"a{letter}")

        assert need_in(link.rpartition("=")[2]) == f"a{letter}"

    def test_half_a_letter_in_a_need_is_replaced(self) -> None:
        link = link_text("supper", [], "1", hand_over=True, need="a\ud800b")

        assert link.endswith("&sender_need=a~3Fb")
