"""The command line.

Exit status: 0 for success, 1 for findings, 2 for a file or a command that can't be read. Each command's help has the
cases of its own.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from fingerpost.cli.common import UNREADABLE
from fingerpost.cli.parser import INTERRUPTED, NOBODY_READS, PROGRAM, whole_parser
from fingerpost.cli.terminal import tell
from fingerpost.source.extra import ExtraMissingError


def main(argv: Sequence[str] | None = None, program: str = PROGRAM) -> int:
    """Run one command.

    Args:
        argv: The arguments after the program's name; None for those of the process.
        program: How the program was called, for the help.

    Returns:
        The exit status.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = whole_parser(program).parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        # Flush the buffer here, where a closed pipe can be caught.
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes the rest at exit, and would then report an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except ExtraMissingError as fault:
        tell(fault)
        return UNREADABLE
    except KeyboardInterrupt:
        tell("")
        return INTERRUPTED
    return status
