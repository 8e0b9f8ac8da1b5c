"""Resolves the links and pictures in a tree's texts for the page that shows the tree."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urljoin

from fingerpost.check.links import divided, file_at
from fingerpost.source.plain import plain_from_html
from fingerpost.text.addresses import is_relative, with_addresses
from fingerpost.text.markup import Text
from fingerpost.tree.model import Tree
from fingerpost.tree.texts import with_texts


def placed(
    tree: Tree,
    address: Callable[[str], str],
    *,
    tree_page: str,
    folder: str,
    docs_dir: Path,
    nodes: Collection[str] | None = None,
) -> Tree:
    """Return a tree whose texts link from one page.

    Args:
        tree: The tree as its author wrote it.
        address: Returns the address of a file of the documentation folder as seen from the page.
        tree_page: The address of the page with the questions, as seen from the page; empty for that page itself.
        folder: The folder of the tree file, relative to the documentation folder.
        docs_dir: The documentation folder.
        nodes: The questions and outcomes that the page shows; by default all. The texts of others stay as they are, so
            that the many pages of a large tree do not each go through all of it.
    """

    def on_the_page(written: str) -> str:
        path, end = divided(written)
        if not is_relative(written):
            return written
        if not path:
            return tree_page + end
        file = file_at(path, folder, docs_dir)
        return written if file is None else quote(address(file)) + end

    if nodes is None:
        return _with_links(tree, on_the_page)
    part = replace(
        tree,
        questions={name: tree.questions[name] for name in nodes if name in tree.questions},
        outcomes={name: tree.outcomes[name] for name in nodes if name in tree.outcomes},
        scenarios={},
    )
    changed = _with_links(part, on_the_page)
    if changed is part:
        return tree
    return replace(
        changed,
        questions={**tree.questions, **changed.questions},
        outcomes={**tree.outcomes, **changed.outcomes},
        scenarios=tree.scenarios,
    )


def with_whole_links(tree: Tree, here: str) -> Tree:
    """Return a tree whose texts have whole addresses in their links, so that it can be read anywhere.

    Args:
        tree: A tree whose links count from one place.
        here: The address of that place.
    """

    def whole(written: str) -> str:
        return urljoin(here, written) if is_relative(written) else written

    return _with_links(tree, whole)


def _with_links(tree: Tree, address: Callable[[str], str]) -> Tree:
    """Return a tree with another address for each written one in its texts."""

    def change(text: Text) -> Text:
        html = with_addresses(text.html, address)
        return text if html == text.html else Text(plain_from_html(html), html, text.ours)

    return with_texts(tree, change)
