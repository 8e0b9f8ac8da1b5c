"""A revision can only name questions that exist: old links are read with the present tree."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that revisions name and the tree lacks."""
    questions = subject.tree.questions
    for revision in subject.tree.revised.values():
        for question in revision.when:
            if question not in questions:
                path = ("revised", revision.id, "when", question)
                fault = Fault(path, f"There is no question '{question}'.", "Name the question by its present id.")
                yield from subject.unresolved(fault, NODE, question, questions)


RULE = Rule(
    order=520,
    code=Code(
        name="revision-unknown-question",
        severity="error",
        meaning="A revision names a question that does not exist, so no old link would show the change.",
        fix="Name the question by its present id, or delete the revision.",
        wrong='A revision has `when: {discusion: "no"}`, but the question is called `discussion`.',
    ),
    find=find,
)
