"""Checks of single words: ids, editions and addresses."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from fingerpost.findings.spelling import did_you_mean
from fingerpost.source.fault import Fault
from fingerpost.tree.model import EDITION_LENGTH, EDITION_PATTERN, FURTHER_FORMS
from fingerpost.tree.shape import ID_PATTERN, Kind

URL_PATTERN: Final = re.compile(r"""https?://[^\s"'<>]+""")
"""An address that a page may link to."""

ID_HINT: Final = "Use lower-case letters a to z, digits and single hyphens between them, for example 'next-step'."


def word_fault(value: str, kind: Kind, what: str) -> Fault | None:
    """Return why a word can't be a value of its kind, or None if it can.

    Args:
        value: The word.
        kind: The kind of value that is needed.
        what: Its name in messages, for instance "'id' of the tree".
    """
    match kind:
        case Kind.ID if not ID_PATTERN.fullmatch(value):
            return Fault("bad-id", f"{capital(what)} can't be '{value}'.", ID_HINT)
        case Kind.EDITION if len(value) > EDITION_LENGTH:
            message = f"{capital(what)} has {len(value)} characters."
            return Fault("bad-edition", message, f"Use at most {EDITION_LENGTH}: links with more are not read.")
        case Kind.EDITION if not EDITION_PATTERN.fullmatch(value):
            hint = 'Use letters, digits, ".", "_" and "-", for example "2022-11-24".'
            return Fault("bad-edition", f"{capital(what)} can't be '{value}'.", hint)
        case Kind.URL if not URL_PATTERN.fullmatch(value):
            message = f"{capital(what)} is not an address that pages can link to."
            return Fault("bad-address", message, "Write the whole address, starting with https:// or http://.")
        case Kind.DATE if not _is_date(value):
            hint = 'Write the year, the month and the day, for example "2026-11-24".'
            return Fault("bad-date", f"{capital(what)} can't be '{value}'.", hint)
        case Kind.FORM if value not in FURTHER_FORMS:
            hint = did_you_mean(value, FURTHER_FORMS) or f"Use one of {', '.join(FURTHER_FORMS)}."
            return Fault("unknown-form", f"There is no further form '{value}' of the record.", hint)
        case _:
            return None


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def capital(text: str) -> str:
    """Return text with a capital first letter."""
    return text[:1].upper() + text[1:]
