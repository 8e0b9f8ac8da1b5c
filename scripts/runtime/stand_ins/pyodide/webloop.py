"""Replaces Pyodide's event loop: nothing in the engine waits.

Saves 18% of a start and 389 KB (`tests/benchmarks/stand_ins.py`). Without it, Pyodide needs more of `asyncio` than the
stand-in has, so Python's own is needed. It can go when Pyodide's start no longer imports an event loop.
"""

# Pyodide refuses to copy its memory unless Python holds the same objects as with Pyodide's own loop, in the same order.
from pyodide_js._api import scheduleCallback  # noqa: F401 # pyright: ignore[reportMissingImports]


def _initialize_event_loop() -> None:  # pyright: ignore[reportUnusedFunction] - called by pyodide/__init__.py
    """Do nothing: there is no loop."""
