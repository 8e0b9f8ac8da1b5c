"""`fingerpost import`: reads a file of another program into a tree file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fingerpost.check import check_reading
from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, print_findings, status_of
from fingerpost.importing.format import Format
from fingerpost.importing.formats import FORMATS
from fingerpost.importing.tree_file import tree_file
from fingerpost.source import read_source


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("file", metavar="FILE", help="the file to read")
    parser.add_argument(
        "--from",
        dest="format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"one of {', '.join(FORMATS)} (default: by the name of the file)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="the tree file to write (default: the standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Read one file, and write and check its tree."""
    chosen = _format(arguments.file, arguments.format)
    if chosen is None:
        print(f"{arguments.file}: The name does not tell the format: give it with --from.", file=sys.stderr)
        return UNREADABLE
    try:
        content = Path(arguments.file).read_bytes()
    except OSError as fault:
        print(f"{arguments.file}: The file can't be read: {fault.strerror}.", file=sys.stderr)
        return UNREADABLE
    imported = chosen.read(content, arguments.file)
    findings = list(imported.findings)
    if imported.draft is None:
        print_findings(findings, sys.stderr)
        return FOUND
    text = tree_file(imported.draft)
    _, faults = check_reading(read_source(text.encode(), arguments.output or "<tree>"))
    findings += faults
    if findings:
        print_findings(findings, sys.stderr)
    if arguments.output is None:
        print(text, end="")
        return status_of(findings)
    try:
        # Never over a file that exists: an author may have worked on it.
        with Path(arguments.output).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as fault:
        print(f"{arguments.output}: The file can't be written: {fault.strerror}.", file=sys.stderr)
        return UNREADABLE
    return status_of(findings)


def _format(file: str, name: str | None) -> Format | None:
    """Return the format with a name, or else the one whose files have such names, or None."""
    if name is not None:
        return FORMATS[name]
    return next((each for each in FORMATS.values() if file.lower().endswith(each.endings)), None)


COMMAND = Command(
    order=940,
    help="Read a file of another program into a tree file",
    define=define,
    run=run,
    status_1="the file or its tree has errors",
)
