"""`fingerpost check`: everything that is wrong with a tree, at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from fingerpost.check import check_file
from fingerpost.cli.common import add_json, add_tree, folder, print_findings, print_json, status_of
from fingerpost.findings import Finding

HELP = "Say everything that is wrong with a tree"


def define(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    add_tree(parser)
    parser.add_argument(
        "--docs", type=folder, metavar="DIR", help="the documentation folder, to check the outcomes' pages"
    )
    add_json(parser, 'write {"findings": […]}')


def run(arguments: argparse.Namespace) -> int:
    """Check one tree and write the findings."""
    tree, findings = check_file(arguments.tree, arguments.docs)
    if arguments.json:
        print_json({"findings": [finding.to_json() for finding in findings]})
        return status_of(findings)
    print_findings(findings, sys.stdout)
    summary = _summary(findings)
    if tree is not None and not findings:
        summary += f" {len(tree.questions)} questions, {len(tree.outcomes)} outcomes."
    print(f"{arguments.tree}: {summary}", file=sys.stderr)
    return status_of(findings)


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "nothing found."
    errors = sum(finding.severity == "error" for finding in findings)
    return f"{_number(errors, 'error')}, {_number(len(findings) - errors, 'warning')}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
