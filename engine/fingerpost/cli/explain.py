"""`fingerpost explain`: what a set of answers comes to, and why."""

from __future__ import annotations

import argparse
import sys

from fingerpost.answers.explanation import Explanation, explain
from fingerpost.answers.questions_left import Left
from fingerpost.answers.reasons import Change
from fingerpost.cli.common import add_answers, add_json, add_tree, print_json, sound_answers
from fingerpost.tree.model import UNSURE, Tree

HELP = "Explain a set of answers: the result, the reasons, and what would change it"


def define(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    add_tree(parser)
    add_answers(parser)
    add_json(parser, "write possible, decided, open, left, forcing, ruled_out, changes and set_aside as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Explain the answers of one link."""
    sound = sound_answers(arguments.tree, arguments.answers)
    if isinstance(sound, int):
        return sound
    tree, answers = sound
    explanation = explain(tree, answers)
    if arguments.json:
        print_json(explanation.to_json())
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(tree, explanation))
    return 0


def _lines(tree: Tree, told: Explanation) -> list[str]:
    where = told.position
    lines = [
        f"Possible ({len(where.possible)} of {len(tree.outcomes)}): {_titles(tree, where.possible)}",
        f"Decided: {_titles(tree, (where.decided,)) if where.decided else 'not yet'}",
    ]
    if where.decided is None:
        lines.append(_left(told.left))
    lines.extend(f"Not answered yet: {tree.questions[question].ask.plain}" for question in told.open)
    if told.forcing:
        lines.append(
            "These answers are enough to decide it:"
            if where.decided
            else "These answers are enough to leave the same outcomes:"
        )
        lines.extend(f"  {_answered(tree, question, told.answers[question])}" for question in told.forcing)
    for outcome in tree.outcomes.values():
        if outcome.id in told.ruled_out:
            question = told.ruled_out[outcome.id]
            lines.append(f"{outcome.title.plain}: ruled out by {_answered(tree, question, told.answers[question])}")
        if outcome.id in told.changes:
            lines.extend(_change(tree, told, outcome.title.plain, told.changes[outcome.id]))
    lines.extend(f"Answered, but not counted: {tree.questions[question].ask.plain}" for question in where.set_aside)
    return lines


def _left(left: Left) -> str:
    if not left.exact:
        return f"Questions left: at most {left.most}"
    return f"Questions left: {left.least}" + (f" to {left.most}" if left.most != left.least else "")


def _change(tree: Tree, told: Explanation, title: str, change: Change) -> list[str]:
    answers = change.applied_to(told.answers)
    return [
        f"To get {title}, you would answer:",
        *(
            f"  {'changed' if question in change.changed else 'in addition'}: "
            f"{_answered(tree, question, answers[question])}"
            for question in change.in_order(tree, told.answers)
        ),
    ]


def _titles(tree: Tree, outcomes: tuple[str, ...]) -> str:
    return ", ".join(tree.outcomes[outcome].title.plain for outcome in outcomes)


def _answered(tree: Tree, question_id: str, answer_id: str) -> str:
    question = tree.questions[question_id]
    answer = question.answer(answer_id)
    label = "not sure" if answer_id == UNSURE or answer is None else answer.label.plain
    return f"{question.ask.plain} {label}"
