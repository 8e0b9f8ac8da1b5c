"""Renders when a tree leads to an outcome: one sentence for each set of conditions."""

from __future__ import annotations

from collections.abc import Sequence

from fingerpost.answers.state import State
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explanation
from fingerpost.text.markup import Text, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.conditions import Conditions, conditions
from fingerpost.tree.model import Answer, Question, Tree

MOST_SHOWN = 12
"""The most sentences about an outcome, because nobody reads more."""


def shown_conditions(tree: Tree, outcome_id: str) -> Sequence[Conditions]:
    """Return the conditions for an outcome that have a sentence."""
    return conditions(tree, outcome_id)[0][:MOST_SHOWN]


def ways_to(tree: Tree, outcome_id: str, surroundings: Surroundings) -> str:
    """Return "The tree leads here when": a sentence for each set of conditions, with a link to its result."""
    found, are_all = conditions(tree, outcome_id)
    shown = found[:MOST_SHOWN]
    if len(shown) == 1 and are_all:
        listed = f"<p>{_sentence(tree, shown[0], 'when-one')} {_link(tree, shown[0], surroundings)}</p>"
    else:
        items = "".join(
            f"<li>{_sentence(tree, each, 'when-each')} {_link(tree, each, surroundings)}</li>" for each in shown
        )
        listed = f"<p>{escape(say('when-several'))}</p><ul>{items}</ul>"
    if not are_all:
        listed += f"<p>{escape(say('when-more'))}</p>"
    elif more := len(found) - len(shown):
        listed += f"<p>{escape(say('ways-more', count=more))}</p>"
    ours = explanation("when-ours", tree.source) if any(_is_ours(tree, each) for each in shown) else ""
    return f'<div class="fp-ways">{listed}{ours}</div>'


def _sentence(tree: Tree, each: Conditions, key: str) -> str:
    clauses = [_clause(tree.questions[question], ids) for question, ids in each.answers.items()]
    if not clauses:
        return escape(say("when-always"))
    *before, last = clauses
    joined = f"{', '.join(before)}{escape(say('when-and'))}{last}" if before else last
    return escape(say(key, conditions="\0")).replace("\0", joined)


def _clause(question: Question, ids: Sequence[str]) -> str:
    """Return the condition that one of some answers is given, in their own words or else in those of the question."""
    answers = _answers(question, ids)
    whens = [answer.when for answer in answers if answer.when is not None]
    either = escape(say("when-or"))
    if len(whens) == len(answers):
        return either.join(when.html for when in whens)
    quoted = [escape(say("when-quoted", words="\0")).replace("\0", answer.label.html) for answer in answers]
    words = escape(say("when-answer", question="\0", answer="\1"))
    return words.replace("\0", question.ask.html).replace("\1", either.join(quoted))


def _is_ours(tree: Tree, each: Conditions) -> bool:
    texts: list[Text] = []
    for question, ids in each.answers.items():
        for answer in _answers(tree.questions[question], ids):
            texts += [tree.questions[question].ask, answer.label] if answer.when is None else [answer.when]
    return any(text.ours for text in texts)


def _answers(question: Question, ids: Sequence[str]) -> list[Answer]:
    return [answer for answer in question.answers if answer.id in ids]


def _link(tree: Tree, each: Conditions, surroundings: Surroundings) -> str:
    return link_to(surroundings.state(State(tree, each.way.answers).link), escape(say("ways-open")))
