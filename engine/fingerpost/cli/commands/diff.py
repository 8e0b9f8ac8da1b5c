"""`fingerpost diff`: reports how a change to a tree affects the people who answer it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.check import check_reading
from fingerpost.check.chosen import without_ignored
from fingerpost.check.walkable import can_be_walked
from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_ignore, add_json, folder, status_of
from fingerpost.cli.terminal import print_json, show_text, tell
from fingerpost.compare import compare_trees
from fingerpost.compare.report import as_json, as_markdown, code, listed
from fingerpost.findings.finding import Finding, errors_in
from fingerpost.findings.listing import print_findings
from fingerpost.source import read_source, read_tree
from fingerpost.tree.model import Tree


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument(
        "trees",
        nargs="+",
        metavar="TREE",
        help="the old and the new tree, each a file or REVISION:FILE as in git; with --rev, one file",
    )
    parser.add_argument(
        "--rev",
        metavar="A..B",
        help="compare the file at two git revisions; 'A' alone compares with the file as it is now",
    )
    parser.add_argument("--page", default="", metavar="URL", help="the address of the tree's page, for whole links")
    parser.add_argument(
        "--docs", type=folder, metavar="DIR", help="the documentation folder, to check the pages of the new tree"
    )
    add_ignore(parser)
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 if outcomes change")
    add_json(parser, "write the comparison as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Compare two editions and write the differences."""
    editions = _editions(arguments.trees, arguments.rev)
    if editions is None:
        tell("fingerpost diff: give two trees, or --rev and one file.")
        return UNREADABLE
    old = _read(editions[0], None)
    if isinstance(old, int):
        return old
    new = _read(editions[1], arguments.docs)
    if isinstance(new, int):
        return new
    comparison = compare_trees(old.tree, new.tree)
    # A warning about the old edition would be of no use: nobody is going to change it.
    found = {
        "old": errors_in(old.findings),
        "new": without_ignored(new.findings, arguments.ignore),
    }
    if arguments.json:
        listed = {edition: [finding.to_json() for finding in findings] for edition, findings in found.items()}
        print_json(as_json(comparison, arguments.page) | {"findings": listed})
    else:
        show_text(as_markdown(comparison, arguments.page) + _also_found(found))
    return FOUND if arguments.exit_code and comparison.moves.changes else 0


def _editions(trees: list[str], revisions: str | None) -> tuple[str, str] | None:
    """Return the names of the two editions, or None if the command does not name two."""
    if revisions is None:
        return (trees[0], trees[1]) if len(trees) == 2 else None
    if len(trees) != 1:
        return None
    old, dots, new = revisions.partition("..")
    # Git reads a path from the top of the repository, unless it begins with a full stop.
    here = f"./{Path(os.path.relpath(trees[0])).as_posix()}"
    return f"{old}:{here}", f"{new or 'HEAD'}:{here}" if dots else trees[0]


def _also_found(found: Mapping[str, Sequence[Finding]]) -> str:
    """Return the findings of each edition as Markdown; empty if there are none."""
    parts = [
        f"### Also found in the {edition} edition\n\n{listed([_item(finding) for finding in findings])}\n"
        for edition, findings in found.items()
        if findings
    ]
    return "".join(f"\n{part}" for part in parts)


def _item(finding: Finding) -> str:
    return f"- {finding.severity} {code(finding.code)}, {code(str(finding.place))}: {code(finding.message)}"


@dataclass(frozen=True, slots=True)
class _Edition:
    """A tree that can be walked, with its findings."""

    tree: Tree
    findings: list[Finding]


def _read(name: str, docs_dir: Path | None) -> _Edition | int:
    """Return the tree of a file or of a git revision; if it can't be walked, print its errors and return the status."""
    data = _content(name)
    if isinstance(data, int):
        return data
    tree, findings = check_reading(read_tree(name) if data is None else read_source(data, name), docs_dir)
    if tree is not None and can_be_walked(tree):
        return _Edition(tree, findings)
    errors = errors_in(findings)
    print_findings(errors, sys.stderr)
    return status_of(errors)


def _content(name: str) -> bytes | int | None:
    """Return the content of a file at a git revision, or the exit status; None for the name of a file."""
    revision, colon, path = name.partition(":")
    if not colon or not revision or Path(name).exists():
        return None
    # A revision that begins with a hyphen would be an option; "cat-file" runs nothing that a repository configures.
    command = ["git", "cat-file", "blob", f"{revision}:{path}"]
    if revision.startswith("-"):
        tell(f"{name}: '{revision}' is not a revision.")
        return UNREADABLE
    try:
        shown = subprocess.run(command, capture_output=True, check=False)
    except OSError as fault:
        tell(f"{name}: git can't be run: {fault.strerror}.")
        return UNREADABLE
    if shown.returncode != 0:
        reason = shown.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        tell(f"{name}: git can't find this file: {reason.rstrip('.')}.")
        return UNREADABLE
    return shown.stdout


COMMAND = Command(
    order=300,
    help="Report what a change to a tree means: whose outcome changes, and which texts differ",
    define=define,
    run=run,
    status_1="a tree can't be walked, or with --exit-code if outcomes change",
)
