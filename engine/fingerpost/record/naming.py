"""Names records after the need, or after the tree if there is none, and after the result."""

from __future__ import annotations

import re
from typing import Final

from fingerpost.record.typed import one_line

MAX_TITLE: Final = 80
"""The longest need in a title. A longer one is shortened there; the record has all of it below."""

MAX_NAME: Final = 48
"""The most characters in each half of a file name; most scripts then stay within the file system limit of 255 bytes."""

_NOT_IN_A_NAME: Final = re.compile(r"[\W_]+")


def title_of(need: str, tree: str, result: str) -> str:
    """Return the title of a record.

    Args:
        need: The reader's words, of any content.
        tree: The title of the tree, used if there is no need.
        result: The title of the outcome.
    """
    first = next((one_line(line) for line in re.split(r"[\r\n]", need) if line.strip()), "")
    # A full stop ends a sentence, and a colon follows.
    return f"{shortened(first).rstrip('.') or tree}: {result}"


def name_of(need: str, tree_id: str, result: str) -> str:
    """Return the name of a record's file, without its extension: letters, digits and hyphens, of limited length.

    Args:
        need: The reader's words, of any content.
        tree_id: The id of the tree, used if the need has no letters or digits.
        result: The id of the outcome, which also avoids names that operating systems reserve.
    """
    return f"{_slug(need) or _slug(tree_id)}-{_slug(result)}"


def shortened(text: str) -> str:
    """Return a line of text that is no longer than a title, with an ellipsis in place of the rest."""
    if len(text) <= MAX_TITLE:
        return text
    cut = text[:MAX_TITLE]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[MAX_TITLE // 2 :] else cut[:-1]}…"


def _slug(text: str) -> str:
    words = _NOT_IN_A_NAME.sub("-", text[:2_000].lower()).strip("-")
    if len(words) <= MAX_NAME:
        return words
    cut = words[:MAX_NAME]
    return (cut[: cut.rfind("-")] if "-" in cut[MAX_NAME // 2 :] else cut).strip("-")
