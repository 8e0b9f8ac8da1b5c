"""The parser of the whole command line."""

from __future__ import annotations

import argparse

from fingerpost import __version__
from fingerpost.cli.command import STATUS_2
from fingerpost.cli.commands import COMMANDS

PROGRAM = "fingerpost"
"""The name of the program."""

INTERRUPTED = 130
"""The exit status after Ctrl-C, as in shells."""

NOBODY_READS = 141
"""The exit status if the program that reads the output has ended, as in shells."""


def whole_parser(program: str = PROGRAM) -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog=program, description="Decision trees for published guidance.", epilog=_statuses()
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
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
