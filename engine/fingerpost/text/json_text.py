"""Reads JSON from outside the engine: as strictly as RFC 8259, with limits on nesting and on numbers.

In the browser, deep nesting raises no exception: it overflows the stack beneath Python and ends the whole engine. What
programs read differently is refused: a key that occurs twice, a number without a value, or one that none can hold.
"""

from __future__ import annotations

import json
import re
from typing import Final

MAX_DEPTH: Final = 100
"""The deepest nesting that is read. No tree, record or call comes near it."""

_INFINITE: Final = float("inf")
_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


class _RefusedError(ValueError):
    """Python would read it, but other programs may not, or not as the same."""


def loads(text: str) -> object:
    """Return the value of a JSON text.

    Raises:
        json.JSONDecodeError: The text is not JSON, is nested too deeply, has a key twice in one object, or has a number
            that is infinite or has more digits than Python reads.
    """
    depth = 0
    for token in _TOKENS.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        if depth > MAX_DEPTH:
            raise json.JSONDecodeError("Nested too deep", text, token.start())
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_float=_number)
    except json.JSONDecodeError:
        raise
    except _RefusedError as refusal:
        raise json.JSONDecodeError(str(refusal), text, 0) from None
    except ValueError as fault:
        raise json.JSONDecodeError("Number too long", text, 0) from fault


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        met: set[str] = set()
        for name, _ in pairs:
            if name in met:
                raise _RefusedError(f"Key {name[:40]!r} twice in one object")
            met.add(name)
    return found


def _number(text: str) -> float:
    number = float(text)
    if abs(number) == _INFINITE:
        raise _RefusedError("Number too large")
    return number


def _no_number(word: str) -> float:
    raise _RefusedError(f"{word} is no number in JSON")
