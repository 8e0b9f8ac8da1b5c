"""`fingerpost assets`: the files that pages with a tree load, for any site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fingerpost.cli.common import UNREADABLE, add_json, folder, print_json
from fingerpost.site.assets import PYODIDE_VERSION, missing_from, write_assets

HELP = "Write the files that pages with a tree load"

_WHERE = (
    f"It comes with the npm package pyodide {PYODIDE_VERSION} (npm install pyodide@{PYODIDE_VERSION} leaves it in "
    "node_modules/pyodide)."
)


def define(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write, for instance docs/assets/fingerpost")
    parser.add_argument("--pyodide", type=folder, metavar="DIR", help=f"the folder of Pyodide. {_WHERE}")
    add_json(parser, "list the files as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the files."""
    if arguments.pyodide is not None and (missing := missing_from(arguments.pyodide)):
        print(f"{arguments.pyodide}: this folder does not contain {', '.join(missing)}. {_WHERE}", file=sys.stderr)
        return UNREADABLE
    try:
        files = write_assets(arguments.folder, arguments.pyodide)
    except OSError as fault:
        print(f"{fault.filename}: The files can't be written: {fault.strerror}.", file=sys.stderr)
        return UNREADABLE
    if arguments.json:
        print_json({"folder": str(arguments.folder), "files": files, "pyodide": arguments.pyodide is not None})
        return 0
    print(f"{arguments.folder}: {len(files)} files.")
    if arguments.pyodide is None:
        print(f"Pyodide is not among them, so the trees work as plain links. {_WHERE} Name its folder with --pyodide.")
    return 0
