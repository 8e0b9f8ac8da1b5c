"""Make the files that the browser runs, in engine/fingerpost/site/browser_files/. Usage: python3 scripts/runtime.py."""

import argparse
import sys

import environment
from project.one_run import one_at_a_time
from project.progress import run_command
from steps import browser_files


def main() -> int:
    """Prepare the environment and make the files, unless they are up to date.

    Returns:
        The exit status.
    """
    argparse.ArgumentParser(
        description="Make the files that the browser runs, in engine/fingerpost/site/browser_files/."
    ).parse_args()
    with one_at_a_time():
        environment.prepare()
        browser_files.build()
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
