"""When a tree leads to an outcome, in sentences."""

from __future__ import annotations

from dataclasses import replace

from built_site import read
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.when import ways_to
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from made_up import SUPPER, tree_of


def with_clauses(tree: Tree, clauses: dict[tuple[str, str], str]) -> Tree:
    """Return a tree with clauses for some answers."""
    return replace(
        tree,
        questions={
            name: replace(
                question,
                answers=tuple(
                    replace(answer, when=plain_text(clauses[name, answer.id]))
                    if (name, answer.id) in clauses
                    else answer
                    for answer in question.answers
                ),
            )
            for name, question in tree.questions.items()
        },
    )


CLAUSES = {("hungry", "yes"): "you are hungry", ("cook", "no"): "nobody cooks", ("hungry", "no"): "you are not hungry"}


def test_one_set_is_one_sentence() -> None:
    tree = with_clauses(SUPPER, {**CLAUSES, ("cook", "yes"): "somebody cooks"})

    shown = read(ways_to(tree, "soup", Surroundings()))

    assert shown.one("p").seen_text == ("The tree leads here when you are hungry, and somebody cooks. See this result")
    assert shown.one("a").attributes["href"].startswith("#supper?hungry=yes&cook=yes")


def test_several_sets_are_a_list() -> None:
    shown = read(ways_to(with_clauses(SUPPER, CLAUSES), "toast", Surroundings()))

    asked = SUPPER.questions["thirsty"].ask.plain
    assert shown.one("p").seen_text == "The tree leads here in any of these cases:"
    assert [item.seen_text for item in shown.all("li")] == [
        "When you are hungry, and nobody cooks. See this result",
        f"When you are not hungry, and the answer to “{asked}” is “No”. See this result",
    ]


def test_answers_of_which_any_will_do_are_joined() -> None:
    tree = tree_of({"q": {"a": "o", "b": "p", "c": "o"}}, ("o", "p"))

    label = {answer.id: answer.label.plain for answer in tree.questions["q"].answers}
    assert sentence(tree) == (
        f"The tree leads here when the answer to “{tree.questions['q'].ask.plain}” is “{label['a']}” or “{label['c']}”."
    )
    both = {("q", "a"): "it rains", ("q", "c"): "it snows"}
    assert sentence(with_clauses(tree, both)) == "The tree leads here when it rains or it snows."


def test_a_tree_that_always_leads_there_says_so() -> None:
    assert sentence(tree_of({"q": {"a": "o", "b": "o"}}, ("o",))) == "The tree leads here whatever the answers."


def sentence(tree: Tree) -> str:
    """Return the sentence about the outcome `o`, without its link."""
    return read(ways_to(tree, "o", Surroundings())).one("p").seen_text.removesuffix(" See this result")
