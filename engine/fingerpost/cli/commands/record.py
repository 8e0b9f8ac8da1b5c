"""`fingerpost record`: writes the record of a set of answers."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_answers, add_json, add_tree, sound_state, write_file
from fingerpost.cli.site_page import add_site_page, as_on_its_page, page_address
from fingerpost.cli.terminal import hand_on, tell
from fingerpost.record.build import build_record
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import Notes
from fingerpost.word import word

_BY_NAME = {form.name: form for form in FORMS.values()}

*_ALL_BUT_LAST, _LAST = (form.title for form in FORMS.values())
_HELP = f"Write the record of a set of answers, as {', '.join(_ALL_BUT_LAST)} or {_LAST}"


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    add_answers(parser)
    parser.add_argument("--format", choices=_BY_NAME, default="md", help="the form of the record (default: md)")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: the standard output)")
    add_json(parser, "the same as --format json")
    parser.add_argument("--need", default="", help="the need, in your own words")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the date of the record")
    add_site_page(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the record of the answers of one link."""
    state = sound_state(arguments.tree, arguments.answers)
    if isinstance(state, int):
        return state
    tree, pages = as_on_its_page(state.tree, arguments)
    address = page_address(arguments)
    record = build_record(
        replace(state, tree=tree),
        Notes(need=arguments.need),
        address=address,
        date=arguments.date,
        pages=pages,
        texts_on=address,
    )
    form = _BY_NAME["json" if arguments.json else arguments.format]
    if form.document is not None:
        return _write_word(arguments.output, word(form.document(record)))
    text = form.write(record).removesuffix("\n")
    content = f"{text}\n".encode()
    if arguments.output is not None:
        return write_file(arguments.output, content)
    hand_on(content)
    return 0


def _write_word(file: str | None, content: bytes) -> int:
    """Write a Word file, or the standard output unless a person would see the bytes."""
    if file is None:
        if sys.stdout.isatty():
            tell("fingerpost record: a Word file needs --output.")
            return UNREADABLE
        hand_on(content)
        return 0
    return write_file(file, content)


COMMAND = Command(
    order=800, help=_HELP, define=define, run=run, status_1="the tree has errors, or an answer can't be used"
)
