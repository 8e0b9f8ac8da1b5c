"""A revision can only name questions that exist: old links are read with the present tree."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.named_answers import unknown_questions
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the questions that revisions name and the tree lacks."""
    for revision in subject.tree.revised.values():
        path = ("revised", revision.id, "when")
        yield from unknown_questions(subject, path, revision.when, "Name the question by its present id.")


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
