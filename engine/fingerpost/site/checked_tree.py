"""The checked tree in a file: read once for all pages that draw it, and from a cache in later builds."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from fingerpost.check import check, check_reading
from fingerpost.check.links import folder_of
from fingerpost.findings.finding import Finding
from fingerpost.site.tree_report import errors_in
from fingerpost.source.cache import cached_tree, store_tree
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
    cached = None if data is None or cache_dir is None else cached_tree(data, cache_dir)
    # A cached tree has no positions. If it has findings that depend on pages, or errors, the file is read again.
    if cached is not None and not _depends_on_pages(check(cached, {}, docs_dir, folder=folder_of(tree_file, docs_dir))):
        return cached, []
    return check_reading(_read_file(tree_file, data, cache_dir), docs_dir)


def _depends_on_pages(findings: list[Finding]) -> bool:
    """Return whether findings have an error, or a warning that a change of another file can bring."""
    return bool(errors_in(findings)) or any(finding.code == "anchor-not-found" for finding in findings)


def _read_file(tree_file: Path, data: bytes | None, cache_dir: Path | None) -> Reading:
    # Imported here, so that the reader and its libraries do not load if every tree is cached.
    from fingerpost.source import read_tree

    # The reader reports why the file has no data.
    return read_tree(tree_file) if data is None else _read_content(data, str(tree_file), cache_dir)


# Many pages draw from the same tree; without a folder for the cache, each would read it again. The key is the content:
# a builder that goes on running never draws from an earlier file.
@lru_cache(maxsize=16)
def _read_content(data: bytes, name: str, cache_dir: Path | None) -> Reading:
    from fingerpost.source import read_source

    reading = read_source(data, name)
    if cache_dir is not None:
        store_tree(reading, cache_dir)
    return reading
