"""The files with the compiled trees that pages fetch for the engine, so that reading a page does not load them."""

from __future__ import annotations

import hashlib
import posixpath
from typing import Final
from urllib.parse import quote

from fingerpost.site.addresses import relative_address
from fingerpost.site.exported_files import export_folder

_NAME: Final = "engine-tree.json"
_DIGITS: Final = 12
"""Enough digits to tell builds apart; `tree-file.mjs` compares them."""


class EngineTrees:
    """Collects the files while a builder converts the pages.

    Attributes:
        files: The content of each file, by its path relative to the documentation folder.
    """

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def add(self, page: str, tree_file: str, tree_id: str, content: str, *, directory_urls: bool) -> str:
        """Take a tree as one page needs it, and return the address of its file as seen from the page.

        The address changes with the content, so that no cache gives a page the file of another build.

        Args:
            page: The page, relative to the documentation folder.
            tree_file: The tree file, in the same form.
            tree_id: The tree's id.
            content: The compiled tree with its surroundings.
            directory_urls: Whether `a/b.md` is published as `a/b/`.
        """
        path = posixpath.join(export_folder(page, tree_file, tree_id), _NAME)
        self.files[path] = content
        digest = hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]
        return f"{quote(relative_address(page, path, directory_urls=directory_urls))}?content={digest}"
