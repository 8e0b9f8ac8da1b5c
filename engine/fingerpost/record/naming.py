"""What a record is called, so that one is not taken for another: by its need, and by its outcome where it has none."""

from __future__ import annotations

import re
from typing import Final

from fingerpost.record.typed import one_line

MAX_TITLE: Final = 80
"""A need that is longer stands shortened in the title; the whole of it stands below."""

MAX_NAME: Final = 48
"""Characters of each half of a file name: in most scripts it stays within the 255 bytes that file systems allow."""

_NOT_IN_A_NAME: Final = re.compile(r"[\W_]+")


def title_of(need: str, tree: str, result: str) -> str:
    """Return the title of a record.

    Args:
        need: The reader's words, of any content.
        tree: The title of the tree, which stands in for a need.
        result: What was decided.
    """
    first = next((one_line(line) for line in re.split(r"[\r\n]", need) if line.strip()), "")
    return f"{_shortened(first, MAX_TITLE) or tree}: {result}"


def name_of(need: str, tree_id: str, result: str) -> str:
    """Return the name of a record's file, without its ending: letters, digits and hyphens of bounded length.

    Args:
        need: The reader's words, of any content.
        tree_id: The id of the tree, which stands in for a need.
        result: The id of what was decided. It also keeps the name from being one that a system reserves.
    """
    return f"{_slug(need) or _slug(tree_id)}-{_slug(result)}"


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    cut = text[:most]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[most // 2 :] else cut[:-1]}…"


def _slug(text: str) -> str:
    words = _NOT_IN_A_NAME.sub("-", text[:2_000].lower()).strip("-")
    if len(words) <= MAX_NAME:
        return words
    cut = words[:MAX_NAME]
    return (cut[: cut.rfind("-")] if "-" in cut[MAX_NAME // 2 :] else cut).strip("-")
