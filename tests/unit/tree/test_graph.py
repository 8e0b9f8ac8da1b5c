"""The tree as a graph: reach, order and cycles, also where the tree is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.tree.cycles import find_cycles
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of

KNOTS = tree_of(
    {
        "a": {"1": "b", "2": "c"},
        "b": {"1": "a", "2": "o"},
        "c": {"1": "c", "2": "o"},
        "d": {"1": "e", "2": "o"},
        "e": {"1": "f", "2": "o"},
        "f": {"1": "d", "2": "e"},
    },
    ("o",),
)
"""Three groups of questions that lead to one another; the last can't be reached."""


def test_targets_are_distinct_and_exist() -> None:
    """A target is named once; one that does not exist is passed over."""
    tree = tree_of({"q": {"a": "o", "b": "o", "c": "nowhere", "d": "q"}}, ("o",))

    assert tree.graph.targets["q"] == ("o", "q")


def test_an_acyclic_tree_has_no_cycles() -> None:
    """Branches that join are no cycle."""
    assert find_cycles(SUPPER) == []


def test_each_group_of_questions_gives_one_shortest_cycle() -> None:
    """Cycles come in the author's order, with their questions in the order asked."""
    assert find_cycles(KNOTS) == [["a", "b"], ["c"], ["d", "e", "f"]]


def test_a_long_cycle_needs_no_recursion() -> None:
    """A cycle may be longer than the stack is deep."""
    long = tree_of({f"q{n}": {"a": f"q{(n + 1) % 5000}", "b": "o"} for n in range(5000)}, ("o",))

    assert len(find_cycles(long)[0]) == 5000


def test_questions_come_before_their_targets() -> None:
    """Each question comes before every question that it leads to."""
    assert SUPPER.graph.order == ("hungry", "cook", "thirsty")


def test_questions_with_a_single_outcome() -> None:
    """A question has an only outcome where all that follows leads there."""
    tree = tree_of({"q": {"a": "r", "b": "p"}, "r": {"a": "s", "b": "o"}, "s": {"a": "o", "b": "o"}}, ("o", "p"))

    assert tree.graph.only_outcomes == {"r": "o", "s": "o"}


def test_the_way_to_a_node_is_a_shortest_one() -> None:
    """Of equally short ways the author's first is taken."""
    assert SUPPER.graph.way_to("toast") == {"hungry": "yes", "cook": "no"}
    assert SUPPER.graph.way_to("hungry") == {}


def test_first_steps_end_in_a_cyclic_tree() -> None:
    """Nodes that are met again are not followed again; nodes that can't be reached have no step."""
    assert set(KNOTS.graph.first_steps) == {"a", "b", "c", "o"}


def test_a_start_that_does_not_exist_leads_nowhere() -> None:
    """Without a start, nothing is reached."""
    assert tree_of({"q": {"a": "o"}}, ("o",)).graph.first_steps.keys() == {"q", "o"}


LATE = replace(
    tree_of(
        {
            "last": {"a": "x", "b": "y"},
            "first": {"a": "second", "b": "third", "c": "last"},
            "second": {"a": "third", "b": "third"},
            "third": {"a": "last", "b": "x"},
        },
        ("x", "y"),
    ),
    start="first",
)
"""The start is not the first in the author's order, and two answers lead to one question."""


def test_the_order_does_not_depend_on_where_questions_stand() -> None:
    assert LATE.graph.order == ("first", "second", "third", "last")


def test_ways_below_a_question_count_every_answer() -> None:
    """The last question has 2, the third 3, the second twice as many, and the first all of them."""
    assert LATE.graph.ways_below == {"last": 2, "third": 3, "second": 6, "first": 11}


def test_the_longest_way_has_each_question_once() -> None:
    assert LATE.graph.longest_ways == {"last": 1, "third": 2, "second": 3, "first": 4}


def test_the_first_steps_are_those_of_shortest_ways() -> None:
    assert LATE.graph.first_steps == {
        "first": None,
        "second": ("first", "a"),
        "third": ("first", "b"),
        "last": ("first", "c"),
        "x": ("third", "b"),
        "y": ("last", "b"),
    }
    assert LATE.graph.way_to("y") == {"first": "c", "last": "b"}
    assert list(LATE.graph.way_to("x")) == ["first", "third"]
    with pytest.raises(KeyError):
        LATE.graph.way_to("nowhere")


def informative(tree: Tree, *names: str) -> Tree:
    return replace(
        tree,
        questions={name: replace(question, informative=name in names) for name, question in tree.questions.items()},
    )


def test_an_informative_question_is_passed_through_if_it_leads_to_one_place() -> None:
    """The second leads to the third alone; the third to two places, so that it counts."""
    assert informative(LATE, "second", "third").graph.passed_through == {"second": "third"}
    assert LATE.graph.passed_through == {}


def test_several_in_a_row_lead_to_what_comes_after_all_of_them() -> None:
    tree = informative(
        tree_of(
            {"one": {"a": "two", "b": "three"}, "two": {"a": "three", "b": "three"}}
            | {"three": {"a": "end", "b": "end"}, "end": {"a": "x", "b": "y"}},
            ("x", "y"),
        ),
        "one",
        "two",
        "three",
    )

    assert tree.graph.passed_through == {"one": "end", "two": "end", "three": "end"}


def test_one_from_which_a_single_outcome_can_be_reached_never_counts_either() -> None:
    tree = informative(
        tree_of(
            {"top": {"a": "side", "b": "y"}, "side": {"a": "low", "b": "x"}, "low": {"a": "x", "b": "x"}}, ("x", "y")
        ),
        "side",
    )

    assert tree.graph.passed_through == {"side": "x"}


def test_those_on_a_cycle_are_left_out() -> None:
    assert informative(KNOTS, "c", "f").graph.passed_through == {}


def test_targets_of_a_start_that_is_no_node_are_no_steps() -> None:
    assert replace(SUPPER, start="nowhere").graph.first_steps == {}
    assert replace(SUPPER, start="tea").graph.first_steps == {"tea": None}


def test_a_question_comes_after_every_one_that_leads_to_it_however_it_is_met() -> None:
    """The first leads to the last at once, and to an outcome before the other question."""
    tree = tree_of(
        {"one": {"a": "x", "b": "three", "c": "two"}, "two": {"a": "three", "b": "y"}, "three": {"a": "z"}},
        tuple("xyz"),
    )

    assert tree.graph.order == ("one", "two", "three")
    assert tree.graph.first_steps["y"] == ("two", "b")
    assert tree.graph.way_to("z") == {"one": "b", "three": "a"}


def test_a_question_that_leads_nowhere_is_a_way_of_its_own() -> None:
    assert tree_of({"q": {"a": "nowhere"}}, ("o",)).graph.longest_ways == {"q": 1}
