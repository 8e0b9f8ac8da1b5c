"""A subcommand of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A subcommand. Its file is named after it.

    Attributes:
        order: Its position in the help: a smaller number comes first.
        help: Its purpose, in a sentence without a full stop.
        define: Adds its arguments to a parser.
        run: Runs it and returns the exit status.
    """

    order: int
    help: str
    define: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
