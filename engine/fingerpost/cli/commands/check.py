"""`fingerpost check`: lists every fault in a tree at once, or in several."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fingerpost.check import check_reading
from fingerpost.check.chosen import finding_named, without_ignored
from fingerpost.check.codes import BY_NAME
from fingerpost.check.reports import as_annotations, as_json, as_sarif
from fingerpost.check.tree_ids import TreeIds, same_tree_id
from fingerpost.cli.command import Command
from fingerpost.cli.commands.compile import write_compiled
from fingerpost.cli.common import UNREADABLE, add_ignore, add_json, codes_of, folder, status_of
from fingerpost.cli.terminal import give_commands, print_json, tell
from fingerpost.findings.finding import Finding, Place
from fingerpost.findings.listing import print_findings
from fingerpost.site.broken_blocks import broken_blocks
from fingerpost.source import Reading, read_tree
from fingerpost.source.cache import store_reading
from fingerpost.tree.model import Tree

_FORMATS = ("text", "json", "sarif", "github")


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument(
        "trees",
        metavar="TREE",
        nargs="+",
        help="the YAML file of the tree; name all trees of a site to compare their ids",
    )
    parser.add_argument(
        "--docs",
        type=folder,
        metavar="DIR",
        help="the documentation folder, to check the outcomes' pages and the blocks in all pages",
    )
    parser.add_argument(
        "--ways", action="store_true", help="report each way without a scenario, and not only their number"
    )
    parser.add_argument(
        "--date", type=_day, metavar="DAY", help="the day of the check, as in 2026-05-01 (default: today)"
    )
    parser.add_argument("--strict", action="store_true", help="treat every warning as an error")
    parser.add_argument(
        "--error",
        type=codes_of(finding_named),
        action="extend",
        default=[],
        metavar="CODE",
        help="treat warnings with this code as errors; separate several with commas, or repeat the option",
    )
    add_ignore(parser)
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="the format of the findings (default: %(default)s)"
    )
    parser.add_argument(
        "--compile", metavar="FILE", help="if there are no errors, also write the tree as 'compile' does"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="save the tree for pages that use this 'cache_dir'")
    add_json(parser, 'the same as --format json: {"findings": […]}')


def run(arguments: argparse.Namespace) -> int:
    """Check each tree and write the findings."""
    if arguments.compile is not None and len(arguments.trees) > 1:
        tell("--compile writes one tree: name one file, or use 'compile' for each.")
        return UNREADABLE
    if both := [code for code in arguments.error if code in arguments.ignore]:
        tell(f"fingerpost check: --error and --ignore both name '{both[0]}'.")
        return UNREADABLE
    ids = TreeIds()
    results = [_checked(file, arguments, ids) for file in arguments.trees]
    findings = [finding for result in results for finding in result.findings]
    if arguments.docs is not None:
        findings += _of_blocks(arguments.docs, dict(zip(arguments.trees, results, strict=True)))
    output_format = "json" if arguments.json else arguments.format
    if output_format == "json":
        print_json(as_json(findings))
    elif output_format == "sarif":
        print_json(as_sarif(findings))
    else:
        if output_format == "github":
            give_commands(as_annotations(findings))
        elif findings:
            print_findings(findings, sys.stdout)
        for file, result in zip(arguments.trees, results, strict=True):
            if result.tree is not None and not result.findings:
                size = f"{len(result.tree.questions)} questions, {len(result.tree.outcomes)} outcomes."
                tell(f"{file}: nothing found. {size}")
    status = status_of(findings)
    for result in results:
        if arguments.cache is not None and status_of(result.findings) == 0:
            store_reading(result.reading, arguments.cache)
    tree = results[0].tree
    if status != 0 or tree is None or arguments.compile is None:
        return status
    return write_compiled(tree, arguments.compile)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day such as 2026-05-01") from None


@dataclass(frozen=True, slots=True)
class _Checked:
    """One of the files, with its tree and what is wrong with it."""

    reading: Reading
    tree: Tree | None
    findings: list[Finding]


def _checked(file: str, arguments: argparse.Namespace, ids: TreeIds) -> _Checked:
    reading = read_tree(file)
    tree, found = check_reading(reading, arguments.docs, each_way=arguments.ways, date=arguments.date or "")
    other = None if tree is None else ids.other_file(tree.id, file)
    if tree is not None and other is not None:
        found = [same_tree_id(tree.id, reading.places.get(("id",), Place(file, 1, 1)), other), *found]
    found = without_ignored(found, arguments.ignore)
    return _Checked(reading, tree, _promoted(found, BY_NAME if arguments.strict else arguments.error))


def _of_blocks(docs_dir: Path, results: Mapping[str, _Checked]) -> list[Finding]:
    """Return the findings about the blocks of all pages, with the trees that were already read."""
    known = {Path(file).resolve(): result.tree for file, result in results.items()}

    def read(file: Path) -> tuple[Tree | None, list[Finding]]:
        file = file.resolve()
        return known[file] if file in known else read_tree(file).tree, []

    return broken_blocks(docs_dir, read)


def _promoted(findings: Sequence[Finding], codes: Collection[str]) -> list[Finding]:
    """Return the findings, with those of these codes as errors."""
    return [replace(finding, severity="error") if finding.code in codes else finding for finding in findings]


COMMAND = Command(
    order=200,
    help="List everything that is wrong with a tree, or with several",
    define=define,
    run=run,
    status_1="there are errors, or with --strict any findings",
)
