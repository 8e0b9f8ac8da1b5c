"""Fingerpost: decision trees for published guidance, answered in the browser or the terminal.

The names in `__all__` are the public face of the package: code elsewhere may rely on them. Everything else may change
with any release. Names load on first use, so that the browser does not fetch code that only a build needs.

- `check_file` reads a tree file and reports each fault in it as a `Finding`.
- `Tree` is the tree that it returns; `to_json` and `from_json` convert it to and from the JSON that a page carries.
- `State` holds a tree with a reader's answers, and gives their position, their link and the state after another one.
- `read_link` reads the state that a link describes, and reports the parts of the link that do not apply.
- `export_tree` writes a tree in a format of other programs, and `import_file` reads such a file into a tree file.
- `compare_trees` reports the differences between two editions of a tree, and which answers they affect.
- `call` answers the page's requests to the engine, as JSON; it never raises.

MkDocs finds the plugin, and Python-Markdown the extension, by the name `fingerpost`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fingerpost.answers.reading import read_link
    from fingerpost.answers.state import State
    from fingerpost.check import check_file
    from fingerpost.compare import compare_trees
    from fingerpost.door import call
    from fingerpost.export.trees import export_tree
    from fingerpost.findings.finding import Finding
    from fingerpost.importing.files import import_file
    from fingerpost.tree.compiled import from_json
    from fingerpost.tree.compiled_writer import to_json
    from fingerpost.tree.model import Tree

__version__ = "0.1.0"

__all__ = [
    "Finding",
    "State",
    "Tree",
    "call",
    "check_file",
    "compare_trees",
    "export_tree",
    "from_json",
    "import_file",
    "read_link",
    "to_json",
]

_MODULES = {
    "Finding": "findings.finding",
    "State": "answers.state",
    "Tree": "tree.model",
    "call": "door",
    "check_file": "check",
    "compare_trees": "compare",
    "export_tree": "export.trees",
    "from_json": "tree.compiled",
    "import_file": "importing.files",
    "read_link": "answers.reading",
    "to_json": "tree.compiled_writer",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562).

    Raises:
        AttributeError: The package has no such public name.
    """
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
