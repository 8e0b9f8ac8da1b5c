"""The checked tree in a file: read once for all pages that draw it, and from a cache in later builds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from fingerpost.check import check_reading
from fingerpost.findings.finding import Finding
from fingerpost.source.cache import cached_reading, store_reading
from fingerpost.tree.model import Tree

if TYPE_CHECKING:
    from fingerpost.source import Reading


def checked_tree(tree_file: Path, docs_dir: Path, cache_dir: Path | None) -> tuple[Tree | None, list[Finding]]:
    """Return the tree in a file with everything that is wrong with it.

    Args:
        tree_file: The file.
        docs_dir: The documentation folder, in which outcomes name their pages.
        cache_dir: The folder that caches trees for the next build; None caches nothing.

    Returns:
        The tree, or None where too little of it could be read, and the findings.
    """
    try:
        data = tree_file.read_bytes()
    except OSError:
        data = None
    if data is not None:
        return check_reading(_reading(data, str(tree_file), cache_dir), docs_dir)
    from fingerpost.source import read_tree

    return check_reading(read_tree(tree_file), docs_dir)  # which reports why the file has no data


# Many pages draw from the same tree. The key is the content: a builder that goes on running never draws from an earlier
# file.
@lru_cache(maxsize=16)
def _reading(data: bytes, name: str, cache_dir: Path | None) -> Reading:
    if cache_dir is not None and (cached := cached_reading(data, name, cache_dir)) is not None:
        return cached
    # Imported here, so that the reader and its libraries do not load if every tree is cached.
    from fingerpost.source import read_source

    reading = read_source(data, name)
    if cache_dir is not None:
        store_reading(reading, cache_dir)
    return reading
