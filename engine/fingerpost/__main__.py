"""Runs the command line as `python -m fingerpost`."""

from __future__ import annotations

import sys

from fingerpost.cli import main

if __name__ == "__main__":
    # The help names the program as it was called: where the environment is not active, `fingerpost` is not on the path.
    sys.exit(main(program=f"{sys.orig_argv[0]} -m fingerpost"))
