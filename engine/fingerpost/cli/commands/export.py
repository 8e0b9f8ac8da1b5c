"""`fingerpost export`: writes a tree in a format of other programs."""

from __future__ import annotations

import argparse
import sys

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_json, add_tree, print_json, sound_tree, write_file
from fingerpost.cli.site_page import add_site_page, as_on_its_page, page_address
from fingerpost.export.formats import FORMATS
from fingerpost.site.placed_texts import with_whole_links


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    parser.add_argument("--to", choices=FORMATS, required=True, metavar="FORMAT", help=f"one of {', '.join(FORMATS)}")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: the standard output)")
    add_site_page(parser)
    add_json(parser, "say as JSON what was written; needs --output")


def run(arguments: argparse.Namespace) -> int:
    """Write one tree."""
    if arguments.json and arguments.output is None:
        print("fingerpost export: --json needs --output.", file=sys.stderr)
        return UNREADABLE
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    chosen = FORMATS[arguments.to]
    address = page_address(arguments)
    placed, _ = as_on_its_page(tree, arguments)
    content = chosen.write(with_whole_links(placed, address) if address else placed, address)
    if chosen.leaves_out and not arguments.json:
        print(f"{chosen.title} leaves out {chosen.leaves_out}.", file=sys.stderr)
    if arguments.output is None:
        sys.stdout.buffer.write(content)
        return 0
    if status := write_file(arguments.output, content):
        return status
    if arguments.json:
        told = {"tree": tree.id, "edition": tree.edition, "format": arguments.to, "file": arguments.output}
        print_json({**told, "leaves_out": chosen.leaves_out})
    return 0


COMMAND = Command(
    order=920,
    help="Write a tree in a format of other programs",
    define=define,
    run=run,
    status_1="the tree has errors",
)
