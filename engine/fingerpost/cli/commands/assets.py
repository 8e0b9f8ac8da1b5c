"""`fingerpost assets`: writes the files that pages with a tree load, for any site."""

from __future__ import annotations

import argparse
from pathlib import Path

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_json
from fingerpost.cli.terminal import print_json, show, tell
from fingerpost.site.assets import write_assets
from fingerpost.site.browser_files import BrowserFilesMissingError


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write, for instance docs/assets/fingerpost")
    add_json(parser, "list the files as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the files."""
    try:
        files = write_assets(arguments.folder)
    except BrowserFilesMissingError as fault:
        tell(fault)
        return UNREADABLE
    except OSError as fault:
        tell(f"{fault.filename}: The files can't be written: {fault.strerror}.")
        return UNREADABLE
    if arguments.json:
        print_json({"folder": str(arguments.folder), "files": files})
        return 0
    show(f"{arguments.folder}: {len(files)} files.")
    return 0


COMMAND = Command(order=1000, help="Write the files that pages with a tree load", define=define, run=run)
