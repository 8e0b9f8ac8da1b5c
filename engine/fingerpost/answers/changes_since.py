"""Compares the edition that a link was made with to the tree's own, and finds the outcomes changed since."""

from __future__ import annotations

import re
from typing import Final, Literal

from fingerpost.answers.state import State
from fingerpost.tree.model import Revision, Tree, is_edition

type Standing = Literal["present", "earlier", "later", "unknown", "unreadable"]

_DIGITS: Final = re.compile(r"([0-9]+)")


def standing_of(tree: Tree, edition: str) -> Standing:
    """Return how the edition in a link relates to that of the tree.

    Only an edition that the tree lists, or names in a revision, is known to be earlier. Any other is later if it is
    written like the present one and comes after it; otherwise it is unknown.
    """
    if edition == tree.edition:
        return "present"
    if not is_edition(edition):
        return "unreadable"
    is_later = comes_after(edition, tree.edition)
    if edition in tree.editions or any(revision.edition == edition for revision in tree.revised.values()):
        return "later" if is_later else "earlier"
    return "later" if is_later and _shape(edition) == _shape(tree.edition) else "unknown"


def revisions_since(state: State, edition: str) -> tuple[Revision, ...]:
    """Return the revisions since an edition that concern a state, in the author's order.

    A revision concerns a state if all of the revision's answers are among those that count.
    """
    counted = {question: state.answers[question] for question in state.position.counted}
    return tuple(
        revision
        for revision in state.tree.revised.values()
        if comes_after(revision.edition, edition) and revision.when.items() <= counted.items()
    )


def comes_after(edition: str, other: str) -> bool:
    """Return whether an edition is later than another one.

    Editions are ordered as people read them: digits by value and everything else as text, so that 9 comes before 10,
    and dates are in order.
    """
    return _order(edition) > _order(other)


def _order(edition: str) -> tuple[tuple[int, int, str], ...]:
    """Return the sort key of an edition; numbers stay text, since Python limits the digits that it converts."""
    return tuple(
        (1, len(part.lstrip("0")), part.lstrip("0")) if _DIGITS.fullmatch(part) else (0, 0, part)
        for part in _DIGITS.split(edition)
        if part
    )


def _shape(edition: str) -> str:
    """Return the pattern of an edition: its text with a zero for each number."""
    return _DIGITS.sub("0", edition)
