"""Replaces asyncio, which Pyodide imports at its start but the engine never needs: a call of its door simply returns.

Saves 19% of a start and 377 KB (`tests/benchmarks/stand_ins.py`). Without it, Python's asyncio needs more of `typing`
than the stand-in has, so Python's own is needed. It can go when Pyodide's start no longer imports an event loop.
"""
