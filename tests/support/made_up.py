"""Small invented trees, for tests of the engine."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Answer, Outcome, Question, Tree


def tree_of(
    questions: Mapping[str, Mapping[str, str]],
    outcomes: tuple[str, ...],
    *,
    tree_id: str = "made-up",
    edition: str = "1",
) -> Tree:
    """Return a tree from a mapping of question ids to answer ids to targets; its texts are the capitalised ids.

    The first question is the start.
    """
    return Tree(
        id=tree_id,
        title=plain_text(tree_id.capitalize()),
        edition=edition,
        start=next(iter(questions)),
        questions={
            name: Question(
                id=name,
                ask=plain_text(f"{name.capitalize()}?"),
                answers=tuple(
                    Answer(id=answer, label=plain_text(answer.capitalize()), go=target)
                    for answer, target in answers.items()
                ),
            )
            for name, answers in questions.items()
        },
        outcomes={name: Outcome(id=name, title=plain_text(name.capitalize())) for name in outcomes},
    )


SUPPER = tree_of(
    {
        "hungry": {"yes": "cook", "no": "thirsty"},
        "cook": {"yes": "soup", "no": "toast"},
        "thirsty": {"yes": "tea", "no": "toast"},
    },
    ("soup", "toast", "tea"),
    tree_id="supper",
)
"""Three questions, three outcomes; two branches join at toast."""
