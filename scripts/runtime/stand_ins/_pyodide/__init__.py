"""In the place of Pyodide's module of this name, which also has Python's traceback print each uncaught error."""

from . import _base, _importhook

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook() -> None:
    """Leave the printing of errors to Python's own short way."""
