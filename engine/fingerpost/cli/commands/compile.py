"""`fingerpost compile`: writes a tree as the JSON that pages carry."""

from __future__ import annotations

import argparse

from fingerpost.cli.command import Command
from fingerpost.cli.common import add_json, add_tree, sound_tree, write_file
from fingerpost.cli.terminal import print_json
from fingerpost.tree.compiled_writer import to_text
from fingerpost.tree.model import Tree


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write")
    add_json(parser, "list the files as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Compile one tree."""
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    status = write_compiled(tree, arguments.output)
    if arguments.json and status == 0:
        print_json({"tree": tree.id, "edition": tree.edition, "file": arguments.output})
    return status


def write_compiled(tree: Tree, path: str) -> int:
    """Write a tree as the JSON that pages carry; return the exit status."""
    return write_file(path, to_text(tree).encode())


COMMAND = Command(
    order=900, help="Write a tree as the JSON that pages carry", define=define, run=run, status_1="the tree has errors"
)
