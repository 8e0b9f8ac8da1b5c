"""Results and their reasons: the exact cases of the site's tree, as the command line reports them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reasons import narrowing
from fingerpost.answers.state import State
from fingerpost.cli import main
from live_tree import DOCS, live_tree
from made_up import SUPPER, tree_of
from states import explain

type Ask = Callable[[str], dict[str, Any]]

EVERYTHING = [
    "request-response-synchronous",
    "request-response-asynchronous",
    "registry-repository",
    "shared-repository",
    "information-push",
    "publish-subscribe",
]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Ask:
    def ask(answers: str) -> dict[str, Any]:
        status = main(["explain", str(DOCS / "choose" / "tree.yml"), answers, "--json"])
        assert status == 0
        return json.loads(capsys.readouterr().out)

    return ask


class TestTheSitesTree:
    def test_not_sure_at_the_start_leaves_everything_possible(self, told: Ask) -> None:
        result = told("proactive-request=unsure")

        assert result["possible"] == EVERYTHING
        assert result["decided"] is None
        assert result["open"] == ["care-setting", "business-acknowledgement"]
        assert result["left"] == {"least": 4, "most": 4}
        assert result["forcing"] == []
        assert result["ruled_out"] == {}

    def test_an_open_mandate_leaves_two_outcomes(self, told: Ask) -> None:
        result = told("proactive-request=yes&care-setting=no&repository-mandate=unsure")

        assert result["possible"] == ["registry-repository", "shared-repository"]
        assert result["open"] == []
        assert result["left"] == {"least": 0, "most": 0}

    def test_either_way_the_answer_is_the_same(self, told: Ask) -> None:
        result = told("proactive-request=yes&care-setting=unsure&location-known=no&repository-mandate=no")

        assert result["decided"] == "registry-repository"
        assert result["possible"] == ["registry-repository"]
        assert result["forcing"] == ["proactive-request", "location-known", "repository-mandate"]

    def test_what_would_change_a_result(self, told: Ask) -> None:
        result = told("proactive-request=yes&care-setting=yes&location-known=yes")

        assert result["decided"] == "request-response-synchronous"
        assert result["changes"]["registry-repository"] == {"changed": {"location-known": "no"}, "added": {}}
        assert result["changes"]["publish-subscribe"] == {
            "changed": {"proactive-request": "no"},
            "added": {"business-acknowledgement": "no", "recipients-known": "no"},
        }
        assert "request-response-synchronous" not in result["changes"]

    def test_an_outcome_is_ruled_out_by_the_answer_that_closed_it(self, told: Ask) -> None:
        result = told("proactive-request=yes&care-setting=no&repository-mandate=no")

        assert result["ruled_out"] == {
            "request-response-synchronous": "care-setting",
            "request-response-asynchronous": "proactive-request",
            "shared-repository": "repository-mandate",
            "information-push": "proactive-request",
            "publish-subscribe": "proactive-request",
        }

    @pytest.mark.parametrize(
        "answers",
        [
            "proactive-request=no&care-setting=yes&location-known=yes",
            "location-known=yes&care-setting=yes&proactive-request=no",
        ],
    )
    def test_an_answer_that_is_not_live_never_counts_in_any_order(self, told: Ask, answers: str) -> None:
        result = told(answers)

        assert result["open"] == ["business-acknowledgement"]
        assert result["set_aside"] == ["care-setting", "location-known"]
        assert result["possible"] == [
            "request-response-synchronous",
            "request-response-asynchronous",
            "information-push",
            "publish-subscribe",
        ]

    def test_a_link_copied_from_the_page_is_understood(self, told: Ask) -> None:
        result = told("https://example.org/choose/#integration-pattern?proactive-request=no&edition=2022-11-24")

        assert result["open"] == ["business-acknowledgement"]


def test_steps_are_told_in_the_order_asked_and_a_bound_as_a_bound(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = str(DOCS / "choose" / "tree.yml")

    main(["explain", tree, "proactive-request=unsure&care-setting=yes&location-known=yes"])
    exact = capsys.readouterr().out
    monkeypatch.setattr("fingerpost.answers.branches.WORK_LIMIT", 0)
    main(["explain", tree, "proactive-request=unsure"])
    bound = capsys.readouterr().out

    steps = exact.split("To get Registry/Repository, you would answer:")[1].splitlines()[1:3]
    assert [step.partition(":")[0] for step in steps] == ["  in addition", "  changed"]
    assert re.search(r"^Questions left: at most \d+$", bound, re.MULTILINE)


class TestBadInput:
    def test_an_answer_that_does_not_hold_is_told_and_nothing_is_explained(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        status = main(["explain", str(DOCS / "choose" / "tree.yml"), "proactive-request=perhaps", "--json"])

        captured = capsys.readouterr()
        assert status == 1
        assert captured.out == ""
        assert "proactive-request=perhaps" in captured.err
        assert "Traceback" not in captured.err


class TestNarrowing:
    def test_an_answer_that_sets_another_aside_can_leave_as_many_outcomes(self) -> None:
        """Whatever the answer to the first question is, 2 outcomes are possible after it, as before."""
        tree = tree_of(
            {"first": {"a": "next", "b": "second"}, "second": {"a": "x", "b": "last", "c": "z"}}
            | {"next": {"a": "last", "b": "last"}, "last": {"a": "x", "b": "y"}},
            ("x", "y", "z"),
        )
        state = State(tree, {"first": "unsure", "second": "unsure", "last": "a"})

        assert state.position.possible == ("x", "z")
        assert state.after("first", "a").position.possible == ("x", "y")
        assert state.after("first", "b").position.possible == ("x", "z")
        assert narrowing(state) == ("second",)


class TestQuestionsLeft:
    def test_a_short_and_a_long_branch_give_a_range(self) -> None:
        tree = tree_of(
            {"first": {"yes": "here", "no": "second"}, "second": {"yes": "here", "no": "third"}}
            | {"third": {"yes": "here", "no": "there"}},
            ("here", "there"),
        )

        left = explain(tree, {}).left

        assert (left.least, left.most) == (1, 3)

    def test_a_question_where_branches_join_is_counted_once(self) -> None:
        tree = tree_of(
            {"start": {"a": "left", "b": "right"}, "left": {"a": "join", "b": "x"}}
            | {"right": {"a": "join", "b": "x"}, "join": {"a": "x", "b": "y"}},
            ("x", "y"),
        )

        left = explain(tree, {"start": "unsure"}).left

        assert (left.least, left.most) == (2, 3)

    def test_where_all_can_be_answered_before_one_outcome_is_left_the_least_says_so(self) -> None:
        tree = tree_of(
            {"start": {"a": "one", "b": "two"}, "one": {"a": "x", "b": "more"}, "more": {"a": "y", "b": "x"}}
            | {"two": {"a": "y", "b": "z"}},
            ("x", "y", "z"),
        )

        left = explain(tree, {"start": "unsure"}).left

        assert (left.least, left.most) == (2, 3)

    @pytest.mark.parametrize("outcomes", [("x", "y", "z"), ("z", "y", "x"), ("y", "x", "z")])
    def test_the_outcome_that_takes_fewest_answers_counts_wherever_it_stands(self, outcomes: tuple[str, ...]) -> None:
        """One answer leaves x alone; y takes an answer on either side, and z cannot be left alone sooner."""
        tree = tree_of(
            {"start": {"a": "sure", "b": "choice"}, "sure": {"a": "x", "b": "x", "c": "deep"}}
            | {"deep": {"a": "x", "b": "x"}, "choice": {"a": "x", "b": "y", "c": "z"}},
            outcomes,
        )

        left = explain(tree, {"start": "unsure"}).left

        assert (left.least, left.most) == (1, 3)

    @pytest.mark.parametrize("outcomes", [("x", "y"), ("y", "x")])
    def test_answers_on_every_branch_may_be_needed_to_leave_one_outcome(self, outcomes: tuple[str, ...]) -> None:
        """Each branch has both outcomes, and y only behind a second question."""
        far = {"a": "more", "b": "x"}
        tree = tree_of(
            {"start": {"a": "left", "b": "right"}, "left": {"a": "x", "b": "more"}, "right": far}
            | {"more": {"a": "y", "b": "x"}},
            outcomes,
        )

        left = explain(tree, {"start": "unsure"}).left

        assert (left.least, left.most) == (2, 3)

    def test_a_decided_tree_has_none_left(self) -> None:
        assert explain(SUPPER, {"hungry": "yes", "cook": "yes"}).left.most == 0

    def test_the_live_tree_asks_three(self) -> None:
        left = explain(live_tree(), {}).left

        assert (left.least, left.most) == (3, 3)


def test_an_explanation_as_data_has_each_of_its_parts() -> None:
    told = explain(SUPPER, {"hungry": "yes", "cook": "no", "thirsty": "yes"}).to_json()

    assert told == {
        "possible": ["toast"],
        "decided": "toast",
        "open": [],
        "left": {"least": 0, "most": 0},
        "forcing": ["hungry", "cook"],
        "ruled_out": {"soup": "cook", "tea": "hungry"},
        "changes": {
            "soup": {"changed": {"cook": "yes"}, "added": {}},
            "tea": {"changed": {"hungry": "no"}, "added": {}},
        },
        "set_aside": ["thirsty"],
    }


def test_its_data_says_where_the_number_of_questions_left_is_not_exact() -> None:
    tree = tree_of(
        {"start": {"a": "left", "b": "right"}, "left": {"a": "join", "b": "x"}}
        | {"right": {"a": "join", "b": "x"}, "join": {"a": "x", "b": "y"}},
        ("x", "y"),
    )

    with patch("fingerpost.answers.branches.WORK_LIMIT", 0):
        told = explain(tree, {"start": "unsure"}).to_json()

    assert told["left"] == {"least": 1, "most": 3, "exact": False}


class TestAskingNow:
    def test_the_open_question_to_ask_first(self) -> None:
        assert explain(SUPPER, {}).asking == "hungry"
        assert explain(SUPPER, {"hungry": "no"}).asking == "thirsty"

    def test_nothing_at_a_result(self) -> None:
        assert explain(SUPPER, {"hungry": "no", "thirsty": "no"}).asking is None

    def test_a_question_to_change_also_at_a_result_but_not_of_whoever_was_handed_it(self) -> None:
        answers = {"hungry": "unsure", "cook": "no", "thirsty": "no"}

        assert Explanation(State(SUPPER, answers, ("hungry",))).asking == "hungry"
        assert Explanation(State(SUPPER, answers, ("hungry",), hand_over=True)).asking is None

    def test_questions_to_ask_again_come_before_all_others(self) -> None:
        assert Explanation(State(SUPPER, {"hungry": "unsure"}, ("hungry",))).asking == "hungry"

    def test_nothing_where_only_a_question_that_never_counts_is_open(self) -> None:
        tree = tree_of(
            {"chat": {"a": "hungry", "b": "hungry"}, "hungry": {"yes": "soup", "no": "tea"}}, ("soup", "tea")
        )
        chat = replace(tree.questions["chat"], informative=True)
        told = explain(replace(tree, questions={**tree.questions, "chat": chat}), {"hungry": "unsure"})

        assert told.state.position.open == ("chat",)
        assert told.state.position.decided is None
        assert told.asking is None

    def test_nothing_where_every_question_is_answered_and_several_outcomes_are_left(self) -> None:
        assert explain(SUPPER, {"hungry": "unsure", "cook": "yes", "thirsty": "unsure"}).asking is None
