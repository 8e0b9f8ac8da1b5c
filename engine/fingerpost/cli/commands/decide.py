"""`fingerpost decide`: decides many cases at once, a row each."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from fingerpost.cases.columns import Heading, heading_of
from fingerpost.cases.decide import Decider
from fingerpost.cases.file import Case, CaseFile, CasesError, open_cases
from fingerpost.cases.results import CsvResults, JsonResults, Results
from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, add_tree, print_unwritten, sound_tree
from fingerpost.cli.terminal import document_stream, tell
from fingerpost.sheets.dialect import Dialect
from fingerpost.tree.model import Tree


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    parser.add_argument(
        "cases", metavar="CASES", help="a CSV file with a column for each question and a row for each case"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: the standard output)")
    add_json(parser, "write a list with an object for each case as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Decide the cases of one file."""
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    try:
        with open_cases(arguments.cases) as file:
            return _decide(tree, file, arguments.output, is_json=arguments.json)
    except CasesError as fault:
        tell(fault)
        return UNREADABLE


def _decide(tree: Tree, file: CaseFile, output: str | None, *, is_json: bool) -> int:
    cases = file.cases()
    first = next(cases, Case(1, []))
    heading = heading_of(tree, first.cells)
    place = f"{file.path}:{first.line}"
    for problem in heading.problems:
        tell(f"{place}: {problem}")
    if heading.problems:
        return FOUND
    for name, close in heading.doubts.items():
        message = f"The column “{name}” answers no question, and is passed on. Did you mean “{close}”?"
        tell(f"{place}: {message}")
    if output is None:
        return _written(tree, heading, cases, _results(tree, heading, file.dialect, document_stream(), is_json=is_json))
    if Path(output).exists() and Path(output).samefile(file.path):
        tell(f"{output}: This is the file of the cases: name another one.")
        return UNREADABLE
    try:
        encoding = "utf-8" if is_json else file.dialect.encoding
        with Path(output).open("w", encoding=encoding, newline="") as stream:
            return _written(tree, heading, cases, _results(tree, heading, file.dialect, stream, is_json=is_json))
    except OSError as fault:
        print_unwritten(output, fault)
        return UNREADABLE


def _results(tree: Tree, heading: Heading, dialect: Dialect, stream: TextIO, *, is_json: bool) -> Results:
    return JsonResults(tree, heading, stream) if is_json else CsvResults(tree, heading, dialect, stream)


def _written(tree: Tree, heading: Heading, cases: Iterator[Case], results: Results) -> int:
    """Write what each case leads to, and return the exit status."""
    decider = Decider(tree, heading)
    count = decided = unread = 0
    for case in cases:
        decision = decider.decide(case.cells)
        results.add(case, decision)
        count += 1
        decided += decision.outcome is not None
        unread += bool(decision.problems)
    results.end()
    undecided = count - decided - unread
    tell(f"Cases: {count:,}. Decided: {decided:,}, undecided: {undecided:,}, not read: {unread:,}.")
    return FOUND if unread else 0


COMMAND = Command(
    order=450,
    help="Decide many cases at once, from a CSV file",
    define=define,
    run=run,
    status_1="the tree has errors, or a case can't be read",
)
