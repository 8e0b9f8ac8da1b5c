"""`fingerpost headers`: writes the file that tells a host which headers to send with a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from fingerpost.cli.command import Command
from fingerpost.cli.common import FOUND, UNREADABLE, add_json, has_pages, write_file
from fingerpost.cli.terminal import hand_on, print_json, tell
from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import OriginError, headers_of
from fingerpost.site.policy import PolicyError


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
    titles = ", ".join(f"{name} ({host.title})" for name, host in HOSTS.items())
    parser.add_argument("--host", choices=HOSTS, metavar="HOST", help=f"the kind of host: {titles}")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write; without it, the standard output")
    parser.add_argument(
        "--framed-by",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="another site whose pages may show this one in a frame; repeat it for several",
    )
    parser.add_argument("--embedding", action="store_true", help="let pages of other sites read the files")
    add_json(parser, "print the headers as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the file, or print the headers as JSON."""
    site: Path = arguments.site
    if arguments.host is None and not arguments.json:
        tell(f"Name the kind of host: --host with one of {', '.join(HOSTS)}.")
        return UNREADABLE
    if not has_pages(site):
        return UNREADABLE
    try:
        headers = headers_of(site, framed_by=arguments.framed_by, embedding=arguments.embedding)
    except OriginError as fault:
        tell(f"--framed-by: {fault}")
        return UNREADABLE
    except PolicyError as fault:
        tell(fault)
        return FOUND
    except (OSError, UnicodeDecodeError) as fault:
        tell(f"{site}: A page can't be read: {fault}.")
        return UNREADABLE
    status = 0
    if arguments.host:
        text = HOSTS[arguments.host].write(headers)
        if arguments.output:
            status = write_file(arguments.output, text.encode())
        elif not arguments.json:
            hand_on(text.encode())
    if arguments.json and status == 0:
        print_json({"everywhere": headers.everywhere, "workers": headers.workers})
    return status


COMMAND = Command(
    order=1015,
    help="Write the headers that a host should send with a built site",
    define=define,
    run=run,
    status_1="a page has code that no policy can allow",
)
