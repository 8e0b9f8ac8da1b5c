"""What Pyodide takes from importlib.abc; Python's own also imports tempfile, shutil, pathlib and random.

Saves 14% of a start and 194 KB (`tests/benchmarks/stand_ins.py`). Without it Python's own asks `typing` for more than
the stand-in has, so Python's own has to come with it. It can go when Pyodide's importer of JavaScript modules takes
its base class from elsewhere.
"""

from importlib._abc import Loader  # pyright: ignore[reportMissingImports, reportMissingModuleSource]

__all__ = ["Loader", "MetaPathFinder"]


class MetaPathFinder:
    """What importlib's own class of this name promises."""

    def invalidate_caches(self) -> None:
        """Forget nothing: there is no cache."""
