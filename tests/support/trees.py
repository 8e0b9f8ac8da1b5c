"""Random trees with joins, and answers to them, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from fingerpost.tree.model import UNSURE, Tree
from made_up import tree_of


@st.composite
def trees(draw: st.DrawFn, most_questions: int = 7, most_outcomes: int = 4) -> Tree:
    """Draw an acyclic tree in which every node can be reached; branches join often."""
    count = draw(st.integers(1, most_questions))
    outcomes = tuple(f"o{number}" for number in range(draw(st.integers(1, most_outcomes))))
    questions: dict[str, dict[str, str]] = {}
    for number in range(count):
        later = [f"q{other}" for other in range(number + 1, count)]
        answers = [f"a{answer}" for answer in range(draw(st.integers(2, 3)))]
        questions[f"q{number}"] = {answer: draw(st.sampled_from([*later, *outcomes])) for answer in answers}
    return _without_unreachable(questions, outcomes)


@st.composite
def answered_trees(draw: st.DrawFn, most_questions: int = 7) -> tuple[Tree, dict[str, str]]:
    """Draw a tree with answers to some of its questions, live or not, in any order."""
    tree = draw(trees(most_questions))
    chosen = draw(st.lists(st.sampled_from(list(tree.questions)), unique=True))
    answers = {
        question: draw(st.sampled_from([UNSURE, *(answer.id for answer in tree.questions[question].answers)]))
        for question in chosen
    }
    return tree, answers


def _without_unreachable(questions: dict[str, dict[str, str]], outcomes: tuple[str, ...]) -> Tree:
    met = {"q0"}
    for name, answers in questions.items():  # targets come later than their question
        if name in met:
            met.update(answers.values())
    return tree_of(
        {name: answers for name, answers in questions.items() if name in met},
        tuple(name for name in outcomes if name in met),
    )
