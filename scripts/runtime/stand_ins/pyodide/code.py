"""In the place of pyodide.code: what Pyodide's start looks up in it."""

from collections.abc import Callable

from _pyodide._base import eval_code  # pyright: ignore[reportMissingImports]

__all__ = ["eval_code", "relaxed_call"]


def relaxed_call(function: Callable[..., object], *args: object, **options: object) -> object:
    """Call a function, without Pyodide's leniency about surplus arguments."""
    return function(*args, **options)
