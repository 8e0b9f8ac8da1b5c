"""Rules about the tree as a graph."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding
from fingerpost.tree.model import Question


def missing_start(subject: Subject) -> Iterator[Finding]:
    """The start must be one of the questions."""
    tree = subject.tree
    if not tree.start or tree.start in tree.questions:
        return
    if tree.start in tree.outcomes:
        message = f"The start '{tree.start}' is an outcome."
        yield subject.finding("missing-start", ("start",), message, "Name the first question.")
    else:
        message = f"The start '{tree.start}' does not exist."
        hint = subject.guess(tree.start, tree.questions, "Name one of the questions.")
        yield subject.finding("missing-start", ("start",), message, hint)


def missing_targets(subject: Subject) -> Iterator[Finding]:
    """Every answer must lead to a question or an outcome."""
    tree = subject.tree
    for question in tree.questions.values():
        for answer in question.answers:
            if not answer.go or answer.go in tree.questions or answer.go in tree.outcomes:
                continue
            yield subject.finding(
                "missing-target",
                ("questions", question.id, "answers", answer.id, "go"),
                f"There is no question or outcome '{answer.go}'.",
                subject.guess(answer.go, subject.nodes, "Name a question or an outcome, or write it."),
                answers=subject.way_through(question.id, answer.id),
            )


def duplicate_ids(subject: Subject) -> Iterator[Finding]:
    """A question and an outcome can't have the same id."""
    for outcome in subject.tree.outcomes:
        if outcome in subject.tree.questions:
            message = f"'{outcome}' is both a question and an outcome."
            yield subject.finding("duplicate-id", ("outcomes", outcome), message, "Give one of them another id.")


def cycles(subject: Subject) -> Iterator[Finding]:
    """No answers may lead back to a question that was asked."""
    for cycle in subject.cycles:
        last, first = subject.tree.questions[cycle[-1]], cycle[0]
        back = next(answer.id for answer in last.answers if answer.go == first)
        shown = cycle if len(cycle) <= 10 else [*cycle[:5], "…", *cycle[-4:]]
        yield subject.finding(
            "cycle",
            ("questions", last.id, "answers", back, "go"),
            f"The questions go round in a circle: {' → '.join([*shown, first])}.",
            "Make one of these answers lead elsewhere.",
            answers=subject.way_through(last.id, back),
        )


def unreachable_questions(subject: Subject) -> Iterator[Finding]:
    """Every question must be asked on some way from the start."""
    if subject.tree.start not in subject.tree.questions:
        return
    for question in subject.tree.questions:
        if question not in subject.reached:
            message = f"No answers from the start lead to the question '{question}'."
            hint = "Make an answer lead to it, or delete it."
            yield subject.finding("unreachable-question", ("questions", question), message, hint)


def unreachable_outcomes(subject: Subject) -> Iterator[Finding]:
    """Every outcome must be recommended on some way from the start."""
    if subject.tree.start not in subject.tree.questions:
        return
    for outcome in subject.tree.outcomes:
        if outcome not in subject.reached:
            message = f"No answers from the start lead to the outcome '{outcome}'."
            hint = "Make an answer lead to it, or delete it."
            yield subject.finding("unreachable-outcome", ("outcomes", outcome), message, hint)


def same_targets(subject: Subject) -> Iterator[Finding]:
    """The answers of a question must not all lead to the same node."""
    for question in subject.tree.questions.values():
        if _is_idle(question):
            yield subject.finding(
                "same-target",
                ("questions", question.id),
                f"All answers to the question '{question.id}' lead to '{question.answers[0].go}'.",
                "Make one of them lead elsewhere, or delete the question.",
                answers=subject.way_to(question.id),
            )


def questions_that_never_matter(subject: Subject) -> Iterator[Finding]:
    """A question whose answer can never change the outcome need not be asked."""
    if not subject.is_sound:
        return
    only = subject.tree.graph.only_outcomes
    for question in subject.tree.questions.values():
        if question.id in only and len(subject.tree.graph.targets[question.id]) > 1:
            yield subject.finding(
                "never-matters",
                ("questions", question.id),
                f"Every answer to the question '{question.id}' leads to '{only[question.id]}' in the end.",
                "Make earlier answers lead there directly, or make one of its answers lead elsewhere.",
                severity="warning",
                answers=subject.way_to(question.id),
            )


def _is_idle(question: Question) -> bool:
    return len(question.answers) > 1 and len({answer.go for answer in question.answers}) == 1
