"""`fingerpost embed`: writes the HTML with which a page of another site shows a tree."""

from __future__ import annotations

import argparse

from fingerpost.cli.command import Command
from fingerpost.cli.common import UNREADABLE, add_json
from fingerpost.cli.terminal import print_json, show, show_text, tell
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
        tell(fault)
        return UNREADABLE
    html = shown.html(integrity=digest if arguments.integrity else "")
    if arguments.json:
        print_json({"html": html, "integrity": digest, "policy": shown.policy})
        return 0
    show_text(f"{html}\n\n")
    show(f"A Content-Security-Policy has to allow: {shown.policy}")
    return 0


COMMAND = Command(order=1020, help="Write the HTML that shows a tree on another site", define=define, run=run)
