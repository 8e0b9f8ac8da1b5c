"""The editions that a tree lists must come before its own."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.answers.changes_since import comes_after
from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code


def find(subject: Subject) -> Iterator[Fault]:
    """Report the editions that come after the tree's own."""
    tree = subject.tree
    listed = [(("editions", str(number)), edition) for number, edition in enumerate(tree.editions)]
    revised = [(("revised", revision.id, "edition"), revision.edition) for revision in tree.revised.values()]
    for path, edition in (*listed, *revised):
        certain = path not in subject.unknown and ("edition",) not in subject.unknown
        if certain and edition and tree.edition and comes_after(edition, tree.edition):
            message = f"The edition '{edition}' comes after '{tree.edition}', the tree's own."
            yield Fault(path, message, "Name an edition that comes before it.")


RULE = Rule(
    order=510,
    code=Code(
        name="later-edition",
        severity="error",
        meaning=(
            "An edition in `editions` or `revised` comes after the tree's own, so the page would say of an "
            "earlier link that it is from a later edition. Numbers are compared by value, everything else as "
            "text."
        ),
        fix="Correct the edition, or name editions so that later ones come after: `2022-11-24`, or `1.9` and `1.10`.",
        wrong="The tree has `edition: autumn-2026` and `editions: [spring-2026]`: `spring` comes after `autumn`.",
    ),
    find=find,
)
