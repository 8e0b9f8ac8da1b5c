"""Makes the files that a visitor's browser runs: Pyodide, Python's library, the engine, its worker, the page element.

They are written into the package, to engine/fingerpost/site/browser_files/, which git ignores and the published wheel
carries. The same inputs give the same bytes. Runs in the project's own Python: `scripts/runtime.py` starts it.
"""
