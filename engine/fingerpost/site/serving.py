"""Whether a builder serves the site while somebody writes it, so that a mistake must not end it."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Final

_SERVING: Final = {
    ("mkdocs.commands.serve", "serve"),
    ("properdocs.commands.serve", "serve"),
    ("zensical.main", "execute_serve"),
}
"""The functions that serve, by module and name. Each runs as long as its server does."""


def is_serving() -> bool:
    """Return whether this process is a builder that serves the site.

    A plugin of MkDocs is told, but no builder tells a Markdown extension. The command line is no help: a builder can be
    started by a program of any name, and "serve" can be the name of a folder. So this looks for the function that
    serves among those that are running. Zensical converts pages in threads of its own, so every thread counts.
    """
    return any(map(_serves, sys._current_frames().values()))  # pyright: ignore[reportPrivateUsage] - it is documented


def _serves(frame: FrameType | None) -> bool:
    while frame is not None:
        if (frame.f_globals.get("__name__"), frame.f_code.co_name) in _SERVING:
            return True
        frame = frame.f_back
    return False
