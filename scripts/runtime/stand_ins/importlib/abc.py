"""What Pyodide takes from importlib.abc; Python's own also imports tempfile, shutil, pathlib and random."""

from importlib._abc import Loader  # pyright: ignore[reportMissingImports, reportMissingModuleSource]

__all__ = ["Loader", "MetaPathFinder"]


class MetaPathFinder:
    """What importlib's own class of this name promises."""

    def invalidate_caches(self) -> None:
        """Forget nothing: there is no cache."""
