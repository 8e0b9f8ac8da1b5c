"""Replaces Pyodide's package loader: the site has no packages, and the engine is imported from its zip file.

Saves 7% of a start and 210 KB (`tests/benchmarks/stand_ins.py`). Without it, everything works but more is loaded,
including `tempfile`, `shutil` and `pathlib`. It can go when Pyodide imports its package loader only for a package.
"""

import sys

# Imported, as in webloop.py, because Pyodide expects Python to hold it when it copies its memory.
from pyodide_js import loadedPackages  # noqa: F401 # pyright: ignore[reportMissingImports]


class _Folder:
    """A path with only the method that Pyodide's start uses, `__str__`."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder(f"/lib/python3.{sys.version_info.minor}/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Do nothing: there are no packages."""
