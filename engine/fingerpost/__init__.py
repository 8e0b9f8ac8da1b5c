"""Fingerpost: decision trees for published guidance, answered in the browser or the terminal.

The core (`text`, `findings`, `tree`, `answers`, `record`, `render` and `door`) needs the standard library only and
runs unchanged in CPython and in Pyodide. Reading YAML (`source`) and joining a site builder (`site`) need the packages
of the `build` extra.
"""

__version__ = "0.1.0"
