"""Checks a tree before it is published, and reports every finding at once, in file order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from fingerpost.check.days import today
from fingerpost.check.links import folder_of
from fingerpost.check.rules import RULES
from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding, Place
from fingerpost.tree.model import Tree

if TYPE_CHECKING:
    from fingerpost.source import Reading


def check(
    tree: Tree,
    places: Mapping[tuple[str, ...], Place],
    docs_dir: Path | None = None,
    *,
    folder: str = ".",
    unknown: Collection[tuple[str, ...]] = (),
    each_way: bool = False,
    date: str = "",
) -> list[Finding]:
    """Return every fault in a tree.

    Args:
        tree: The tree; it may be broken in any way.
        places: The positions of its parts, as `read_tree` returns them.
        docs_dir: The documentation folder; None leaves pages and links unchecked.
        folder: The folder of the tree file, relative to the documentation folder.
        unknown: The paths of its parts that could not be read, as `read_tree` returns them: no finding is drawn from
            them.
        each_way: Whether each way without a scenario is a finding of its own; otherwise their number is one.
        date: The day of the check as `YYYY-MM-DD`; empty for today.

    Returns:
        The findings in file order.
    """
    subject = Subject(tree, places, docs_dir, folder, unknown, each_way, date or today())
    return _in_file_order(
        rule.code.finding(subject.place(fault.path), fault.message, fault.hint, fault.answers)
        for rule in RULES
        for fault in rule.find(subject)
    )


def check_file(path: Path | str, docs_dir: Path | None = None) -> tuple[Tree | None, list[Finding]]:
    """Read a tree file and return the tree with every fault in the file and in the tree.

    Args:
        path: The file. The findings name it as given here.
        docs_dir: The documentation folder; None leaves the pages of the outcomes unchecked.

    Returns:
        The tree, or None if too little of it could be read, and the findings in file order. Use the tree only if none
        of the findings is an error.

    Raises:
        ModuleNotFoundError: The packages of the extra `build` are not installed; the message says how to install them.

    Examples:
        >>> tree, findings = fingerpost.check_file("tree.yml")
        >>> [finding.code for finding in findings if finding.severity == "error"]
        []
    """
    # Imported here, so that a tree from the cache can be checked without loading the reader and its libraries.
    from fingerpost.source import read_tree

    return check_reading(read_tree(path), docs_dir)


def check_reading(
    reading: Reading, docs_dir: Path | None = None, *, each_way: bool = False, date: str = ""
) -> tuple[Tree | None, list[Finding]]:
    """Return the same as `check_file`, for a file that was already read; for `each_way` and `date`, see `check`."""
    if reading.tree is None:
        return None, list(reading.findings)
    folder = "." if docs_dir is None else folder_of(reading.places[()].file, docs_dir)
    found = check(
        reading.tree, reading.places, docs_dir, folder=folder, unknown=reading.unknown, each_way=each_way, date=date
    )
    return reading.tree, _in_file_order([*reading.findings, *found])


def _in_file_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.place.line, finding.place.column, finding.code))
