"""In the place of asyncio, which Pyodide imports at its start: the engine's one door is called and returns.

Saves 19% of a start and 377 KB (`tests/benchmarks/stand_ins.py`). Without it Python's own asks `typing` for more
than the stand-in has, so Python's own has to come with it. It can go when Pyodide's start no longer imports an event
loop.
"""
