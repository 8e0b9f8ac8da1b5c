"""`fingerpost policy`: computes the Content-Security-Policy of a built site, for sites built without the plugin."""

from __future__ import annotations

import argparse
from pathlib import Path

from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, has_pages
from fingerpost.cli.terminal import print_json, show, tell
from fingerpost.site.policy import PolicyError, policy_for, protect


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
    parser.add_argument("--write", action="store_true", help="write the policy into every page, too")
    add_json(parser, "print the policy as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Print the policy, or why there can be none."""
    site: Path = arguments.site
    if not has_pages(site):
        return UNREADABLE
    try:
        fitting = policy_for(site)
        if arguments.write:
            protect(site)
    except PolicyError as fault:
        tell(fault)
        return FOUND
    except (OSError, UnicodeDecodeError) as fault:
        tell(f"{site}: A page can't be read or written: {fault}.")
        return UNREADABLE
    if fitting.other_origins:
        origins = ", ".join(sorted(fitting.other_origins))
        tell(f"{site}: The policy refuses what pages load from {origins}.")
    if arguments.json:
        print_json({"policy": fitting.value, "refused_origins": sorted(fitting.other_origins)})
    else:
        show(fitting.value)
    return 0


COMMAND = Command(
    order=1010,
    help="Compute the Content-Security-Policy of a built site",
    define=define,
    run=run,
    status_1="a page has code that no policy can allow",
)
