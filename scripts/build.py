"""Build the site into site/. Usage: python3 scripts/build.py."""

import argparse
import sys

import environment
from project.one_run import one_at_a_time
from project.paths import ROOT
from project.progress import run_command, say
from steps import site


def main() -> int:
    """Prepare the environment and build the site.

    Returns:
        The exit status.
    """
    argparse.ArgumentParser(description="Build the site into site/.").parse_args()
    with one_at_a_time():
        environment.prepare()
        site.build()
    say(f"The site is in {(ROOT / 'site').as_posix()}/")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
