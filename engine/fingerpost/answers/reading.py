"""Reads a link: the state that it describes, and the parts of it that could not be used unchanged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from fingerpost.answers.cut_off import is_cut_off
from fingerpost.answers.evidence import Evidence
from fingerpost.answers.link import (
    ASK_AGAIN,
    HAND_OVER,
    MAX_LENGTH,
    SAID_BY,
    SENDER_NEED,
    cut,
    names_in,
    need_in,
    pair,
    parts_of,
    said_in,
)
from fingerpost.answers.state import State
from fingerpost.tree.model import EDITION, MODE, UNSURE, Tree

type ProblemKind = Literal[
    "other-tree",
    "other-edition",
    "unknown-question",
    "unknown-answer",
    "unsure-not-allowed",
    "answered-twice",
    "not-understood",
    "cut-off",
    "too-long",
]


@dataclass(frozen=True, slots=True)
class LinkProblem:
    """A part of a link that could not be used unchanged.

    Attributes:
        kind: What is wrong.
        part: The part of the link, as written there, cut to a readable length.
        question: The id of the question concerned, if there is one.
    """

    kind: ProblemKind
    part: str
    question: str | None = None


@dataclass(frozen=True, slots=True)
class LinkReading:
    """The result of reading a link text.

    Attributes:
        state: The state that it describes, with the answers that are valid, under their present ids.
        problems: The problems, in the order of the link.
        edition: The edition that the link names, or None.
        renamed: Old and present form of each answer whose ids have changed since, for instance
            `("mood=fine", "feeling=good")`.

    Examples:
        >>> reading = fingerpost.read_link(fingerpost.read("tree.yml"), "way-to-meet?talk=no&colour=red")
        >>> reading.state.position.decided, reading.renamed
        ('message', (('talk=no', 'discussion=no'),))
    """

    state: State
    problems: tuple[LinkProblem, ...] = ()
    edition: str | None = None
    renamed: tuple[tuple[str, str], ...] = ()


def read_link(tree: Tree, text: str) -> LinkReading:
    """Return the state of a link text; parts that are not valid are reported, and the rest still counts.

    Args:
        tree: The tree that the link should name.
        text: The part of the link after the `#`. Empty text means the start.

    Returns:
        The state, with every problem that the text has.

    Examples:
        >>> reading = fingerpost.read_link(fingerpost.read("tree.yml"), "way-to-meet?discussion=no&colour=red")
        >>> reading.state.answers, [problem.kind for problem in reading.problems]
        ({'discussion': 'no'}, ['unknown-question'])
    """
    if len(text.removeprefix("#")) > MAX_LENGTH:
        return LinkReading(State(tree), (LinkProblem("too-long", cut(text.removeprefix("#"))),))
    link = parts_of(text)
    cut_off = is_cut_off(tree, link)
    if link.tree_id not in ("", tree.id):
        kind: ProblemKind = "cut-off" if cut_off and not link.parts else "other-tree"
        return LinkReading(State(tree), (LinkProblem(kind, cut(link.tree_id)),))
    answers: dict[str, str] = {}
    problems: list[LinkProblem] = []
    renamed: list[tuple[str, str]] = []
    edition: str | None = None
    hand_over = False
    again: list[str] = []
    need = ""
    said: dict[str, Evidence] = {}
    named = {part.name for part in link.parts}
    for part in link.parts:
        name, value = part.name, part.value
        begun = cut_off and part is link.parts[-1]
        if begun and (value is None or name in (EDITION, MODE)):
            continue
        if value is None:
            problems.append(LinkProblem("not-understood", cut(part.text)))
        elif name == EDITION:
            if edition is not None and edition != value:
                problems.append(LinkProblem("answered-twice", cut(part.text)))
            edition = value if edition is None else edition
        elif name == MODE and value == HAND_OVER:
            hand_over = True
        elif name == ASK_AGAIN:
            again += names_in(value)
        elif name == SENDER_NEED:
            need = need or need_in(value)
        elif name == SAID_BY:
            evidence, questions = said_in(value)
            said = {**dict.fromkeys(questions, evidence), **said}
        else:
            question, answer = _present(tree, name, value, named)
            wrong = _problem_with(tree, answers, question, answer)
            if wrong is None:
                answers[question] = answer
                if (question, answer) != (name, value):
                    renamed.append((pair(name, value), pair(question, answer)))
            elif not begun:
                problems.append(LinkProblem(wrong, cut(part.text), question if question in tree.questions else None))
    if cut_off:
        problems.insert(0, LinkProblem("cut-off", cut(link.parts[-1].text)))
    if edition is not None and edition != tree.edition:
        problems.insert(0, LinkProblem("other-edition", cut(edition)))
    present = dict.fromkeys(tree.renamed.questions.get(name, name) for name in again)
    ask_again = tuple(question for question in present if question in answers)
    state = State(tree, answers, ask_again, hand_over, need, _said_of(tree, answers, said))
    return LinkReading(state, tuple(problems), edition, tuple(renamed))


def _said_of(tree: Tree, answers: Mapping[str, str], said: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """Return who gave the answers of a link, under the present ids of their questions, in the order of the answers."""
    present = {tree.renamed.questions.get(name, name): evidence for name, evidence in said.items()} | dict(said)
    return {question: present[question] for question in answers if question in present}


def _present(tree: Tree, name: str, value: str, named: Collection[str]) -> tuple[str, str]:
    """Return an answer under its present ids.

    A question may have replaced another one that used to be asked beside it. If a link names both, the reader's answer
    to the remaining question counts.
    """
    renamed = tree.renamed.questions.get(name, name)
    question_id = name if renamed in named else renamed
    if value == UNSURE:
        return question_id, value
    return question_id, tree.renamed.answers.get(f"{question_id}/{value}", value)


def _problem_with(tree: Tree, answers: Mapping[str, str], name: str, value: str) -> ProblemKind | None:
    """Return why an answer in a link is not valid, or None."""
    question = tree.questions.get(name)
    if question is None:
        return "unknown-question"
    if value == UNSURE and not question.unsure_allowed:
        return "unsure-not-allowed"
    if value != UNSURE and question.answer(value) is None:
        return "unknown-answer"
    if answers.get(name, value) != value:
        return "answered-twice"
    return None
