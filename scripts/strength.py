"""Measure how much the tests notice. Usage: python3 scripts/strength.py coverage|mutation|scripts [arguments].

`coverage` shows the branches of the engine that no test outside a browser takes, `scripts` the lines of the
page's scripts that no browser test runs, and `mutation` the small changes to the engine's core that no test notices.
"""

import argparse
import sys

import environment
from environment import builders, chromium, npm
from project.commands import run_status
from project.one_run import one_at_a_time
from project.paths import CACHE, ROOT, VENV, program
from project.progress import run_command
from steps import site

_TESTS = ("tests/unit", "tests/property", "tests/contract", "tests/site")
_SIDE_BY_SIDE = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile", "--no-loadscope-reorder")


def main() -> int:
    """Prepare what one of the measurements needs, and measure.

    Returns:
        The exit status: 1 if the tests notice less than they have to, or fail.
    """
    parser = argparse.ArgumentParser(description="Measure how much the tests notice.", allow_abbrev=False)
    parser.add_argument("what", choices=("coverage", "mutation", "scripts"))
    chosen, arguments = parser.parse_known_args()
    with one_at_a_time():
        environment.prepare()
        builders.prepare()
        npm.prepare_peers()
        browsers = {chromium.VARIABLE: chromium.prepare(), chromium.SHELL_VARIABLE: chromium.prepare_shell()}
        site.build()
    variables = {variable: str(browser) for variable, browser in browsers.items() if browser is not None}
    if chosen.what == "coverage":
        return _coverage(arguments, variables)
    folder = "mutation" if chosen.what == "mutation" else "script_coverage"
    command = [program(VENV, "python"), ROOT / "tests" / folder / "run.py", *arguments]
    return run_status(command, extra_environment=variables)


def _coverage(arguments: list[str], variables: dict[str, str]) -> int:
    """Run the tests of the engine; pyproject.toml says what is measured, and how much is enough."""
    coverage = program(VENV, "coverage")
    (CACHE / "coverage").mkdir(parents=True, exist_ok=True)
    run_status([coverage, "erase"])
    plugin = {"PYTHONPATH": str(ROOT / "tests" / "support")}
    tests = ["-p", "save_figures", *_TESTS, *_SIDE_BY_SIDE, "-m", "not long", *arguments]
    status = run_status([coverage, "run", "-m", "pytest", "-q", *tests], extra_environment=variables | plugin)
    run_status([coverage, "combine", "-q"])
    return run_status([coverage, "report"]) or status


if __name__ == "__main__":
    sys.exit(run_command(main))
