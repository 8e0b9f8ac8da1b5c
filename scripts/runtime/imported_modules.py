"""Runs inside Pyodide, in Node: reports the modules that were imported from zip files."""

import json
import sys
from zipimport import zipimporter


def names() -> str:
    """Return the names as JSON. Modules that are built into Python are not among them."""
    return json.dumps(
        sorted(
            name
            for name, module in sys.modules.items()
            if isinstance(getattr(getattr(module, "__spec__", None), "loader", None), zipimporter)
        )
    )
