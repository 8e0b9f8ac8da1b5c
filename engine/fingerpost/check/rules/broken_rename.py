"""An old id must lead to something that exists, so that old links still work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fingerpost.check.fault import Fault
from fingerpost.check.references import NODE
from fingerpost.check.renames import renames
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the old ids that lead to nothing."""
    for rename in renames(subject.tree):
        if rename.lacking is not None:
            fault = Fault(
                rename.path, f"There is no question '{rename.lacking}'.", "Name the question by its present id."
            )
            present = subject.tree.renamed.questions.get(rename.lacking)
            if present is not None:
                yield replace(fault, hint=f"Name the question by its present id, '{present}'.")
            else:
                yield from subject.unresolved(fault, NODE, rename.lacking, subject.tree.questions)
        elif not {rename.old, rename.new}.intersection(rename.present) and rename.new not in rename.siblings:
            message = f"'{rename.old}' is renamed to '{rename.new}', but there is no such {rename.noun}."
            fault = Fault(rename.path, message, "Name the present id, or delete the rename.")
            yield from subject.unresolved(fault, rename.family, rename.new, rename.present)


RULE = Rule(
    order=240,
    code=Code(
        name="broken-rename",
        severity="error",
        meaning="An old id leads to nothing, so old links would break.",
        fix="Name the present id, or delete the rename.",
        wrong="questions: {talk: discusion}",
        right="questions: {talk: discussion}",
    ),
    find=find,
)
