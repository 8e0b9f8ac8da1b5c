"""Makes the files that a visitor's browser runs: Pyodide, Python's library, the engine, its worker, the page element.

It writes them to engine/fingerpost/site/browser_files/, a folder of the package that git ignores and the published
wheel includes. The same inputs give the same bytes. It needs the project's own Python; `scripts/runtime.py` starts it.
"""
