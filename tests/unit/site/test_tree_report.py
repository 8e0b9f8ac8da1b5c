"""What a builder's plugin hears of the trees that the pages name."""

from __future__ import annotations

import json
from dataclasses import replace

from example_trees import TREES
from fingerpost.check import check_file
from fingerpost.findings.finding import Finding, Place
from fingerpost.site.tree_report import TreeReport

FINDING = Finding("cycle", "error", Place("tree.yml", 3, 1), "It goes round.", "Break it.", {"a": "b"})


def test_a_finding_that_many_pages_meet_counts_once() -> None:
    report = TreeReport()
    warning = replace(FINDING, severity="warning")

    for _ in range(2):
        report.add(None, [FINDING, warning])

    assert (report.errors, report.warnings) == ([FINDING], [warning])


def test_each_tree_is_compiled_once_into_a_file_with_its_id() -> None:
    report = TreeReport()
    tree, _ = check_file(TREES / "dragon.yml")

    for _ in range(2):
        report.add(tree, [])

    ((name, text),) = report.compiled().items()
    assert (name, json.loads(text)["id"]) == ("assets/fingerpost/trees/dragon-snack.json", "dragon-snack")
    assert text.endswith("}\n")
