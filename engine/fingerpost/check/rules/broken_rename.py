"""An old id must lead to something that exists, so that old links still work."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.renames import renames
from fingerpost.check.rule import Fault, Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the old ids that lead to nothing."""
    for rename in renames(subject.tree):
        if rename.lacking is not None:
            hint = subject.guess(rename.lacking, subject.tree.questions, "Name the question by its present id.")
            present = subject.tree.renamed.questions.get(rename.lacking)
            if present is not None:
                hint = f"Name the question by its present id, '{present}'."
            yield Fault(rename.path, f"There is no question '{rename.lacking}'.", hint)
        elif not {rename.old, rename.new}.intersection(rename.present) and rename.new not in rename.siblings:
            hint = subject.guess(rename.new, rename.present, "Name the present id, or delete the rename.")
            message = f"'{rename.old}' is renamed to '{rename.new}', but there is no such {rename.noun}."
            yield Fault(rename.path, message, hint)


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
