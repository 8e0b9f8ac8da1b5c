"""In the place of asyncio, which Pyodide imports at its start: the engine's one door is called and returns.

Saves 26% of a start and 435 KB (`tests/benchmarks/stand_ins.py`). Without it Python's own asks `traceback` and
`typing` for more than the stand-ins have, so Python's own have to come with it. It can go when Pyodide's start no
longer imports an event loop.
"""
