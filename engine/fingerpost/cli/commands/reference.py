"""`fingerpost reference`: writes the pages about the format and the findings, and the JSON Schemas."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from fingerpost.check.codes import CODES
from fingerpost.cli.command import Command
from fingerpost.cli.common import add_json
from fingerpost.cli.terminal import print_json, show_text
from fingerpost.reference.compiled_schema import compiled_schema
from fingerpost.reference.pages import findings_page, format_page
from fingerpost.reference.plan_schema import plan_schema
from fingerpost.reference.schema import schema


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("part", choices=("format", "findings", "compiled", "plan"), help="the part to write")
    add_json(parser, "write the JSON Schema of the format, or the findings as JSON, instead of Markdown")


def run(arguments: argparse.Namespace) -> int:
    """Write one part."""
    if arguments.part == "compiled":
        print_json(compiled_schema())
    elif arguments.part == "plan":
        print_json(plan_schema())
    elif arguments.part == "format":
        if arguments.json:
            print_json(schema())
        else:
            show_text(format_page())
    elif arguments.json:
        print_json({"findings": [asdict(code) for code in CODES]})
    else:
        show_text(findings_page())
    return 0


COMMAND = Command(
    order=1100,
    help="Write the reference of the format, of the findings, of compiled trees or of plans",
    define=define,
    run=run,
)
