"""Build the site and run every test. Usage: python3 scripts/test.py [--long] [pytest's own arguments]."""

import argparse
import sys

import environment
from environment import builders, chromium, firefox, npm, webkit
from project.commands import run_status
from project.one_run import one_at_a_time
from project.paths import VENV, program
from project.progress import run_command, say
from steps import gates, site

# One process for each core, but no more browsers than fit into a laptop's memory. All tests of a file run in the same
# process, which opens its browser, its server and its sites once. Files come in the order of their folders, and so the
# browser's first, which take longest: xdist itself would leave files of few, long tests for the end.
_SIDE_BY_SIDE = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder")


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
        builders.prepare()
        npm.prepare_peers()
        if options.long:
            npm.prepare_lighthouse()
            npm.prepare_nu_html_checker()
            webkit.prepare()
        browsers = {
            chromium.VARIABLE: chromium.prepare(),
            chromium.SHELL_VARIABLE: chromium.prepare_shell(),
            firefox.VARIABLE: firefox.prepare(),
        }
        site.build()
    gates.check()
    say("== Tests (pytest) ...")
    selection = [] if options.long else ["-m", "not long"]
    return run_status(
        [program(VENV, "python"), "-m", "pytest", *_SIDE_BY_SIDE, *selection, *for_pytest],
        extra_environment={variable: str(browser) for variable, browser in browsers.items() if browser is not None},
    )


if __name__ == "__main__":
    sys.exit(run_command(main))
