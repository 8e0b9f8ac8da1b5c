"""Makes foreign words harmless where a terminal shows them, or a program reads the log that they are in.

Words of a tree, a link, a plan, a file's name or an argument may be anybody's. None of them can move the cursor, hide
or forge a line, or give a command to the runner of a workflow.
"""

from __future__ import annotations

import re
from typing import Final

from fingerpost.text.visible import visible, visible_line

_COMMAND: Final = re.compile(r"^[^\S\n]*:(?=:)|##(?=\[|vso\[)", re.MULTILINE | re.IGNORECASE)
"""The beginning of a command to GitHub's or Azure's runner, which read every line that a program writes."""


def harmless(text: str) -> str:
    """Return a text of several lines that changes nothing but its own lines."""
    return _COMMAND.sub(_apart, visible(text))


def harmless_line(text: str) -> str:
    """Return a text as a single line that changes nothing else."""
    return _COMMAND.sub(_apart, visible_line(text))


def _apart(found: re.Match[str]) -> str:
    return f"{found[0]} "
