"""`fingerpost check`: lists every fault in a tree at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from fingerpost.check import check_reading
from fingerpost.check.codes import BY_NAME
from fingerpost.check.reports import as_annotations, as_json, as_sarif
from fingerpost.cli.command import Command
from fingerpost.cli.commands.compile import write_compiled
from fingerpost.cli.common import add_json, add_tree, folder, print_findings, print_json, status_of
from fingerpost.findings.finding import Finding
from fingerpost.findings.spelling import did_you_mean
from fingerpost.source import read_tree
from fingerpost.source.cache import store_tree

_FORMATS = ("text", "json", "sarif", "github")


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    parser.add_argument(
        "--docs", type=folder, metavar="DIR", help="the documentation folder, to check the outcomes' pages"
    )
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error")
    parser.add_argument(
        "--error",
        type=_code,
        action="append",
        default=[],
        metavar="CODE",
        help="treat warnings with this code as errors; can be repeated",
    )
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="the format of the findings (default: %(default)s)"
    )
    parser.add_argument(
        "--compile", metavar="FILE", help="if there are no errors, also write the tree as 'compile' does"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="save the tree for pages that use this 'cache_dir'")
    add_json(parser, 'the same as --format json: {"findings": […]}')


def run(arguments: argparse.Namespace) -> int:
    """Check one tree and write the findings."""
    reading = read_tree(arguments.tree)
    tree, found = check_reading(reading, arguments.docs)
    findings = _promoted(found, BY_NAME if arguments.strict else arguments.error)
    output_format = "json" if arguments.json else arguments.format
    if output_format == "json":
        print_json(as_json(findings))
    elif output_format == "sarif":
        print_json(as_sarif(findings))
    else:
        if output_format == "github":
            print("".join(f"{line}\n" for line in as_annotations(findings)), end="")
        else:
            print_findings(findings, sys.stdout)
        summary = _summary(findings)
        if tree is not None and not findings:
            summary += f" {len(tree.questions)} questions, {len(tree.outcomes)} outcomes."
        print(f"{arguments.tree}: {summary}", file=sys.stderr)
    status = status_of(findings)
    if tree is None or status != 0:
        return status
    if arguments.cache is not None:
        store_tree(reading, arguments.cache)
    return write_compiled(tree, arguments.compile) if arguments.compile is not None else 0


def _promoted(findings: Sequence[Finding], codes: Collection[str]) -> list[Finding]:
    """Return the findings, with those of these codes as errors."""
    return [replace(finding, severity="error") if finding.code in codes else finding for finding in findings]


def _code(text: str) -> str:
    """Return the code of a finding named on the command line.

    Raises:
        argparse.ArgumentTypeError: There is no such code.
    """
    if text not in BY_NAME:
        guess = did_you_mean(text, BY_NAME) or "See the page of findings for all of them."
        raise argparse.ArgumentTypeError(f"there is no finding '{text}'. {guess}")
    return text


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "nothing found."
    errors = sum(finding.severity == "error" for finding in findings)
    return f"{_number(errors, 'error')}, {_number(len(findings) - errors, 'warning')}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


COMMAND = Command(order=200, help="List everything that is wrong with a tree", define=define, run=run)
