"""Caches what was read of tree files, because reading YAML and its Markdown is the slowest part of a build.

The cache key covers the content of the file, the engine, and the libraries that the engine reads with: if any of these
changes, the file is read again. Only files that were read without errors are cached, with their positions and warnings,
so that a later build reports the same. The tree itself is checked every time: that is quick, and depends on more than
the file.
"""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from fingerpost.findings.finding import Finding, Place
from fingerpost.source import Reading
from fingerpost.tree.compiled import TreeFormatError, from_json
from fingerpost.tree.compiled_writer import to_json

MOST: Final = 32
"""The most trees in the cache; the oldest are deleted."""

_READ_WITH: Final = ("Markdown", "nh3", "ruamel.yaml")
_PACKAGE: Final = Path(__file__).parents[1]


def store_reading(reading: Reading, folder: Path) -> None:
    """Store what was read of a file in the cache, if the file was read without errors.

    Args:
        reading: The result of reading the file.
        folder: The cache, which is created if it is missing.
    """
    if reading.tree is None or any(finding.severity == "error" for finding in reading.findings):
        return
    data = {
        "tree": to_json(reading.tree),
        "places": [[path, place.line, place.column] for path, place in reading.places.items()],
        "findings": [finding.to_json() for finding in reading.findings],
        "unknown": sorted(reading.unknown),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A folder that can't be written to slows the build, but must not stop it.
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        _file(reading.digest, folder).write_bytes(f"{_digest(text.encode())}\n{text}".encode())
        for old in sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)[:-MOST]:
            old.unlink()


def cached_reading(data: bytes, name: str, folder: Path) -> Reading | None:
    """Return what reading a file would give, from the cache; None if it is not there or its file is damaged.

    Args:
        data: The content of the tree file.
        name: The name of the file in positions.
        folder: The cache.
    """
    digest = _digest(data)
    try:
        expected, _, text = _file(digest, folder).read_bytes().partition(b"\n")
        return _reading(json.loads(text), name, digest) if expected.decode() == _digest(text) else None
    except (OSError, ValueError, TreeFormatError):
        return None


def _reading(data: dict[str, Any], name: str, digest: str) -> Reading:
    findings = (
        Finding(
            found["code"],
            found["severity"],
            Place(name, found["line"], found["column"]),
            found["message"],
            found["hint"],
            found["answers"],
        )
        for found in data["findings"]
    )
    return Reading(
        from_json(data["tree"]),
        {tuple(path): Place(name, line, column) for path, line, column in data["places"]},
        tuple(findings),
        digest,
        frozenset(tuple(path) for path in data["unknown"]),
    )


def _file(digest: str, folder: Path) -> Path:
    return folder / f"{_digest(f'{_reader()} {digest}'.encode())}.json"


@cache
def _reader() -> str:
    """Return a digest of everything but the file that affects how a tree is read."""
    sources = {file.relative_to(_PACKAGE).as_posix(): _digest(file.read_bytes()) for file in _PACKAGE.rglob("*.py")}
    versions = {name: version(name) for name in _READ_WITH}
    return _digest(json.dumps([sys.version, sources, versions], sort_keys=True).encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
