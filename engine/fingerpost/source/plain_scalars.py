"""Kinds of value that YAML sees in a word without quotes, in version 1.2, as this engine reads it, and in 1.1."""

from __future__ import annotations

import re
from typing import Final

_KINDS: Final = (
    ("nothing", re.compile(r"(?:~|null|Null|NULL|)")),
    ("a truth value", re.compile(r"(?:true|True|TRUE|false|False|FALSE)")),
    ("a date", re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")),
    ("a number", re.compile(r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")),
    ("a number", re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")),
)

_WORDS_1_1: Final = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "off", "Off", "OFF"), "false"),
    "=": "the mark of a default value",
    "<<": "the mark of a merged mapping",
}
_NUMBER_1_1: Final = re.compile(
    r"""
    (?P<sign>[-+]?)
    (?:
        0b(?P<binary>[01_]+)
        | 0x(?P<hexadecimal>[0-9a-fA-F_]+)
        | (?P<by_sixty>[0-9][0-9_]*(?::[0-5]?[0-9])+(?P<fraction>\.[0-9_]*)?)
        | (?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?
    )
    """,
    re.VERBOSE,
)
_MOST_DIGITS: Final = 20
"""The longest number whose value is worth naming."""


def kind_in_yaml(word: str) -> str | None:
    """Return the kind of value that YAML 1.2 sees in a word without quotes ("a number"), or None for text."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(word)), None)


def value_in_yaml_1_1(word: str) -> str | None:
    """Return the value that YAML 1.1 sees in a word that is text in YAML 1.2 ("the number 630"), or None for text."""
    known = _WORDS_1_1.get(word)
    if known is not None or kind_in_yaml(word) is not None:
        return known
    number = _NUMBER_1_1.fullmatch(word)
    if number is None or (number["by_sixty"] and not number["fraction"] and number["by_sixty"].startswith("0")):
        return None
    digits = number["binary"] or number["hexadecimal"] or ""
    if len(word) > _MOST_DIGITS or (digits and not digits.strip("_")):
        return "a number"
    return f"the number {'-' if number['sign'] == '-' else ''}{_value(number)}"


def id_as_yaml(word: str) -> str:
    """Return an id as YAML, in quotes if some reader would take it for another kind of value without them."""
    return word if is_text_in_yaml(word) else f'"{word}"'


def is_text_in_yaml(word: str) -> bool:
    """Return whether YAML 1.2 and YAML 1.1 both take a word without quotes for text."""
    return kind_in_yaml(word) is None and value_in_yaml_1_1(word) is None


def _value(number: re.Match[str]) -> int | float:
    if number["binary"]:
        return int(number["binary"].replace("_", ""), 2)
    if number["hexadecimal"]:
        return int(number["hexadecimal"].replace("_", ""), 16)
    written = number[0].lstrip("+-").replace("_", "")
    total: int | float = 0
    for part in written.split(":"):
        total = total * 60 + (float(part) if "." in part else int(part))
    return total
