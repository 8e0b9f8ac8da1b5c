"""Replaces inspect with the only test that Pyodide makes before it calls a function.

Saves 15% of a start and 148 KB (`tests/benchmarks/stand_ins.py`). Without it, everything works but more is loaded,
above all `ast`, `dis` and `tokenize`. It can go when neither Pyodide's start nor `dataclasses` imports `inspect`.
"""

_COROUTINE = 0x80  # inspect.CO_COROUTINE


def iscoroutinefunction(function: object) -> bool:
    """Return whether a call of the function must be awaited."""
    return bool(getattr(getattr(function, "__code__", None), "co_flags", 0) & _COROUTINE)
