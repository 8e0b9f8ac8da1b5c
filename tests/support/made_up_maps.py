"""Random trees with the texts that are hard to draw: long, short, in several scripts, without spaces."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from made_up import tree_of

_WORD = st.one_of(
    st.text("abcdefghijklmnopqrstuvwxyzWMQ", min_size=1, max_size=14),
    st.sampled_from(("Request/Response", "share-alike", "(synchronous)", "W" * 60, "Æ'&<b>", "---", "4.0", "a/b/c/d")),
    st.text("жшщёäßéاب中文字漢👍", min_size=1, max_size=24),
)
_TEXT = st.lists(_WORD, min_size=1, max_size=14).map(" ".join)


@st.composite
def drawable_trees(draw: st.DrawFn) -> Tree:
    """Draw a tree of up to 40 questions with 2 to 6 answers; branches join, and many trees are too large to draw."""
    columns = draw(st.integers(1, 6))
    rows = draw(st.integers(1, 8))
    levels = [[f"q{column}-{row}" for row in range(rows if column else 1)] for column in range(columns)]
    outcomes = tuple(f"o{number}" for number in range(draw(st.integers(2, 9))))
    questions: dict[str, dict[str, str]] = {}
    for number, level in enumerate(levels):
        later = [*outcomes, *(question for further in levels[number + 1 :] for question in further)]
        # Most answers lead to the next column, as in trees that people write.
        near = levels[number + 1] if number + 1 < columns else list(outcomes)
        for question in level:
            answers = (f"a{answer}" for answer in range(draw(st.integers(2, 6 if rows < 4 else 3))))
            questions[question] = {
                answer: draw(st.one_of(st.sampled_from(near), st.sampled_from(later))) for answer in answers
            }
    return _with_texts(draw, _reachable(questions, outcomes))


def _reachable(questions: dict[str, dict[str, str]], outcomes: tuple[str, ...]) -> Tree:
    met = {next(iter(questions))}
    for name, answers in questions.items():
        if name in met:
            met.update(answers.values())
    return tree_of(
        {name: answers for name, answers in questions.items() if name in met},
        tuple(name for name in outcomes if name in met),
    )


def _with_texts(draw: st.DrawFn, tree: Tree) -> Tree:
    """Return a tree with texts from a small number of drawn ones, since drawing is what takes time."""
    texts = draw(st.lists(_TEXT, min_size=3, max_size=9))
    number = draw(st.integers(1, 7))

    def text(name: str) -> str:
        return texts[sum(map(ord, name)) * number % len(texts)]

    return replace(
        tree,
        questions={
            name: replace(
                question,
                ask=plain_text(text(name)),
                short=plain_text(text(f"short {name}")) if len(name) % 2 else None,
                answers=tuple(
                    replace(answer, label=plain_text(text(f"{name} {answer.id}"))) for answer in question.answers
                ),
            )
            for name, question in tree.questions.items()
        },
        outcomes={name: replace(outcome, title=plain_text(text(name))) for name, outcome in tree.outcomes.items()},
    )
