"""Reads JSON from outside the engine, with a limit on its nesting.

In the browser, deep nesting raises no exception: it overflows the stack beneath Python and ends the whole engine.
"""

from __future__ import annotations

import json
import re
from typing import Final

MAX_DEPTH: Final = 100
"""The deepest nesting that is read. No tree, record or call comes near it."""

_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def loads(text: str) -> object:
    """Return the value of a JSON text.

    Raises:
        json.JSONDecodeError: The text is not JSON, is nested too deeply, or has a number with more digits than Python
            reads.
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
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError as fault:
        raise json.JSONDecodeError("Number too long", text, 0) from fault
