"""Build the site and run every test. Usage: python3 scripts/test.py [--long] [pytest's own arguments]."""

import argparse
import sys

from project import browser, environment, gates, site
from project.commands import run_status
from project.lock import one_at_a_time
from project.paths import VENV, program
from project.progress import run_command, say

# One process a core, but no more browsers than a laptop has memory for. A file stays with one process, which opens its
# browser, its server and its sites once.
_SIDE_BY_SIDE = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile")


def main() -> int:
    """Prepare everything, run the static checks, then the tests.

    Returns:
        The exit status: that of pytest, once it has been started.
    """
    parser = argparse.ArgumentParser(
        description="Build the site and run every test. Other arguments go to pytest, for example: -k walk",
        allow_abbrev=False,
    )
    parser.add_argument("--long", action="store_true", help="also run the tests that take minutes")
    options, for_pytest = parser.parse_known_args()
    with one_at_a_time():
        environment.prepare()
        if options.long:
            environment.prepare_lighthouse()
            environment.prepare_nu_html_checker()
        chromium = browser.prepare()
        site.build()
    gates.check()
    say("== Tests (pytest) ...")
    selection = [] if options.long else ["-m", "not long"]
    return run_status(
        [program(VENV, "python"), "-m", "pytest", *_SIDE_BY_SIDE, *selection, *for_pytest],
        extra_environment={browser.VARIABLE: str(chromium)},
    )


if __name__ == "__main__":
    sys.exit(run_command(main))
