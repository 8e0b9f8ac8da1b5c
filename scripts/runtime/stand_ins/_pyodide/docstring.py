"""Replaces the generator of documentation for Pyodide's own functions, which nobody reads in the page.

Saves 10% of a start and 154 KB (`tests/benchmarks/stand_ins.py`). Without it, Pyodide needs more of `inspect` than the
stand-in has, so Python's own is needed. It can go when Pyodide generates this documentation in its own build.
"""

from collections.abc import Callable


def get_cmeth_docstring(function: Callable[..., object]) -> str:
    """Return the text in the form that Python expects for a function written in C."""
    return f"{function.__name__}()\n--\n\n"
