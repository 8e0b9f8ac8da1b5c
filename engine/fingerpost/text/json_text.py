"""JSON from outside: read only as deep as anything of ours is nested.

Deep nesting is no exception in the browser: it overflows the stack under Python, and the whole engine is lost.
"""

from __future__ import annotations

import json
import re
from typing import Final

MAX_DEPTH: Final = 100
"""No tree, record or call comes near it."""

_TOKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


def loads(text: str) -> object:
    """Return what a JSON text says.

    Raises:
        json.JSONDecodeError: It is not JSON, is nested too deep, or has a number of more digits than Python reads.
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
