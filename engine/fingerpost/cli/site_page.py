"""The page that shows a tree, named on the command line, so that what leaves the site has whole addresses."""

from __future__ import annotations

import argparse
import posixpath
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from fingerpost.check.links import folder_of
from fingerpost.cli.common import folder
from fingerpost.site.addresses import relative_address
from fingerpost.site.placed_texts import placed
from fingerpost.tree.model import Tree

_USUAL_DOCS = "docs"


def add_site_page(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say where a tree is published."""
    parser.add_argument(
        "--address",
        default="",
        metavar="URL",
        help="the address of the page with the tree, for the link back to it and for the links in the texts",
    )
    parser.add_argument(
        "--docs",
        type=folder,
        metavar="DIR",
        help="the documentation folder, for the links in the texts (default: the nearest folder 'docs' that the tree "
        "is in, or the tree's own folder)",
    )
    parser.add_argument(
        "--page",
        metavar="PAGE",
        help="the page with the tree, relative to the documentation folder (default: index.md beside the tree); if "
        "it or --docs is given without --address, the links in the texts count from the page",
    )


def as_on_its_page(tree: Tree, arguments: argparse.Namespace) -> tuple[Tree, Mapping[str, str]]:
    """Return a tree whose links count from the page that shows it, and the links to the pages of its outcomes.

    Args:
        tree: The tree as its author wrote it.
        arguments: The arguments of the command, with those of `add_site_page`. Without any of them, the tree stays as
            it is, and there are no links.
    """
    if not (arguments.address or arguments.docs or arguments.page):
        return tree, {}
    docs_dir = arguments.docs or _docs_dir_of(Path(arguments.tree))
    beside = folder_of(arguments.tree, docs_dir)
    page = arguments.page or posixpath.normpath(posixpath.join(beside, "index.md"))
    address = partial(relative_address, page, directory_urls=not page_address(arguments).endswith(".html"))
    pages = {outcome.id: address(outcome.page) for outcome in tree.outcomes.values() if outcome.page}
    return placed(tree, address, tree_page="", folder=beside, docs_dir=docs_dir), pages


def page_address(arguments: argparse.Namespace) -> str:
    """Return the address of the page without a fragment; empty if there is none.

    Hosts add the slash to the address of a folder, and links count from there.
    """
    address: str = arguments.address.partition("#")[0]
    path = address.partition("://")[2]
    is_folder = path != "" and not address.endswith("/") and ("/" not in path or "." not in posixpath.basename(path))
    return f"{address}/" if is_folder and "?" not in address else address


def _docs_dir_of(tree_file: Path) -> Path:
    folders = tree_file.resolve().parents
    return next((each for each in folders if each.name == _USUAL_DOCS), folders[0])
