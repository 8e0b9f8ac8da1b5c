"""The tree as a graph: reach, order and cycles, also where the tree is broken."""

from __future__ import annotations

from fingerpost.tree.cycles import find_cycles
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
