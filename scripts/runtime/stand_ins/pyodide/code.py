"""In the place of pyodide.code: what Pyodide's start looks up in it.

Saves 12% of a start and 166 KB (`tests/benchmarks/stand_ins.py`). Without it Pyodide asks `inspect` and
`_pyodide._base` for more than the stand-ins have, so the originals have to come with it. It can go when Pyodide's
start no longer imports its runner of source text.
"""

from collections.abc import Callable

from _pyodide._base import eval_code  # pyright: ignore[reportMissingImports]

__all__ = ["eval_code", "relaxed_call"]


def relaxed_call(function: Callable[..., object], *args: object, **options: object) -> object:
    """Call a function, without Pyodide's leniency about surplus arguments."""
    return function(*args, **options)
