"""The files of a site that have its trees in the formats of other programs, beside the pages that show the trees."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Final
from urllib.parse import quote, urljoin

from fingerpost.check.links import folder_of
from fingerpost.export.format import Format
from fingerpost.export.formats import FORMATS
from fingerpost.site.addresses import relative_address
from fingerpost.site.placed_texts import placed, with_whole_links
from fingerpost.source.extra import ExtraMissingError
from fingerpost.tree.model import Tree

_USUAL_TREE: Final = "tree.yml"
_INDEX: Final = ("index", "README")


def export_folder(page: str, tree_file: str, tree_id: str) -> str:
    """Return the folder of the files of a tree, relative to the documentation folder.

    It depends on nothing else, so that addresses last when a page gets another tree, or a site another kind of
    addresses. A tree of the usual name beside its page has that folder to itself. Any other tree has a folder there.

    Args:
        page: The page that shows the questions, relative to the documentation folder.
        tree_file: The tree file, in the same form.
        tree_id: The tree's id.
    """
    folder, name = posixpath.split(page)
    stem = posixpath.splitext(name)[0]
    beside = folder if stem in _INDEX else posixpath.join(folder, stem)
    is_usual = stem in _INDEX and posixpath.normpath(tree_file) == posixpath.join(folder, _USUAL_TREE)
    return beside if is_usual else posixpath.join(beside, tree_id)


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file with a tree.

    Attributes:
        path: Its path, relative to the documentation folder.
        format: Its format.
        content: Its content; None for a file that the author has put there.
    """

    path: str
    format: Format
    content: bytes | None


@dataclass(frozen=True, slots=True)
class ShownTree:
    """A tree as its author wrote it, and the page that shows its questions.

    Attributes:
        tree: The tree.
        file: Its file, relative to the documentation folder.
        page: The page, in the same form.
        docs_dir: The documentation folder.
        directory_urls: Whether `a/b.md` is published as `a/b/`.
    """

    tree: Tree
    file: str
    page: str
    docs_dir: Path
    directory_urls: bool

    def placed_in(self, file: str) -> Tree:
        """Return the tree with links that count from a file of the site.

        Args:
            file: The file, relative to the documentation folder.
        """
        address = partial(relative_address, file, directory_urls=self.directory_urls)
        return placed(
            self.tree,
            address,
            tree_page=address(self.page),
            folder=folder_of(self.docs_dir / self.file, self.docs_dir),
            docs_dir=self.docs_dir,
        )


class ExportedFiles:
    """Writes trees in the formats of other programs while a builder converts the pages.

    Attributes:
        by_page: The files of the trees of each page.
        missing: For each format that can't be written because a library is not installed, the way to install it.
    """

    def __init__(self, formats: Collection[str] = (), site_address: str = "") -> None:
        """Choose the formats.

        Args:
            formats: The names of the formats to write. By default none: then only the files of the author count.
            site_address: The address of the site, for links and for names that have to be the same everywhere; empty
                if it is not known.
        """
        self._formats = formats
        self._root = f"{site_address.rstrip('/')}/" if site_address else ""
        self.by_page: dict[str, list[ExportedFile]] = {}
        self.missing: dict[str, str] = {}

    def add(self, shown: ShownTree) -> list[ExportedFile]:
        """Write a tree in each format, and return its files.

        A file that the author has put at the same place counts as it is.
        """
        folder = export_folder(shown.page, shown.file, shown.tree.id)
        # Called by the first format that is written: without one, the texts of the tree are not touched.
        leaving = cache(partial(self._as_it_leaves, shown, folder))
        files: list[ExportedFile] = []
        for name, chosen in FORMATS.items():
            path = posixpath.join(folder, chosen.file)
            if (shown.docs_dir / path).is_file():
                files.append(ExportedFile(path, chosen, None))
            elif name in self._formats and name not in self.missing:
                try:
                    files.append(ExportedFile(path, chosen, chosen.write(*leaving())))
                except ExtraMissingError as fault:
                    self.missing[name] = str(fault)
        self.by_page.setdefault(shown.page, []).extend(files)
        return files

    def write_to(self, site: Path) -> None:
        """Write the files of all pages into the folder of the built site."""
        for file in chain.from_iterable(self.by_page.values()):
            if file.content is not None:
                path = site / file.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.content)

    def _as_it_leaves(self, shown: ShownTree, folder: str) -> tuple[Tree, str]:
        """Return the tree with links that work in its files, and the address of its page."""
        here = posixpath.join(folder, _USUAL_TREE)
        tree = shown.placed_in(here)
        if not self._root:
            return tree, ""
        page = relative_address("index.md", shown.page, directory_urls=shown.directory_urls)
        return with_whole_links(tree, urljoin(self._root, quote(here))), urljoin(self._root, quote(page))
