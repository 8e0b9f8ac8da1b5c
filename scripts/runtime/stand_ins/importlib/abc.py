"""Replaces importlib.abc with the part that Pyodide uses; Python's own imports tempfile, shutil, pathlib and random.

Saves 14% of a start and 194 KB (`tests/benchmarks/stand_ins.py`). Without it, Python's importlib.abc needs more of
`typing` than the stand-in has, so Python's own is needed. It can go when Pyodide's importer of JavaScript modules takes
its base class from elsewhere.
"""

from importlib._abc import Loader  # pyright: ignore[reportMissingImports, reportMissingModuleSource]

__all__ = ["Loader", "MetaPathFinder"]


class MetaPathFinder:
    """The interface of importlib's own class of this name."""

    def invalidate_caches(self) -> None:
        """Do nothing: there is no cache."""
