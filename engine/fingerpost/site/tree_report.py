"""The trees that the pages of a site name, and all findings about them or about the blocks that name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fingerpost.check.tree_ids import TreeIds, same_tree_id
from fingerpost.findings.finding import Finding, Place, errors_in
from fingerpost.site.block import Block
from fingerpost.tree.compiled_writer import to_text
from fingerpost.tree.model import Tree


@dataclass(frozen=True, slots=True)
class ListedTree:
    """A tree whose questions are listed on pages of their own.

    Attributes:
        tree: The tree.
        file: Its file, relative to the documentation folder.
        page: The page that shows its questions, relative to that folder.
    """

    tree: Tree
    file: str
    page: str


@dataclass(frozen=True, slots=True)
class ListedExamples:
    """A tree whose worked examples have pages of their own.

    Attributes:
        tree: The tree.
        file: Its file, relative to the documentation folder.
        tree_page: The page that shows its questions, relative to that folder.
        list_page: The page with the list, relative to that folder.
        block: The block that shows the list.
    """

    tree: Tree
    file: str
    tree_page: str
    list_page: str
    block: Block


def published_file(tree_id: str) -> str:
    """Return the file of a site that has a tree as JSON. The links in the tree's texts count from there.

    Args:
        tree_id: Id of the tree.
    """
    return f"assets/fingerpost/trees/{tree_id}.json"


class TreeReport:
    """Collects trees and findings while a builder converts the pages.

    Attributes:
        trees: The trees without errors, by id, as the site publishes them.
        blocks: The blocks that were drawn, each with its page.
        listed: The trees that need pages for their lists, by page and file.
        examples: The trees whose worked examples need pages, by the page with the list and file.
        findings: All findings in the order of the pages, each once.
    """

    def __init__(self, ids: TreeIds | None = None) -> None:
        """Start without trees and findings.

        Args:
            ids: The ids met so far, for builders that convert each page with an extension of its own; None for none.
        """
        self.trees: dict[str, Tree] = {}
        self.blocks: list[tuple[str, Block]] = []
        self.listed: dict[tuple[str, str], ListedTree] = {}
        self.examples: dict[tuple[str, str], ListedExamples] = {}
        self.findings: list[Finding] = []
        self._ids = ids or TreeIds()

    def add(self, tree: Tree | None, findings: Iterable[Finding]) -> None:
        """Add the tree and the findings of one block; called by the extension.

        Args:
            tree: The tree that the block names, with links that count from its `published_file`; None where it can't be
                used.
            findings: Everything that is wrong with it.
        """
        if tree is not None:
            self.trees[tree.id] = tree
        self.findings += [finding for finding in findings if finding not in self.findings]

    def same_id(self, tree: Tree, file: Path) -> list[Finding]:
        """Return a finding if the tree of another file has the same id, and otherwise nothing.

        Args:
            tree: The tree that a block names.
            file: Its file.
        """
        name = str(file)
        other = self._ids.other_file(tree.id, name)
        if other is None:
            return []
        # A tree alone has no positions, and while a builder serves a site, the other file may have changed. So both
        # are read, which only a fault is worth.
        from fingerpost.source import read_tree

        still = read_tree(other).tree
        if still is None or still.id != tree.id:
            self._ids.replace(tree.id, name)
            return []
        return [same_tree_id(tree.id, read_tree(name).places.get(("id",), Place(name, 1, 1)), other)]

    @property
    def errors(self) -> list[Finding]:
        """The findings that prevent a tree from being published."""
        return errors_in(self.findings)

    @property
    def warnings(self) -> list[Finding]:
        """The other findings."""
        return [finding for finding in self.findings if finding.severity != "error"]

    def compiled(self) -> dict[str, str]:
        """Return the file of each tree with its JSON, in the form that `fingerpost compile` writes."""
        return {published_file(name): to_text(tree) for name, tree in sorted(self.trees.items())}
