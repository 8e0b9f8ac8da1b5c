"""In the place of inspect: the one question that Pyodide asks of a function before it is called.

Saves 15% of a start and 148 KB (`tests/benchmarks/stand_ins.py`). Without it all works and loads more, `ast`, `dis`
and `tokenize` first. It can go when neither Pyodide's start nor `dataclasses` imports `inspect`.
"""

_COROUTINE = 0x80  # inspect.CO_COROUTINE


def iscoroutinefunction(function: object) -> bool:
    """Return whether a call of the function has to be awaited."""
    return bool(getattr(getattr(function, "__code__", None), "co_flags", 0) & _COROUTINE)
