"""`fingerpost embed`: writes the HTML with which a page of another site shows a tree."""

from __future__ import annotations

import argparse
import sys

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_json, print_json
from fingerpost.site.browser_files import BrowserFilesMissingError
from fingerpost.site.embedding import embedding, integrity


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument(
        "site", metavar="SITE", help="the address of your site, for instance https://example.org/guide/"
    )
    parser.add_argument("page", metavar="PAGE", help="the address of the page with the tree, whole or from SITE")
    parser.add_argument("--integrity", action="store_true", help="accept only the script of this version")
    add_json(parser, "print the HTML, the digest and the policy as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the HTML and the policy."""
    try:
        shown = embedding(arguments.site, arguments.page)
        digest = integrity() if arguments.integrity or arguments.json else ""
    except (ValueError, BrowserFilesMissingError) as fault:
        print(fault, file=sys.stderr)
        return UNREADABLE
    html = shown.html(integrity=digest if arguments.integrity else "")
    if arguments.json:
        print_json({"html": html, "integrity": digest, "policy": shown.policy})
        return 0
    print(html)
    print(f"\nA Content-Security-Policy has to allow: {shown.policy}")
    return 0


COMMAND = Command(order=1020, help="Write the HTML that shows a tree on another site", define=define, run=run)
