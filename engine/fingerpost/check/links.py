"""The files that the links and pictures in a tree's texts lead to.

An author writes them as in a page beside the tree, or from the documentation folder, as for the page of an outcome.
Where there are both, the one beside the tree is meant.
"""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from typing import Final, cast
from urllib.parse import unquote

from fingerpost.check.pages import is_file, is_inside

_PATH: Final = re.compile(r"([^?#]*)(.*)", re.DOTALL)


def divided(address: str) -> tuple[str, str]:
    """Return the path of a relative address, and the rest of it from its `?` or `#` on."""
    found = cast("re.Match[str]", _PATH.match(address))
    return found[1], found[2]


def folder_of(tree_file: str | Path, docs_dir: Path) -> str:
    """Return the folder of a tree file, relative to the documentation folder."""
    try:
        return Path(os.path.relpath(Path(tree_file).resolve().parent, docs_dir.resolve())).as_posix()
    except (OSError, ValueError):
        # Another drive, or a name that no file can have.
        return "."


def file_at(path: str, folder: str, docs_dir: Path) -> str | None:
    """Return the file that a link leads to, relative to the documentation folder; None if there is none.

    Args:
        path: The path in the link. One without an ending is the address of a page, such as `ways/room/`.
        folder: The folder of the tree file, relative to the documentation folder.
        docs_dir: The documentation folder.
    """
    wanted = unquote(path)
    for start in ("",) if wanted.startswith("/") else (folder, ""):
        file = posixpath.normpath(posixpath.join(start, wanted.lstrip("/")))
        is_address = wanted.endswith("/") or not posixpath.splitext(file)[1]
        candidates = (f"{file}.md", f"{file}/index.md", f"{file}/README.md") if is_address else ()
        for candidate in (file, *candidates):
            if is_inside(candidate, docs_dir) and is_file(docs_dir / candidate):
                return posixpath.normpath(candidate)
    return None
