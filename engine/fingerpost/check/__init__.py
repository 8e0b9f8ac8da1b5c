"""Checks a tree before it is published: every finding at once, in file order, with how to fix it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from fingerpost.check.rules import RULES
from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding, Place
from fingerpost.tree.model import Tree

if TYPE_CHECKING:
    from fingerpost.source import Reading


def check(tree: Tree, places: Mapping[tuple[str, ...], Place], docs_dir: Path | None = None) -> list[Finding]:
    """Return everything that is wrong with a tree.

    Args:
        tree: The tree; it may be broken in any way.
        places: The places of its parts, as `read_tree` gives them.
        docs_dir: The documentation folder; None leaves the pages of the outcomes unchecked.

    Returns:
        The findings in file order.
    """
    subject = Subject(tree, places, docs_dir)
    return _in_file_order(
        rule.code.finding(subject.place(fault.path), fault.message, fault.hint, fault.answers)
        for rule in RULES
        for fault in rule.find(subject)
    )


def check_file(path: Path | str, docs_dir: Path | None = None) -> tuple[Tree | None, list[Finding]]:
    """Read a tree file and return the tree with everything that is wrong with the file and with the tree.

    Args:
        path: The file. The findings name it as it is given here.
        docs_dir: The documentation folder; None leaves the pages of the outcomes unchecked.

    Returns:
        The tree, or None where too little of it could be read, and the findings in file order. The tree may
        be used only if none of the findings is an error.
    """
    # Not above, so that a tree from the cache is checked without the reader and its libraries.
    from fingerpost.source import read_tree

    return check_reading(read_tree(path), docs_dir)


def check_reading(reading: Reading, docs_dir: Path | None = None) -> tuple[Tree | None, list[Finding]]:
    """Return what `check_file` returns, for a file that was read already."""
    if reading.tree is None:
        return None, list(reading.findings)
    return reading.tree, _in_file_order([*reading.findings, *check(reading.tree, reading.places, docs_dir)])


def _in_file_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.place.line, finding.place.column, finding.code))
