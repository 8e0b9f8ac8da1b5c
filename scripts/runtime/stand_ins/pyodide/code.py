"""Replaces pyodide.code with the names that Pyodide's start looks up in it.

Saves 12% of a start and 166 KB (`tests/benchmarks/stand_ins.py`). Without it, Pyodide needs more of `inspect` and
`_pyodide._base` than the stand-ins have, so the originals are needed. It can go when Pyodide's start no longer imports
its runner of source text.
"""

from collections.abc import Callable

from _pyodide._base import eval_code  # pyright: ignore[reportMissingImports]

__all__ = ["eval_code", "relaxed_call"]


def relaxed_call(function: Callable[..., object], *args: object, **options: object) -> object:
    """Call a function, without Pyodide's tolerance of surplus arguments."""
    return function(*args, **options)
