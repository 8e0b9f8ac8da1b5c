"""Fingerpost: decision trees for published guidance, answered in the browser or the terminal.

The core (`model`, `graph`, `walk`, `paths`, `link`, `render`, `browser`) needs the standard library only
and runs unchanged in CPython and in Pyodide. Reading YAML (`source`) and joining a site builder
(`markdown`) need the packages of the `build` extra.
"""

__version__ = "0.1.0"
