"""`fingerpost new`: starts a tree, or a whole site around one."""

from __future__ import annotations

import argparse
from pathlib import Path

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_json, print_unwritten
from fingerpost.cli.terminal import print_json, show, tell
from fingerpost.site.starter import new_site, new_tree


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path(), metavar="DIR", help="where to start (default: this folder)"
    )
    parser.add_argument("--site", action="store_true", help="write a complete small MkDocs site around the tree")
    add_json(parser, "list the files as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the files, but never over a file that exists."""
    folder: Path = arguments.folder
    files = new_site() if arguments.site else new_tree()
    there = [name for name in files if (folder / name).exists()]
    if there:
        tell(f"{folder}: already exists: {', '.join(there)}. Choose another folder.")
        return UNREADABLE
    try:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        print_unwritten(fault.filename, fault)
        return UNREADABLE
    if arguments.json:
        print_json({"folder": str(folder), "files": list(files)})
        return 0
    for name in files:
        show(str(folder / name))
    show("README.md says what to do next." if arguments.site else f"Next: fingerpost check {folder / 'tree.yml'}")
    return 0


COMMAND = Command(order=100, help="Start a tree, or a small site around one", define=define, run=run)
