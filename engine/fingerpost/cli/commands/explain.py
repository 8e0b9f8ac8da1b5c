"""`fingerpost explain`: explains the result of a set of answers."""

from __future__ import annotations

import argparse

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.questions_left import Left
from fingerpost.answers.reasons import Alternative
from fingerpost.answers.state import State
from fingerpost.cli.command import Command
from fingerpost.cli.common import add_answers, add_json, add_tree, sound_state
from fingerpost.cli.terminal import print_json, show
from fingerpost.tree.model import UNSURE, Tree


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    add_answers(parser)
    add_json(parser, "write possible, decided, open, left, forcing, ruled_out, changes and set_aside as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Explain the answers of one link."""
    state = sound_state(arguments.tree, arguments.answers)
    if isinstance(state, int):
        return state
    explanation = Explanation(state)
    if arguments.json:
        print_json(explanation.to_json())
    else:
        show(_lines(explanation))
    return 0


def _lines(explanation: Explanation) -> list[str]:
    state = explanation.state
    tree, position = state.tree, state.position
    lines = [
        f"Possible ({len(position.possible)} of {len(tree.outcomes)}): {_titles(tree, position.possible)}",
        f"Decided: {_titles(tree, (position.decided,)) if position.decided else 'not yet'}",
    ]
    if position.decided is None:
        lines.append(_left(explanation.left))
    lines.extend(f"Not answered yet: {tree.questions[question].ask.plain}" for question in explanation.open)
    if explanation.forcing:
        lines.append(
            "These answers are enough to decide it:"
            if position.decided
            else "These answers are enough to leave the same outcomes:"
        )
        lines.extend(f"  {_answered(tree, question, state.answers[question])}" for question in explanation.forcing)
    for outcome in tree.outcomes.values():
        if outcome.id in explanation.ruled_out:
            question = explanation.ruled_out[outcome.id]
            lines.append(f"{outcome.title.plain}: ruled out by {_answered(tree, question, state.answers[question])}")
        if outcome.id in explanation.alternatives:
            lines.extend(_change(state, outcome.title.plain, explanation.alternatives[outcome.id]))
    lines.extend(f"Answered, but not counted: {tree.questions[question].ask.plain}" for question in position.set_aside)
    return lines


def _left(left: Left) -> str:
    if not left.exact:
        return f"Questions left: at most {left.most}"
    return f"Questions left: {left.least}" + (f" to {left.most}" if left.most != left.least else "")


def _change(state: State, title: str, change: Alternative) -> list[str]:
    return [
        f"To get {title}, you would answer:",
        *(
            f"  {'changed' if question in change.changed else 'in addition'}: {_answered(state.tree, question, answer)}"
            for question, answer in change.in_order(state)
        ),
    ]


def _titles(tree: Tree, outcomes: tuple[str, ...]) -> str:
    return ", ".join(tree.outcomes[outcome].title.plain for outcome in outcomes)


def _answered(tree: Tree, question_id: str, answer_id: str) -> str:
    question = tree.questions[question_id]
    answer = question.answer(answer_id)
    label = "not sure" if answer_id == UNSURE or answer is None else answer.label.plain
    return f"{question.ask.plain} {label}"


COMMAND = Command(
    order=700,
    help="Explain a set of answers: the result, the reasons, and what would change it",
    define=define,
    run=run,
    status_1="the tree has errors, or an answer can't be used",
)
