"""`fingerpost completion`: writes the script with which a shell completes commands, options and their values."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Final, cast

from fingerpost.check.codes import BY_NAME
from fingerpost.cli.command import Command
from fingerpost.cli.common import add_json
from fingerpost.cli.terminal import hand_on, print_json
from fingerpost.source.extra import ExtraMissingError

_SHELLS: Final = ("bash", "zsh", "fish")

_FILES: Final = ("TREE", "FILE", "FILES", "CASES")
_FOLDERS: Final = ("DIR", "SITE")
"""The placeholders of arguments for which the shell completes paths."""

_WARNINGS: Final = tuple(code.name for code in BY_NAME.values() if code.severity == "warning")
"""The codes that options can name to any effect."""


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    parser.add_argument("shell", choices=_SHELLS, help="the shell")
    add_json(parser, "write the script as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the script of one shell."""
    try:
        import shtab  # an extra: only this command needs it
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("Completion", "completion", fault) from fault
    # The parser has this command, too.
    from fingerpost.cli.parser import whole_parser

    parser = whole_parser()
    _describe_values(parser, {**dict.fromkeys(_FILES, shtab.FILE), **dict.fromkeys(_FOLDERS, shtab.DIRECTORY)})
    script = shtab.complete(parser, arguments.shell)
    if arguments.json:
        print_json({"shell": arguments.shell, "script": script})
    else:
        hand_on(f"{script}\n".encode())
    return 0


def _describe_values(parser: argparse.ArgumentParser, paths: Mapping[str, object]) -> None:
    """Say which values the arguments of a parser and of its commands take, by their placeholders.

    Args:
        parser: A parser that parses nothing afterwards.
        paths: Placeholder to the way in which each shell completes it.
    """
    for action in parser._actions:  # pyright: ignore[reportPrivateUsage] - argparse has no other way to list them
        if isinstance(action, argparse._SubParsersAction):  # pyright: ignore[reportPrivateUsage]
            for command in cast("argparse._SubParsersAction[argparse.ArgumentParser]", action).choices.values():  # pyright: ignore[reportPrivateUsage]
                _describe_values(command, paths)
        elif action.metavar == "CODE":
            action.choices = _WARNINGS
        elif action.metavar in paths:
            action.complete = paths[str(action.metavar)]  # pyright: ignore[reportAttributeAccessIssue] - read by shtab


COMMAND = Command(
    order=1200,
    help="Write the script with which a shell completes this command line",
    define=define,
    run=run,
)
