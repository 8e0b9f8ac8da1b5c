"""The parts of a link that could not be used: what is wrong with each, its name, and the question that it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.answers.evidence import Evidence
from fingerpost.answers.reading import LinkProblem, LinkReading, read_link
from fingerpost.answers.state import State
from fingerpost.tree.model import Renames
from made_up import SUPPER

STRICT = replace(
    SUPPER,
    edition="2",
    editions=("1",),
    questions={**SUPPER.questions, "cook": replace(SUPPER.questions["cook"], unsure_allowed=False)},
)
LONG = "z" * 100
CUT = "z" * 79 + "…"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("dinner?hungry=yes&edition=2", [LinkProblem("other-tree", "dinner")]),
        (f"{LONG}?hungry=yes&edition=2", [LinkProblem("other-tree", CUT)]),
        ("supper?sleepy=yes&edition=2", [LinkProblem("unknown-question", "sleepy=yes")]),
        ("supper?hungry=maybe&edition=2", [LinkProblem("unknown-answer", "hungry=maybe", "hungry")]),
        ("supper?cook=unsure&edition=2", [LinkProblem("unsure-not-allowed", "cook=unsure", "cook")]),
        ("supper?hungry=yes&hungry=no&edition=2", [LinkProblem("answered-twice", "hungry=no", "hungry")]),
        (f"supper?hungry={LONG}&edition=2", [LinkProblem("unknown-answer", f"hungry={'z' * 72}…", "hungry")]),
        (f"supper?hungry=yes&{LONG}&edition=2", [LinkProblem("not-understood", CUT)]),
        (
            "supper?hungry=yes&edition=1&edition=2",
            [LinkProblem("other-edition", "1"), LinkProblem("answered-twice", "edition=2")],
        ),
        (f"supper?hungry=yes&edition=1&edition={LONG}", None),
        ("supper?hungry=yes&edition=2&edition=2", []),
        ("supper?hungry=yes&cook=n", [LinkProblem("cut-off", "cook=n")]),
        ("supper?hungry=yes&co", [LinkProblem("cut-off", "co")]),
        (
            "supper?hungry=yes&sleepy=no&co",
            [LinkProblem("cut-off", "co"), LinkProblem("unknown-question", "sleepy=no")],
        ),
        ("supper?hungry=yes&sleepy=", [LinkProblem("cut-off", "sleepy=")]),
        ("supper?hungry=yes...", [LinkProblem("cut-off", "hungry=yes")]),
        ("sup", [LinkProblem("cut-off", "sup")]),
        ("dinner", [LinkProblem("other-tree", "dinner")]),
        ("dinner?hungry=y", [LinkProblem("other-tree", "dinner")]),
        ("Xsupper?hungry=yes&edition=2", [LinkProblem("other-tree", "Xsupper")]),
    ],
)
def test_each_problem_is_named_as_written_and_cut_to_a_readable_length(
    text: str, problems: list[LinkProblem] | None
) -> None:
    if problems is None:
        problems = [
            LinkProblem("other-edition", "1"),
            LinkProblem("answered-twice", f"edition={'z' * 71}…"),
        ]

    assert list(read_link(STRICT, text).problems) == problems


def test_a_link_of_another_tree_and_one_that_is_too_long_give_the_start() -> None:
    for text in ("dinner?hungry=yes", "supper?hungry=yes&" + "x" * 65_536):
        reading = read_link(SUPPER, text)

        assert (reading.state, reading.edition, reading.renamed) == (State(SUPPER, {}), None, ())


def test_a_link_has_all_of_a_state() -> None:
    text = (
        "supper?hungry=no&thirsty=unsure&cook=yes&edition=1&mode=hand-over&ask_again=thirsty,cook,hungry,sleepy"
        "&said_by=Bo,1+May,hungry&said_by=Asha,,hungry,cook&sender_need=Tea~3F&sender_need=Toast"
    )

    assert read_link(SUPPER, text) == LinkReading(
        State(
            SUPPER,
            {"hungry": "no", "thirsty": "unsure", "cook": "yes"},
            ("thirsty", "cook", "hungry"),
            hand_over=True,
            need="Tea?",
            said={"hungry": Evidence("Bo", "1 May"), "cook": Evidence("Asha")},
        ),
        (),
        "1",
    )


def test_what_several_parts_ask_again_is_asked_in_the_order_of_the_link() -> None:
    reading = read_link(SUPPER, "supper?hungry=no&thirsty=no&edition=1&ask_again=thirsty&ask_again=hungry")

    assert reading.state.ask_again == ("thirsty", "hungry")


class TestRenames:
    TREE = replace(
        SUPPER,
        renamed=Renames(
            {"peckish": "hungry", "parched": "thirsty"},
            {"hungry/yep": "yes", "thirsty/yep": "yes", "cook/none": "gone"},
        ),
    )

    def test_old_ids_stand_for_present_ones_and_are_told(self) -> None:
        reading = read_link(self.TREE, "supper?peckish=nope&peckish=yep&cook=no&ask_again=peckish,cook&edition=1")

        assert reading.state == State(self.TREE, {"hungry": "yes", "cook": "no"}, ("hungry", "cook"))
        assert reading.renamed == (("peckish=yep", "hungry=yes"),)
        assert reading.problems == (LinkProblem("unknown-answer", "peckish=nope", "hungry"),)

    def test_a_present_answer_has_its_old_name_in_no_other_question(self) -> None:
        reading = read_link(self.TREE, "supper?hungry=yep&cook=yep&edition=1")

        assert reading.state.answers == {"hungry": "yes"}
        assert reading.renamed == (("hungry=yep", "hungry=yes"),)
        assert reading.problems == (LinkProblem("unknown-answer", "cook=yep", "cook"),)

    def test_where_a_link_names_both_questions_the_remaining_one_counts(self) -> None:
        """The old one was asked beside it; nothing is known of it any more."""
        reading = read_link(self.TREE, "supper?parched=yes&thirsty=no&hungry=no&edition=1")

        assert reading.state.answers == {"thirsty": "no", "hungry": "no"}
        assert reading.renamed == ()
        assert reading.problems == (LinkProblem("unknown-question", "parched=yes"),)

    def test_a_link_that_was_cut_in_an_old_id_is_cut_off(self) -> None:
        for pair in ("peckish=ye", "cook=non"):
            assert read_link(self.TREE, f"supper?{pair}").problems == (LinkProblem("cut-off", pair),)

    def test_not_sure_stands_for_no_answer_that_was_called_so(self) -> None:
        tree = replace(SUPPER, renamed=Renames(answers={"hungry/unsure": "no"}))

        reading = read_link(tree, "supper?hungry=unsure&edition=1")

        assert (reading.state.answers, reading.renamed) == ({"hungry": "unsure"}, ())

    def test_not_sure_has_no_other_name(self) -> None:
        reading = read_link(self.TREE, "supper?peckish=unsure&edition=1")

        assert reading.state.answers == {"hungry": "unsure"}
        assert reading.renamed == (("peckish=unsure", "hungry=unsure"),)

    def test_who_said_it_is_said_of_the_present_question_first(self) -> None:
        text = "supper?peckish=no&parched=no&edition=1&said_by=Bo,,peckish,parched&said_by=Asha,,thirsty"

        assert read_link(self.TREE, text).state.said == {"hungry": Evidence("Bo"), "thirsty": Evidence("Asha")}
