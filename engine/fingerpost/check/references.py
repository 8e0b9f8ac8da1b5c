"""Rules about what the parts of a tree say of one another: considerations, combinations, renames."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding


def unknown_considerations(subject: Subject) -> Iterator[Finding]:
    """What an outcome asks to confirm must be one of the considerations."""
    known = subject.tree.considerations
    for outcome in subject.tree.outcomes.values():
        for number, consideration in enumerate(outcome.confirm):
            if consideration not in known:
                path = ("outcomes", outcome.id, "confirm", str(number))
                message = f"There is no consideration '{consideration}'."
                hint = subject.guess(consideration, known, "Write it, or delete it here.")
                yield subject.finding("unknown-consideration", path, message, hint)


def unused_considerations(subject: Subject) -> Iterator[Finding]:
    """A consideration that no outcome asks to confirm is never seen."""
    used = {name for outcome in subject.tree.outcomes.values() for name in outcome.confirm}
    for name in subject.tree.considerations:
        if name not in used:
            message = f"No outcome asks to confirm '{name}'."
            hint = "Add it to 'confirm' of an outcome, or delete it."
            path = ("considerations", name)
            yield subject.finding("unused-consideration", path, message, hint, severity="warning")


def unknown_combinations(subject: Subject) -> Iterator[Finding]:
    """What an outcome combines with must be another outcome."""
    known = subject.tree.outcomes
    for outcome in known.values():
        for other in outcome.combines:
            path = ("outcomes", outcome.id, "combines", other)
            if other == outcome.id:
                message = f"The outcome '{other}' can't be combined with itself."
                yield subject.finding("unknown-combination", path, message, "Name another outcome.")
            elif other not in known:
                hint = subject.guess(other, known, "Name one of the outcomes.")
                yield subject.finding("unknown-combination", path, f"There is no outcome '{other}'.", hint)


def renamed_nodes(subject: Subject) -> Iterator[Finding]:
    """An old id of a question or an outcome must lead to exactly one that exists."""
    tree = subject.tree
    yield from _renames(subject, ("renamed", "questions"), "question", tree.renamed.questions, tree.questions)
    yield from _renames(subject, ("renamed", "outcomes"), "outcome", tree.renamed.outcomes, tree.outcomes)


def renamed_answers(subject: Subject) -> Iterator[Finding]:
    """An old id of an answer must lead to exactly one answer of a question that exists."""
    renames: dict[str, dict[str, str]] = {}
    for key, new in subject.tree.renamed.answers.items():
        question_id, slash, old = key.partition("/")
        if slash:
            renames.setdefault(question_id, {})[old] = new
    for question_id, answers in renames.items():
        question = subject.tree.questions.get(question_id)
        if question is not None:
            present = [answer.id for answer in question.answers]
            noun = f"answer of '{question_id}'"
            yield from _renames(subject, ("renamed", "answers"), noun, answers, present, f"{question_id}/")
            continue
        present_id = subject.tree.renamed.questions.get(question_id)
        hint = subject.guess(question_id, subject.tree.questions, "Name the question by its present id.")
        if present_id is not None:
            hint = f"Name the question by its present id, '{present_id}'."
        for old in answers:
            path = ("renamed", "answers", f"{question_id}/{old}")
            yield subject.finding("broken-rename", path, f"There is no question '{question_id}'.", hint)


def _renames(
    subject: Subject,
    path: tuple[str, ...],
    noun: str,
    renames: Mapping[str, str],
    present: Collection[str],
    prefix: str = "",
) -> Iterator[Finding]:
    """Yield what is wrong with the renames of one kind.

    Args:
        subject: The tree under check.
        path: Where these renames stand.
        noun: What is renamed.
        renames: Old id to present id.
        present: The ids that exist.
        prefix: What stands before each old id in the file.
    """
    for old, new in renames.items():
        here = (*path, prefix + old)
        if old in present:
            message = f"'{old}' is renamed, but this {noun} is still there."
            hint = "Delete the rename. A new part of the tree needs an id that no edition has used."
            yield subject.finding("ambiguous-rename", here, message, hint)
        elif new in present:
            continue
        elif new in renames:
            message = f"'{old}' is renamed to '{new}', which is renamed itself."
            hint = f"Write where it leads in the end: '{renames[new]}'."
            yield subject.finding("ambiguous-rename", here, message, hint)
        else:
            hint = subject.guess(new, present, "Name the present id, or delete the rename.")
            message = f"'{old}' is renamed to '{new}', but there is no such {noun}."
            yield subject.finding("broken-rename", here, message, hint)
