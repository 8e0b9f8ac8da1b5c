"""Replaces Pyodide's runner of source text: Pyodide's start runs one line, and then imports the modules that it names.

Saves 8% of a start and 89 KB (`tests/benchmarks/stand_ins.py`). Without it, everything works but more is loaded, above
all `ast` and `tokenize`. It can go when Pyodide's start runs no source text.
"""

from importlib import import_module
from types import ModuleType

__all__ = ["eval_code", "pyimport_impl"]


def eval_code(source: str, globals: dict[str, object] | None = None) -> object:  # noqa: A002 - Pyodide's name
    """Run statements, each on a line or after a semicolon; return the value of the last, an expression."""
    names = {} if globals is None else globals
    statements, _, expression = source.rpartition(";")
    exec(statements, names)  # noqa: S102 - Pyodide's own lines
    return eval(expression.strip(), names)  # noqa: S307 - Pyodide's own lines


def pyimport_impl(name: str) -> ModuleType:
    """Import a module for JavaScript."""
    return import_module(name)
