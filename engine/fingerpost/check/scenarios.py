"""Rules about the worked examples, each of which is a test of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fingerpost.answers.position import position
from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding
from fingerpost.tree.coverage import coverage, followed
from fingerpost.tree.model import UNSURE, Scenario, Tree
from fingerpost.tree.ways import written

MOST_NAMED = 50
"""Of more ways without a scenario only the number is told: so many lines would bury all other findings."""


def scenario_questions(subject: Subject) -> Iterator[Finding]:
    """A scenario can only answer questions that exist."""
    for scenario in subject.tree.scenarios.values():
        for question in scenario.answers:
            if question not in subject.tree.questions:
                path = ("scenarios", scenario.id, "answers", question)
                hint = subject.guess(question, subject.tree.questions, "Name one of the questions.")
                message = f"There is no question '{question}'."
                yield subject.finding("scenario-unknown-question", path, message, hint)


def scenario_answers(subject: Subject) -> Iterator[Finding]:
    """A scenario can only give answers that a question has."""
    for scenario in subject.tree.scenarios.values():
        for question_id, answer in scenario.answers.items():
            question = subject.tree.questions.get(question_id)
            if question is None or question.answer(answer) is not None:
                continue
            path = ("scenarios", scenario.id, "answers", question_id)
            if answer != UNSURE:
                known = [answer.id for answer in question.answers]
                hint = subject.guess(answer, known, f"It has {', '.join(known)}.")
                message = f"The question '{question_id}' has no answer '{answer}'."
                yield subject.finding("scenario-unknown-answer", path, message, hint)
            elif not question.unsure_allowed:
                message = f"The question '{question_id}' does not allow '{UNSURE}'."
                hint = "Give one of its answers, or delete 'unsure: false' from the question."
                yield subject.finding("scenario-unknown-answer", path, message, hint)


def scenario_outcomes(subject: Subject) -> Iterator[Finding]:
    """A scenario must expect an outcome that exists."""
    for scenario in subject.tree.scenarios.values():
        if scenario.expect and scenario.expect not in subject.tree.outcomes:
            path = ("scenarios", scenario.id, "expect")
            hint = subject.guess(scenario.expect, subject.tree.outcomes, "Name one of the outcomes.")
            message = f"There is no outcome '{scenario.expect}'."
            yield subject.finding("scenario-unknown-outcome", path, message, hint)


def failing_scenarios(subject: Subject) -> Iterator[Finding]:
    """The answers of a scenario must lead to the outcome that it expects."""
    for scenario in subject.tree.scenarios.values():
        known = scenario.expect in subject.tree.outcomes and _is_known(subject.tree, scenario)
        if not known or not scenario.answers:
            continue
        message = _why_it_fails(subject.tree, scenario)
        if message is not None:
            yield subject.finding(
                "scenario-fails",
                ("scenarios", scenario.id, "expect"),
                f"The scenario '{scenario.id}' expects '{scenario.expect}', but {message}.",
                "Correct the scenario, or the tree if the scenario is right.",
                answers=scenario.answers,
            )


def extra_scenario_answers(subject: Subject) -> Iterator[Finding]:
    """A scenario must not answer a question that its other answers do not lead to."""
    for scenario in subject.tree.scenarios.values():
        if not _is_known(subject.tree, scenario):
            continue
        taken, _ = followed(subject.tree, scenario)
        if len(taken) == len(scenario.answers):
            continue
        for question in position(subject.tree, scenario.answers).set_aside:
            path = ("scenarios", scenario.id, "answers", question)
            message = f"The other answers of the scenario do not lead to the question '{question}'."
            yield subject.finding("scenario-extra-answer", path, message, "Delete this answer.")


def uncovered_ways(subject: Subject) -> Iterator[Finding]:
    """Every way should have a worked example; past a number of ways they are only counted."""
    if not subject.is_sound:
        return
    found = coverage(subject.tree)
    hint = "Write a scenario with these answers."
    if len(found.missing) > MOST_NAMED or not found.is_complete:
        message = f"{written(found.covered)} of {written(found.total)} ways have a scenario."
        hint = "Write scenarios for the ways that matter most."
        yield subject.finding("uncovered-way", ("scenarios",), message, hint, severity="warning")
        return
    for way in found.missing:
        message = f"No scenario follows this way to '{way.outcome}': {_written_answers(way.answers.items())}."
        yield subject.finding("uncovered-way", ("scenarios",), message, hint, severity="warning", answers=way.answers)


def _is_known(tree: Tree, scenario: Scenario) -> bool:
    """Return whether a scenario's answers are all in the tree."""
    return tree.start in tree.questions and all(
        question in tree.questions and (answer == UNSURE or tree.questions[question].answer(answer) is not None)
        for question, answer in scenario.answers.items()
    )


def _why_it_fails(tree: Tree, scenario: Scenario) -> str | None:
    _, node = followed(tree, scenario)
    if node in tree.outcomes:
        return None if node == scenario.expect else f"its answers lead to '{node}'"
    where = position(tree, scenario.answers)
    if where.decided == scenario.expect:
        return None
    if where.decided is not None:
        return f"its answers lead to '{where.decided}'"
    if where.open:
        return f"its answers stop at the question '{where.open[0]}'"
    if where.possible:
        return f"its answers leave {' and '.join(repr(outcome) for outcome in where.possible)}"
    # Only a broken tree leads nowhere, and that is another finding.
    return None


def _written_answers(answers: Iterable[tuple[str, str]]) -> str:
    pairs = [f"{question} {answer}" for question, answer in answers]
    return ", ".join(pairs if len(pairs) <= 12 else [*pairs[:6], "…", *pairs[-5:]])
