"""`fingerpost export`: writes a tree in a format of other programs."""

from __future__ import annotations

import argparse

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_json, add_tree, sound_tree, write_file
from fingerpost.cli.site_page import add_site_page, as_on_its_page, page_address
from fingerpost.cli.terminal import hand_on, print_json, tell
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
        tell("fingerpost export: --json needs --output.")
        return UNREADABLE
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    chosen = FORMATS[arguments.to]
    address = page_address(arguments)
    placed, _ = as_on_its_page(tree, arguments)
    content = chosen.write(with_whole_links(placed, address) if address else placed, address)
    if chosen.leaves_out and not arguments.json:
        tell(f"{chosen.title} leaves out {chosen.leaves_out}.")
    if arguments.output is None:
        hand_on(content)
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
