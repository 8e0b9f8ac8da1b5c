"""Lock the dependencies again after a change to requirements/*.in or package.json.

Usage: python3 scripts/lock.py [--upgrade].
"""

import argparse
import sys

from project import environment
from project.lock import one_at_a_time
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
        environment.lock_python(upgrade=upgrade)
        # npm comes with Python's packages. Its own are installed last: they have to match the new lock file.
        environment.prepare_python()
        environment.lock_npm()
        environment.prepare()
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
