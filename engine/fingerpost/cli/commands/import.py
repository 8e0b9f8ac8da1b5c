"""`fingerpost import`: reads a file of another program into a tree file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fingerpost.check import check_reading
from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, print_unwritten, status_of
from fingerpost.cli.terminal import hand_on, print_json, tell
from fingerpost.findings.listing import print_findings
from fingerpost.importing.files import format_of, import_file
from fingerpost.importing.formats import FORMATS
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
    add_json(parser, "write the findings as JSON, and the tree file, too, if no --output is given")


def run(arguments: argparse.Namespace) -> int:
    """Read one file, and write and check its tree."""
    if format_of(arguments.file, arguments.format or "") is None:
        tell(f"{arguments.file}: The name does not tell the format: give it with --from.")
        return UNREADABLE
    try:
        text, found = import_file(arguments.file, arguments.format or "")
    except OSError as fault:
        tell(f"{arguments.file}: The file can't be read: {fault.strerror}.")
        return UNREADABLE
    findings = list(found)
    if text is not None:
        findings += check_reading(read_source(text.encode(), arguments.output or "<tree>"))[1]
    if text is not None and arguments.output is not None:
        try:
            # Never over a file that exists: an author may have worked on it.
            with Path(arguments.output).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as fault:
            print_unwritten(arguments.output, fault)
            return UNREADABLE
    if arguments.json:
        shown = {"tree": text} if arguments.output is None else {"file": arguments.output}
        print_json({**shown, "findings": [finding.to_json() for finding in findings]})
    else:
        if findings:
            print_findings(findings, sys.stderr)
        if text is not None and arguments.output is None:
            hand_on(text.encode())
    return FOUND if text is None else status_of(findings)


COMMAND = Command(
    order=940,
    help="Read a file of another program into a tree file",
    define=define,
    run=run,
    status_1="the file or its tree has errors",
)
