"""The prebuilt files that a reader's browser runs: Pyodide, Python's library, the engine, the page element.

A published wheel carries them in the folder `browser_files` beside this module. In a copy of the repository, a command
makes them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("browser_files")
_MANIFEST: Final = "manifest.json"
FOR_PAGES: Final = ("fingerpost.mjs", "fingerpost.css", "material.mjs", "offline.mjs")
"""The scripts and the style sheet that pages load, either directly or as parts of a file that the plugin joins."""

FOR_OTHER_SITES: Final = ("embed.mjs", "custom-elements.json")
"""The script with which pages of other sites embed a tree, and its manifest. Pages of the site load neither."""

_HISTORY: Final = "material-history.js"
_SOMETIMES: Final = ("plan.mjs", "snapshots.mjs", "word.mjs")
"""The scripts that pages with an engine load only when they need them."""
_ON_FEW_PAGES: Final = ("finder.mjs", "stored-data.mjs")
"""The scripts of parts that few pages have. They need no engine."""


class BrowserFilesMissingError(Exception):
    """This installation lacks the browser's files; the message names the command that makes them."""


def folder() -> Path:
    """Return the folder with everything that pages with a tree load.

    Raises:
        BrowserFilesMissingError: The files were not made, or some of them are missing.
    """
    missing = _missing()
    if missing:
        raise BrowserFilesMissingError(
            f"{_FOLDER}: {', '.join(missing)} not found. This copy of Fingerpost was installed without the files that "
            "the browser runs. Install a published wheel, or make them in a copy of the repository with "
            "`python3 scripts/runtime.py`."
        )
    return _FOLDER


def for_engine() -> list[str]:
    """Return the names of the files that pages load only to run the engine.

    Raises:
        FileNotFoundError: The files were not made.
    """
    manifest = json.loads((_FOLDER / _MANIFEST).read_text(encoding="utf-8"))
    return [_MANIFEST, *manifest["files"], *_SOMETIMES]


def _missing() -> list[str]:
    try:
        names = (*for_engine(), *FOR_PAGES, _HISTORY, *_ON_FEW_PAGES, *FOR_OTHER_SITES)
    except FileNotFoundError:
        return [_MANIFEST]
    return [name for name in names if not (_FOLDER / name).is_file()]
