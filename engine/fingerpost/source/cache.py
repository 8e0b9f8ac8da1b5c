"""Caches trees in a folder, because reading YAML and the Markdown in it takes longest of all.

The key of a cached tree is the content of its file, the engine, and the libraries that the engine reads with: after a
change of any of these, the file is read again. Only files without faults of form are cached. The tree itself is checked
each time: that is quick, and depends on more than the file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fingerpost.tree.compiled import TreeFormatError, from_json
from fingerpost.tree.compiled_writer import to_json

if TYPE_CHECKING:
    from fingerpost.source import Reading
    from fingerpost.tree.model import Tree

MOST: Final = 32
"""The number of trees in the cache; past that, the oldest are deleted."""

_READ_WITH: Final = ("Markdown", "nh3", "ruamel.yaml")
_PACKAGE: Final = Path(__file__).parents[1]


def keep_tree(reading: Reading, folder: Path) -> None:
    """Store the tree of a file in the cache, if the file has no faults of form.

    Args:
        reading: The result of reading the file.
        folder: The cache, which is made where it is missing.
    """
    if reading.tree is None or any(finding.severity == "error" for finding in reading.findings):
        return
    text = json.dumps(to_json(reading.tree), ensure_ascii=False, separators=(",", ":"))
    # A folder that can't be written to costs time, not the build.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _file(reading.digest, folder).write_bytes(f"{_digest(text.encode())}\n{text}".encode())
        for old in sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)[:-MOST]:
            old.unlink()


def kept_tree(data: bytes, folder: Path) -> Tree | None:
    """Return a tree from the cache, or None where there is none or its file is damaged.

    Args:
        data: The content of the tree file.
        folder: The cache.
    """
    try:
        written, _, text = _file(_digest(data), folder).read_bytes().partition(b"\n")
        return from_json(json.loads(text)) if written.decode() == _digest(text) else None
    except (OSError, ValueError, TreeFormatError):
        return None


def _file(digest: str, folder: Path) -> Path:
    return folder / f"{_digest(f'{_reader()} {digest}'.encode())}.json"


@cache
def _reader() -> str:
    """Return a digest of everything but the file itself that decides what a tree is read as."""
    sources = {file.relative_to(_PACKAGE).as_posix(): _digest(file.read_bytes()) for file in _PACKAGE.rglob("*.py")}
    versions = {name: version(name) for name in _READ_WITH}
    return _digest(json.dumps([sys.version, sources, versions], sort_keys=True).encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
