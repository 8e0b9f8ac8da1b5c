"""`fingerpost policy`: computes the Content-Security-Policy of a built site, for sites built without the plugin."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, print_json
from fingerpost.site.policy import PolicyError, policy_for, protect


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
    parser.add_argument("--write", action="store_true", help="write the policy into every page, too")
    add_json(parser, "print the policy as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the policy, or why there can be none."""
    site: Path = arguments.site
    if next(site.rglob("*.html"), None) is None:
        print(f"{site}: There are no HTML pages in this folder. Name the folder of a built site.", file=sys.stderr)
        return UNREADABLE
    try:
        fitting = policy_for(site)
        if arguments.write:
            protect(site)
    except PolicyError as fault:
        print(fault, file=sys.stderr)
        return FOUND
    except (OSError, UnicodeDecodeError) as fault:
        print(f"{site}: A page can't be read or written: {fault}.", file=sys.stderr)
        return UNREADABLE
    if fitting.other_origins:
        origins = ", ".join(sorted(fitting.other_origins))
        print(f"{site}: The policy refuses what pages load from {origins}.", file=sys.stderr)
    if arguments.json:
        print_json({"policy": fitting.value, "refused_origins": sorted(fitting.other_origins)})
    else:
        print(fitting.value)
    return 0


COMMAND = Command(
    order=1010,
    help="Compute the Content-Security-Policy of a built site",
    define=define,
    run=run,
    status_1="a page has code that no policy can allow",
)
