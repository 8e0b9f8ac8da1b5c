"""The project's own environment: uv, Python 3.13 in .venv, Node.js, and the npm packages.

Everything is locked by hash. Nothing is installed outside the repository's folder, except Python itself: if this
machine lacks the required version, uv downloads it into a folder of its own.
"""

from environment import npm, python


def prepare() -> None:
    """Make the environment complete: Python packages, Node.js, and npm's packages.

    Raises:
        StepError: Something could not be installed.
    """
    python.prepare()
    npm.prepare()
