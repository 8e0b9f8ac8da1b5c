"""Reads the part of FEEL that a tree can express: lists of plain values, `not(…)`, and any value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

_VALUE: Final = re.compile(
    r'\s*(?:"(?P<string>(?:[^"\\]|\\.)*)"|(?P<boolean>true|false)\b|(?P<number>-?[0-9]+(?:\.[0-9]+)?)(?![\w.]))\s*',
    re.DOTALL,
)
_NOT: Final = re.compile(r"not\s*\((.*)\)", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))", re.DOTALL)
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_COMPARISON: Final = re.compile(r"\s*[<>=\[\](]|.*\.\.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a cell names.

    Attributes:
        kind: Its type: the string "true" is not the boolean.
        text: Its text, without quotes.
    """

    kind: Literal["string", "boolean", "number"]
    text: str

    def __str__(self) -> str:
        return f'"{self.text}"' if self.kind == "string" else self.text


@dataclass(frozen=True, slots=True)
class Test:
    """The values that fit a cell.

    Attributes:
        values: Those that it names.
        is_not: Whether all others fit, not these. A cell for any value has this and no values.
    """

    values: tuple[Value, ...]
    is_not: bool = False


ANY: Final = Test((), is_not=True)
"""The test of a cell that any value fits."""

BOOLEANS: Final = (Value("boolean", "true"), Value("boolean", "false"))
"""The values of a boolean, as people put them."""


def read_test(text: str) -> Test | str:
    """Return the test of a cell, or the kind of expression that it is instead."""
    text = text.strip()
    if text in ("", "-"):
        return ANY
    negated = _NOT.fullmatch(text)
    values = read_values(negated[1] if negated else text)
    return values if isinstance(values, str) else Test(values, is_not=negated is not None)


def read_values(text: str) -> tuple[Value, ...] | str:
    """Return the values of a list, or the kind of expression that it is instead."""
    values: list[Value] = []
    at = 0
    while True:
        found = _VALUE.match(text, at)
        if found is None:
            return "a range or a comparison" if _COMPARISON.match(text) else "an expression"
        at = found.end()
        values.append(_value(found))
        if at == len(text):
            return tuple(dict.fromkeys(values))
        if text[at] != ",":
            return "an expression"
        at += 1


def _value(found: re.Match[str]) -> Value:
    if found["string"] is not None:
        return Value("string", _unescaped(found["string"]))
    if found["boolean"]:
        return Value("boolean", found["boolean"])
    return Value("number", _number(found["number"]))


def _number(digits: str) -> str:
    """Return a number in one form: 1.50 is 1.5, and 007 is 7."""
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    number = (whole.lstrip("0") or "0") + (f".{part}" if part else "")
    return number if number == "0" else sign + number


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    plain = _ESCAPED.sub(_character, text)
    # Two escapes can stand for the halves of one character; a half alone is none.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(found: re.Match[str]) -> str:
    short, long, letter = found.groups()
    if letter is not None:
        return _CONTROLS.get(letter, letter)
    code = int(short or long, 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
