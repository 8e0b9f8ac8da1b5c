"""The command line.

Exit status: 0 for success, 1 for findings, 2 for a file or a command that can't be read. Each command's help has the
cases of its own.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from fingerpost import __version__
from fingerpost.cli.command import STATUS_2
from fingerpost.cli.commands import COMMANDS
from fingerpost.cli.common import UNREADABLE
from fingerpost.source.extra import ExtraMissingError

INTERRUPTED = 130
"""The exit status after Ctrl-C, as in shells."""

NOBODY_READS = 141
"""The exit status if the program that reads the output has ended, as in shells."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments after the program's name; None for those of the process.

    Returns:
        The exit status.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        # Flush the buffer here, where a closed pipe can be caught.
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes the rest at exit, and would then report an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except ExtraMissingError as fault:
        print(fault, file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fingerpost", description="Decision trees for published guidance.", epilog=_statuses()
    )
    parser.add_argument("--version", action="version", version=f"fingerpost {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command_parser = commands.add_parser(
            name, help=command.help, description=f"{command.help}.", epilog=command.statuses
        )
        command.define(command_parser)
        command_parser.set_defaults(run=command.run)
    return parser


def _statuses() -> str:
    """Return the exit statuses of all commands, for the help."""
    with_1 = ", ".join(name for name, command in COMMANDS.items() if command.status_1)
    return (
        f"Exit status: 0 for success, 1 in the cases that the help of each of these commands has: {with_1}; "
        f"{STATUS_2}, {INTERRUPTED} if you stop a command, {NOBODY_READS} if the program that reads the output ended."
    )
