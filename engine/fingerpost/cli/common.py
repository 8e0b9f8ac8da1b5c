"""Shared parts of the commands: their arguments, reading and checking the tree, and reporting."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from fingerpost.answers.damaged_link import fragment_of
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.check.chosen import warning_named
from fingerpost.check.sound import UnsoundTreeError, read
from fingerpost.cli.terminal import tell
from fingerpost.findings.finding import Finding
from fingerpost.findings.listing import print_findings
from fingerpost.render.notices import problem_text
from fingerpost.source import CANNOT_READ
from fingerpost.tree.model import Tree
from fingerpost.tree.ways import readable_count

FOUND = 1
"""The exit status after findings, or if no outcome was reached."""

UNREADABLE = 2
"""The exit status if a file can't be read or written."""


_MOST_DIGITS = 4300
"""The most digits in a number in JSON: many programs refuse longer ones."""


def add_tree(parser: argparse.ArgumentParser) -> None:
    """Add the argument that every command has."""
    parser.add_argument("tree", metavar="TREE", help="the YAML file of the tree")


def add_json(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add the option for JSON output."""
    parser.add_argument("--json", action="store_true", help=help_text)


def number_for_json(count: int) -> int | str:
    """Return a number, or text with its power of ten if programs that read JSON would refuse it."""
    return count if count < 10**_MOST_DIGITS else readable_count(count)


def sound_tree(path: str) -> Tree | int:
    """Return a tree without errors, or print its errors and return the exit status."""
    try:
        return read(path)
    except UnsoundTreeError as fault:
        print_findings(fault.findings, sys.stderr)
        return status_of(fault.findings)


def add_answers(parser: argparse.ArgumentParser) -> None:
    """Add the argument for answers."""
    parser.add_argument(
        "answers",
        metavar="ANSWERS",
        help="'question=answer&question=answer', a link from the page, or the part of it after '#'",
    )


def sound_state(path: str, text: str) -> State | int:
    """Return the state of a link to a tree without errors, or print the problems and return the exit status.

    On the command line, an answer that is not valid is an error, because nobody would see a notice.
    """
    tree = sound_tree(path)
    if isinstance(tree, int):
        return tree
    reading = read_link(tree, fragment_of(text))
    wrong = [problem for problem in reading.problems if problem.kind != "other-edition"]
    for problem in reading.problems:
        tell(problem_text(tree, problem))
    return FOUND if wrong else reading.state.firm


def status_of(findings: Sequence[Finding]) -> int:
    """Return the exit status for findings."""
    if any(finding.code == CANNOT_READ for finding in findings):
        return UNREADABLE
    return FOUND if any(finding.severity == "error" for finding in findings) else 0


def codes_of(named: Callable[[str], str]) -> Callable[[str], list[str]]:
    """Return a function that reads codes of findings, separated by commas, from the command line.

    Args:
        named: Returns a code, or raises ValueError if it can't be chosen.
    """

    def codes(text: str) -> list[str]:
        try:
            return [named(code.strip()) for code in text.split(",")]
        except ValueError as fault:
            raise argparse.ArgumentTypeError(str(fault)) from None

    return codes


def add_ignore(parser: argparse.ArgumentParser) -> None:
    """Add the option that leaves out warnings."""
    parser.add_argument(
        "--ignore",
        type=codes_of(warning_named),
        action="extend",
        default=[],
        metavar="CODE",
        help="leave out warnings with this code; separate several with commas, or repeat the option",
    )


def has_pages(site: Path) -> bool:
    """Return whether a folder is that of a built site; if not, say so."""
    if next(site.rglob("*.html"), None) is not None:
        return True
    tell(f"{site}: There are no HTML pages in this folder. Name the folder of a built site.")
    return False


def print_unwritten(file: str, fault: OSError) -> None:
    """Say that a file can't be written."""
    tell(f"{file}: The file can't be written: {fault.strerror}.")


def write_file(file: str, content: bytes) -> int:
    """Write a file and return the exit status; if it can't be written, say so."""
    try:
        Path(file).write_bytes(content)
    except OSError as fault:
        print_unwritten(file, fault)
        return UNREADABLE
    return 0


def folder(text: str) -> Path:
    """Return a folder named on the command line.

    Raises:
        argparse.ArgumentTypeError: There is no such folder.
    """
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder '{text}'")
    return path
