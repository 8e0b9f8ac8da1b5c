"""The progress of a state: the questions left, and the outcomes still possible or ruled out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from fingerpost.answers.questions_left import Left
from fingerpost.render.names import capital_noun
from fingerpost.render.whose import marked
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Question, Tree


def questions_left(left: Left) -> str:
    """Return the line with the number of questions left; nothing if only questions that never count are left."""
    if not left.most:
        return ""
    return f'<p class="fp-left" data-search-exclude>{escape(left_text(left))}</p>'


def left_text(left: Left) -> str:
    """Return the number of questions left, as plain text."""
    if not left.exact:
        return say("questions-left-bound", most=left.most)
    if left.least == left.most:
        return say("questions-left-one") if left.most == 1 else say("questions-left", most=left.most)
    return say("questions-left-range", least=left.least, most=left.most)


def standing_text(tree: Tree, possible: Collection[str]) -> str:
    """Return how many outcomes are still possible, as plain text."""
    return say("standing", noun=capital_noun(tree), count=len(possible), total=len(tree.outcomes))


def standing(tree: Tree, possible: Collection[str], reasons: Mapping[str, str]) -> str:
    """Return the outcomes still possible and those ruled out, folded.

    Args:
        tree: The tree.
        possible: Ids of the possible outcomes.
        reasons: Outcome id to the HTML of the reason why it is ruled out; it may lack some that are not possible.
    """
    still = set(possible)
    title: Callable[[str], str] = lambda name: marked(tree.outcomes[name].title)  # noqa: E731 - shorter than its use
    open_items = "".join(f"<li>{title(name)}</li>" for name in tree.outcomes if name in still)
    closed_items = "".join(
        f"<li>{title(name)} {reasons.get(name, '')}</li>" for name in tree.outcomes if name not in still
    )
    closed = (
        f'<p class="fp-fold-title">{escape(say("standing-ruled-out"))}</p><ul class="fp-ruled-out">{closed_items}</ul>'
        if closed_items
        else ""
    )
    return (
        '<details class="fp-fold fp-standing" data-search-exclude>'
        f"<summary>{escape(standing_text(tree, possible))}</summary>"
        f'<p class="fp-fold-title">{escape(say("standing-possible"))}</p><ul>{open_items}</ul>{closed}</details>'
    )


def ruled_out_by(tree: Tree, question_id: str, answer_id: str) -> str:
    """Return the HTML that names the answer that ruled an outcome out."""
    label = f"<strong>{answer_label(tree.questions[question_id], answer_id)}</strong>"
    words = escape(say("ruled-out-by", label="\0", question="\1"))
    return words.replace("\0", label).replace("\1", marked(tree.questions[question_id].ask))


def answer_label(question: Question, answer_id: str) -> str:
    """Return the HTML of an answer's label, or of "not sure"."""
    answer = question.answer(answer_id)
    return escape(say("answered-unsure")) if answer is None else marked(answer.label)


def answered(question: Question, answer_id: str) -> str:
    """Return the HTML of a question with its answer."""
    return f"{marked(question.ask)} <strong>{answer_label(question, answer_id)}</strong>"
