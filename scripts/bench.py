"""Measure the site against a stock Pyodide, and write the results into docs/reference/performance.md.

Usage: python3 scripts/bench.py [--rounds N] [--firefox PATH] [--no-write].
"""

import sys

import environment
from environment import chromium, npm
from project.commands import run_status
from project.one_run import one_at_a_time
from project.paths import ROOT, VENV, program
from project.progress import run_command
from steps import site


def main() -> int:
    """Prepare everything and measure.

    Returns:
        The exit status of the measurement.
    """
    with one_at_a_time():
        environment.prepare()
        npm.prepare_lighthouse()
        browser = chromium.prepare()
        site.build()
    return run_status(
        [program(VENV, "python"), ROOT / "tests" / "benchmarks" / "measure.py", *sys.argv[1:]],
        extra_environment={chromium.VARIABLE: str(browser)},
    )


if __name__ == "__main__":
    sys.exit(run_command(main))
