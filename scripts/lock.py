"""Lock the dependencies again after a change to requirements/*.in or package.json.

Usage: python3 scripts/lock.py [--upgrade].
"""

import argparse
import sys

import environment
from environment import locking, python
from project.one_run import one_at_a_time
from project.progress import run_command


def main() -> int:
    """Write requirements/*.txt and package-lock.json.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(
        description="Lock the dependencies: write requirements/*.txt and package-lock.json."
    )
    parser.add_argument("--upgrade", action="store_true", help="also take newer indirect dependencies")
    upgrade: bool = parser.parse_args().upgrade
    with one_at_a_time():
        locking.lock_python(upgrade=upgrade)
        # npm is one of the Python packages. The npm packages are installed last, to match the new lock file.
        python.prepare()
        locking.lock_npm()
        environment.prepare()
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
