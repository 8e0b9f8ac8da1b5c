"""The trees that the pages of a site name, and all findings about them or about the blocks that name them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from fingerpost.findings.finding import Finding
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Tree


class TreeReport:
    """Collects trees and findings while a builder converts the pages.

    Attributes:
        trees: The trees without errors, by id.
        findings: All findings in the order of the pages, each once.
    """

    def __init__(self) -> None:
        self.trees: dict[str, Tree] = {}
        self.findings: list[Finding] = []

    def add(self, tree: Tree | None, findings: Iterable[Finding]) -> None:
        """Add the tree and the findings of one block; called by the extension.

        Args:
            tree: The tree that the block names, or None where it can't be used.
            findings: Everything that is wrong with it.
        """
        if tree is not None:
            self.trees[tree.id] = tree
        self.findings += [finding for finding in findings if finding not in self.findings]

    @property
    def errors(self) -> list[Finding]:
        """The findings that prevent a tree from being published."""
        return errors_in(self.findings)

    @property
    def warnings(self) -> list[Finding]:
        """The other findings."""
        return [finding for finding in self.findings if finding.severity != "error"]

    def compiled(self) -> dict[str, str]:
        """Return each tree as the JSON that `fingerpost compile` writes, by id."""
        return {
            name: json.dumps(to_json(tree), ensure_ascii=False, separators=(",", ":")) + "\n"
            for name, tree in sorted(self.trees.items())
        }


def errors_in(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors among some findings."""
    return [finding for finding in findings if finding.severity == "error"]
