"""Measure the site against a stock Pyodide, and write the results into docs/reference/performance.md.

Usage: python3 scripts/bench.py [--rounds N] [--firefox PATH] [--no-write].
"""

import sys

from project import browser, environment, site
from project.commands import run_status
from project.lock import one_at_a_time
from project.paths import ROOT, VENV, program
from project.progress import run_command


def main() -> int:
    """Prepare everything and measure.

    Returns:
        The exit status of the measurement.
    """
    with one_at_a_time():
        environment.prepare()
        environment.prepare_lighthouse()
        chromium = browser.prepare()
        site.build()
    return run_status(
        [program(VENV, "python"), ROOT / "tests" / "benchmarks" / "measure.py", *sys.argv[1:]],
        extra_environment={browser.VARIABLE: str(chromium)},
    )


if __name__ == "__main__":
    sys.exit(run_command(main))
