"""`python -m runtime`: makes the files, unless they are up to date."""

import sys

from project.progress import run_command
from runtime import building


def main() -> int:
    """Make the files.

    Returns:
        The exit status: 0, since every failure is raised.
    """
    building.build()
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main))
