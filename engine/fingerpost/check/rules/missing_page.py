"""If some outcomes have a page, every outcome needs one.

A tree whose summaries say enough about its outcomes needs no pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the outcomes without a page."""
    outcomes = subject.tree.outcomes.values()
    if subject.docs_dir is None or all(outcome.page is None for outcome in outcomes):
        return
    for outcome in outcomes:
        path = ("outcomes", outcome.id, "page")
        # A page that could not be read has a finding already.
        if outcome.page is None and path not in subject.places:
            hint = "Add 'page: …' with a path below the documentation folder."
            yield Fault(path, f"The outcome '{outcome.id}' has no page.", hint)


RULE = Rule(
    order=310,
    code=Code(
        name="missing-page",
        severity="error",
        meaning=(
            "An outcome has no page that explains it, while others have one. A tree without any pages is sound: "
            "then its summaries are enough. Checked only where `--docs` names the documentation folder."
        ),
        fix="Write a page, and add `page` to the outcome.",
        wrong="title: A room\n",
        right="title: A room\n    page: choose/ways/room.md\n",
    ),
    find=find,
)
