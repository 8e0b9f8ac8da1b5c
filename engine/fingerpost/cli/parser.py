"""The parser of the whole command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from fingerpost import __version__
from fingerpost.cli.command import STATUS_2
from fingerpost.cli.commands import COMMANDS
from fingerpost.text.harmless import harmless, harmless_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

PROGRAM = "fingerpost"
"""The name of the program."""

INTERRUPTED = 130
"""The exit status after Ctrl-C, as in shells."""

NOBODY_READS = 141
"""The exit status if the program that reads the output has ended, as in shells."""


class _Parser(argparse.ArgumentParser):
    """A parser whose messages may quote any argument."""

    def error(self, message: str) -> NoReturn:
        super().error(harmless_line(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(harmless(message), file)


def whole_parser(program: str = PROGRAM) -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(prog=program, description="Decision trees for published guidance.", epilog=_statuses())
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
