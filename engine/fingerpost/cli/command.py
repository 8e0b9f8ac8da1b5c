"""A subcommand of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

STATUS_2: Final = "2 if the command is not understood, or a file can't be read or written"
"""The case in which the exit status of every command is 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A subcommand. Its file is named after it.

    Attributes:
        order: Its position in the help: a smaller number comes first.
        help: Its purpose, in a sentence without a full stop.
        define: Adds its arguments to a parser.
        run: Runs it and returns the exit status.
        status_1: The case in which the exit status is 1, in words that follow "if"; empty if it never is.
    """

    order: int
    help: str
    define: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    status_1: str = ""

    @property
    def statuses(self) -> str:
        """The exit statuses, for the help."""
        found = f" 1 if {self.status_1}," if self.status_1 else ""
        return f"Exit status: 0 for success,{found} {STATUS_2}."
