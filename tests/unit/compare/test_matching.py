"""The parts of two editions that are the same, by the renames of the new edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.compare import compare_trees
from fingerpost.compare.matching import Matching
from fingerpost.tree.model import Renames, Tree
from fingerpost.tree.shape import Kind
from made_up import tree_of

OLD = tree_of({"a": {"y": "b", "n": "o"}, "b": {"y": "p", "n": "o", "m": "p"}}, ("o", "p"))


def renaming(new: Tree, **renames: dict[str, str]) -> Matching:
    return Matching.of(OLD, replace(new, renamed=Renames(**renames)))


def test_an_id_that_the_old_edition_had_stays_with_its_part() -> None:
    """The new `b` is the old `b`: `a`, which is said to be called `b` now, is gone."""
    new = replace(tree_of({"b": {"y": "p", "n": "o", "m": "p"}}, ("o", "p")), renamed=Renames({"a": "b"}))

    parts = compare_trees(OLD, new).parts

    assert Matching.of(OLD, new).questions == {"a": "a", "b": "b"}
    assert parts.renamed == []
    assert [(part.kind, part.id) for part in parts.removed] == [("question", "a")]


def test_so_does_that_of_an_answer_and_of_an_outcome() -> None:
    new = tree_of({"a": {"y": "b", "n": "p"}, "b": {"n": "p"}}, ("p",))

    matching = renaming(new, answers={"b/y": "n", "b/m": "n"}, outcomes={"o": "p"})

    assert dict(matching.answers) == {}
    assert matching.outcomes == {"o": "o", "p": "p"}


def test_of_two_parts_with_one_new_id_the_first_has_it() -> None:
    new = tree_of({"a": {"y": "b", "n": "o"}, "b": {"now": "p", "n": "o"}}, ("o", "p"))

    matching = renaming(new, answers={"b/y": "now", "b/m": "now"})

    assert dict(matching.answers) == {("b", "y"): "now"}


def test_a_part_that_is_still_there_is_not_renamed() -> None:
    new = tree_of({"a": {"y": "b", "n": "o"}, "b": {"y": "p", "n": "o", "m": "p"}, "c": {"y": "o"}}, ("o", "p", "q"))

    matching = renaming(new, questions={"a": "c"}, answers={"a/y": "n"}, outcomes={"o": "q"})

    assert matching.questions == {"a": "a", "b": "b"}
    assert matching.outcomes == {"o": "o", "p": "p"}
    assert dict(matching.answers) == {}


def test_a_new_id_that_the_new_edition_does_not_have_is_none() -> None:
    new = tree_of({"b": {"y": "p", "n": "o", "m": "p"}}, ("o", "p"))

    assert renaming(new, questions={"a": "nowhere"}).questions == {"a": "a", "b": "b"}


def test_the_answers_of_a_renamed_question_are_matched_under_its_new_id() -> None:
    new = tree_of({"c": {"yes": "b", "n": "o"}, "b": {"y": "p", "n": "o", "m": "p"}}, ("o", "p"))

    matching = renaming(new, questions={"a": "c"}, answers={"c/y": "yes"})

    assert matching.questions == {"a": "c", "b": "b"}
    assert dict(matching.answers) == {("c", "y"): "yes"}
    assert matching.present_answers({"a": "y", "b": "y"}) == {"c": "yes", "b": "y"}


def test_answers_are_matched_also_after_a_question_that_is_gone() -> None:
    new = tree_of({"b": {"yes": "p", "n": "o"}}, ("o", "p"))

    assert dict(renaming(new, answers={"b/y": "yes"}).answers) == {("b", "y"): "yes"}


@pytest.mark.parametrize(
    ("kind", "present"),
    [
        (Kind.QUESTION, {"q": "r", "o": "o", "x": "x"}),
        (Kind.OUTCOME, {"q": "q", "o": "p", "x": "x"}),
        (Kind.ROUTE, {"q": "r", "o": "p", "x": "x"}),
        (Kind.CONSIDERATION, {"q": "q", "o": "o", "x": "x"}),
        (None, {"q": "q", "o": "o", "x": "x"}),
    ],
)
def test_only_an_id_of_a_question_or_of_an_outcome_is_another_at_present(kind: object, present: dict[str, str]) -> None:
    matching = Matching({"q": "r"}, {"o": "p"}, {})

    assert {part: matching.present(part, kind) for part in present} == present
