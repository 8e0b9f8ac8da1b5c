"""In the place of inspect: the one question that Pyodide asks of a function before it is called."""

_COROUTINE = 0x80  # inspect.CO_COROUTINE


def iscoroutinefunction(function: object) -> bool:
    """Return whether a call of the function has to be awaited."""
    return bool(getattr(getattr(function, "__code__", None), "co_flags", 0) & _COROUTINE)
