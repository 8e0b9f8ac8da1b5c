"""In the place of Pyodide's module of this name, which also has Python's traceback print each uncaught error.

Saves less than 3% of a start, and 58 KB (`tests/benchmarks/stand_ins.py`), which the limit in
`tests/site/test_budgets.py` needs. Without it, and with Python's own `traceback`, all works and loads more. It can go
when Pyodide's start no longer imports `traceback`.
"""

from . import _base, _importhook

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook() -> None:
    """Leave the printing of errors to Python's own short way."""
