"""`fingerpost diff`: reports how a change to a tree affects the people who answer it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, print_json, sound_source, sound_tree
from fingerpost.compare import compare_trees
from fingerpost.compare.report import as_json, as_markdown
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
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 if outcomes change")
    add_json(parser, "write the comparison as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Compare two editions and write the differences."""
    editions = _editions(arguments.trees, arguments.rev)
    if editions is None:
        print("fingerpost diff: give two trees, or --rev and one file.", file=sys.stderr)
        return UNREADABLE
    read: list[Tree] = []
    for name in editions:
        tree = _read(name)
        if isinstance(tree, int):
            return tree
        read.append(tree)
    comparison = compare_trees(*read)
    if arguments.json:
        print_json(as_json(comparison, arguments.page))
    else:
        print(as_markdown(comparison, arguments.page), end="")
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


def _read(name: str) -> Tree | int:
    """Return the tree of a file or of a git revision, or print its errors and return the exit status."""
    revision, colon, path = name.partition(":")
    if not colon or not revision or Path(name).exists():
        return sound_tree(name)
    # A revision that begins with a hyphen would be an option; "cat-file" runs nothing that a repository configures.
    command = ["git", "cat-file", "blob", f"{revision}:{path}"]
    if revision.startswith("-"):
        print(f"{name}: '{revision}' is not a revision.", file=sys.stderr)
        return UNREADABLE
    try:
        shown = subprocess.run(command, capture_output=True, check=False)
    except OSError as fault:
        print(f"{name}: git can't be run: {fault.strerror}.", file=sys.stderr)
        return UNREADABLE
    if shown.returncode != 0:
        reason = shown.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        print(f"{name}: git can't find this file: {reason.rstrip('.')}.", file=sys.stderr)
        return UNREADABLE
    return sound_source(shown.stdout, name)


COMMAND = Command(
    order=300,
    help="Report what a change to a tree means: whose outcome changes, and which texts differ",
    define=define,
    run=run,
)
