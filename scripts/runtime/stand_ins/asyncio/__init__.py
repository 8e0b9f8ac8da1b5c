"""In the place of asyncio, which Pyodide imports at its start: the engine's one door is called and returns."""
