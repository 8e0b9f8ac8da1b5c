"""Notices that a link has lost its end, and with it an answer or the edition.

A link without an edition may have been written by hand, so the missing edition alone says nothing. The end of the text
does: a name or a value that is only the beginning of one, or a mark behind which more would follow. A link that was cut
exactly behind an answer looks like one written by hand, and is read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fingerpost.answers.link import ASK_AGAIN, HAND_OVER, SAID_BY, SENDER_NEED, LinkParts, Part, names_in
from fingerpost.tree.model import EDITION, MODE, UNSURE, Tree

_BEGINNING_OF_A_NAME: Final = re.compile(r"[#a-z0-9_-]*")


def is_cut_off(tree: Tree, link: LinkParts) -> bool:
    """Return whether a link seems to have lost its end.

    Args:
        tree: The tree that the link is for.
        link: The parts of its text.
    """
    if not link.parts:
        return link.tree_id != "" and _begins(link.tree_id, (tree.id,))
    last = link.parts[-1]
    has_edition = any(part.name == EDITION for part in link.parts[:-1])
    if last.value is None:
        known = (MODE, ASK_AGAIN, SAID_BY, SENDER_NEED)
        begun = _BEGINNING_OF_A_NAME.fullmatch(last.text) is not None
        return begun and (not has_edition or _begins(last.text, known))
    if last.name == EDITION:
        return not has_edition and _begins(last.value, _editions(tree))
    if last.name == MODE:
        return _begins(last.value, (HAND_OVER,))
    if last.name == SAID_BY and last.value.count(",") < 2:
        return True
    if last.name in (ASK_AGAIN, SAID_BY):
        return _begins(names_in(last.value)[-1], (*tree.questions, *tree.renamed.questions))
    return not has_edition and last.name != SENDER_NEED and (link.broken_off or _may_go_on(tree, last))


def _may_go_on(tree: Tree, part: Part) -> bool:
    """Return whether the value of a part is the beginning of an answer, even if it is one itself."""
    question = tree.questions.get(tree.renamed.questions.get(part.name, part.name))
    if question is None or part.value is None:
        return False
    earlier = (old.removeprefix(f"{question.id}/") for old in tree.renamed.answers if old.startswith(f"{question.id}/"))
    answers = (*(answer.id for answer in question.answers), *earlier, UNSURE)
    return any(answer.startswith(part.value) and answer != part.value for answer in answers)


def _editions(tree: Tree) -> tuple[str, ...]:
    return (tree.edition, *tree.editions, *(revision.edition for revision in tree.revised.values()))


def _begins(text: str, known: Iterable[str]) -> bool:
    """Return whether a text is the beginning of one of the known ones, and none of them itself."""
    known = tuple(known)
    return text not in known and any(word.startswith(text) for word in known)
