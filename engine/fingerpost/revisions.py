"""What has changed since the edition that an old link was made with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fingerpost.model import Revision, Tree
from fingerpost.walk import position

_DIGITS = re.compile(r"(\d+)")


def revisions_since(tree: Tree, edition: str, answers: Mapping[str, str]) -> tuple[Revision, ...]:
    """Return the revisions later than an edition that concern these answers, in the author's order.

    A revision concerns answers when all of its own are among those that count. Editions are ordered as people
    read them: runs of digits by their value, everything else as text, so that 9 comes before 10 and one date
    before a later one.
    """
    counted = {question: answers[question] for question in position(tree, answers).counted}
    return tuple(
        revision
        for revision in tree.revised.values()
        if _order(edition) < _order(revision.edition) and revision.when.items() <= counted.items()
    )


def _order(edition: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in _DIGITS.split(edition) if part)
