"""Proves a tree before it is published: every finding at once, in file order, with how to fix it.

Each rule is a function from the subject to its findings, and names every offender. All of them take time
linear, or near it, in nodes and answers: no rule goes through the ways of a tree, which may be past counting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fingerpost.check import pages, references, revisions, scenarios, structure
from fingerpost.check.subject import Subject
from fingerpost.findings.finding import Finding, Place
from fingerpost.tree.model import Tree

if TYPE_CHECKING:
    from fingerpost.source import Reading

type Rule = Callable[[Subject], Iterator[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    structure.missing_start,
    structure.missing_targets,
    structure.duplicate_ids,
    structure.cycles,
    structure.unreachable_questions,
    structure.unreachable_outcomes,
    structure.same_targets,
    structure.questions_that_never_matter,
    references.unknown_considerations,
    references.unused_considerations,
    references.unknown_combinations,
    references.renamed_nodes,
    references.renamed_answers,
    revisions.unknown_revised_answers,
    revisions.later_editions,
    pages.outcome_pages,
    pages.shared_pages,
    pages.pages_without_outcome,
    scenarios.scenario_questions,
    scenarios.scenario_answers,
    scenarios.scenario_outcomes,
    scenarios.failing_scenarios,
    scenarios.extra_scenario_answers,
    scenarios.uncovered_ways,
)


def check(tree: Tree, places: Mapping[tuple[str, ...], Place], docs_dir: Path | None = None) -> list[Finding]:
    """Return everything that is wrong with a tree.

    Args:
        tree: The tree; it may be broken in any way.
        places: Where its parts stand, as `read_tree` gives them.
        docs_dir: The documentation folder; None leaves the pages of the outcomes unchecked.

    Returns:
        The findings in file order.
    """
    subject = Subject(tree, places, docs_dir)
    return _in_file_order(finding for rule in RULES for finding in rule(subject))


def check_file(path: Path | str, docs_dir: Path | None = None) -> tuple[Tree | None, list[Finding]]:
    """Read a tree file and return the tree with everything that is wrong with its writing and with itself.

    Args:
        path: The file. The findings name it as it is given here.
        docs_dir: The documentation folder; None leaves the pages of the outcomes unchecked.

    Returns:
        The tree, or None where too little of it could be read, and the findings in file order. The tree may
        be used only if none of the findings is an error.
    """
    # Not above: a tree that was read before is checked without the reader and its libraries.
    from fingerpost.source import read_tree

    return check_reading(read_tree(path), docs_dir)


def check_reading(reading: Reading, docs_dir: Path | None = None) -> tuple[Tree | None, list[Finding]]:
    """Return what `check_file` returns, for what was read already."""
    if reading.tree is None:
        return None, list(reading.findings)
    return reading.tree, _in_file_order([*reading.findings, *check(reading.tree, reading.places, docs_dir)])


def _in_file_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.place.line, finding.place.column, finding.code))
