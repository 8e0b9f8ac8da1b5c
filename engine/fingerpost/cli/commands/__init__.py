"""The subcommands, one file each, named after the command.

To add one, copy `compile.py`.
"""

from __future__ import annotations

from typing import Final

from fingerpost.cli.command import Command
from fingerpost.registry import collect

COMMANDS: Final = collect(__name__, "COMMAND", Command)
"""Each command by its name, in the order of the help."""
