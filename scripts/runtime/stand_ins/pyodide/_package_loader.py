"""In the place of Pyodide's package loader: the site carries no packages, and the engine is imported from its zip.

Saves 7% of a start and 210 KB (`tests/benchmarks/stand_ins.py`). Without it all works and loads more, `tempfile`,
`shutil` and `pathlib` among it. It can go when Pyodide imports its package loader at the first package.
"""

import sys

# As in webloop.py: held because Pyodide looks for it when it copies its memory.
from pyodide_js import loadedPackages  # noqa: F401 # pyright: ignore[reportMissingImports]


class _Folder:
    """A path, in the one form that Pyodide's start asks for: an object with `__str__`."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder(f"/lib/python3.{sys.version_info.minor}/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Look for no packages: there are none."""
