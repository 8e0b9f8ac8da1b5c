"""The project's own environment: uv, Python 3.13 in .venv, Node.js, and what npm brings.

Everything is locked by hash. Nothing is installed outside the repository's folder, except a Python that uv fetches
where this machine has none of the version that is needed: uv keeps it in its own folder.
"""

from environment import npm, python


def prepare() -> None:
    """Make the environment complete: Python packages, Node.js, and npm's packages.

    Raises:
        StepError: Something could not be installed.
    """
    python.prepare()
    npm.prepare()
