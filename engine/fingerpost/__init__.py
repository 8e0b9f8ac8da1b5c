"""Fingerpost: decision trees for published guidance, answered in the browser or the terminal.

The names in `__all__` are the public face of the package: code elsewhere may rely on them. Everything else may change
with any release. Names load on first use, so that the browser does not fetch code that only a build needs.

- `read` and `read_text` return the `Tree` of a tree file or of its text, or raise `UnsoundTreeError` with its errors.
  `check_file` reports the warnings, too, each as a `Finding`.
- `Tree` has each `Question` with each `Answer` to it, and each `Outcome`. `to_json` and `from_json` convert it to and
  from the JSON that a page carries.
- `State` holds a tree with a reader's answers. It gives their `Position`, their link and the state after another
  answer, which may be `UNSURE`. `Explanation` gives the reasons, the questions left and what would change the result.
- `read_link` returns a `LinkReading`: the state that a link describes, and the parts of the link that do not apply.
- `build_record` returns the record of a state with a reader's `Notes`, and `FORMS` has the forms that write it.
- `export_tree` writes a tree in a format of other programs, and `import_file` reads such a file into a tree file.
- `compare_trees` returns the `Comparison` of two editions of a tree.
- `call` answers the page's requests to the engine, as JSON; it never raises.

In a notebook, a tree and a state show themselves. MkDocs finds the plugin, and Python-Markdown the extension, by the
name `fingerpost`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fingerpost.answers.explanation import Explanation
    from fingerpost.answers.position import Position
    from fingerpost.answers.reading import LinkReading, read_link
    from fingerpost.answers.state import State
    from fingerpost.check import check_file
    from fingerpost.check.sound import UnsoundTreeError, read, read_text
    from fingerpost.compare import Comparison, compare_trees
    from fingerpost.door import call
    from fingerpost.export.trees import export_tree
    from fingerpost.findings.finding import Finding
    from fingerpost.importing.files import import_file
    from fingerpost.record.build import build_record
    from fingerpost.record.forms import FORMS
    from fingerpost.record.notes import Notes
    from fingerpost.tree.compiled import from_json
    from fingerpost.tree.compiled_writer import to_json
    from fingerpost.tree.model import UNSURE, Answer, Outcome, Question, Tree

__version__ = "0.1.0"

__all__ = [
    "FORMS",
    "UNSURE",
    "Answer",
    "Comparison",
    "Explanation",
    "Finding",
    "LinkReading",
    "Notes",
    "Outcome",
    "Position",
    "Question",
    "State",
    "Tree",
    "UnsoundTreeError",
    "build_record",
    "call",
    "check_file",
    "compare_trees",
    "export_tree",
    "from_json",
    "import_file",
    "read",
    "read_link",
    "read_text",
    "to_json",
]

_MODULES = {
    "FORMS": "record.forms",
    "UNSURE": "tree.model",
    "Answer": "tree.model",
    "Comparison": "compare",
    "Explanation": "answers.explanation",
    "Finding": "findings.finding",
    "LinkReading": "answers.reading",
    "Notes": "record.notes",
    "Outcome": "tree.model",
    "Position": "answers.position",
    "Question": "tree.model",
    "State": "answers.state",
    "Tree": "tree.model",
    "UnsoundTreeError": "check.sound",
    "build_record": "record.build",
    "call": "door",
    "check_file": "check",
    "compare_trees": "compare",
    "export_tree": "export.trees",
    "from_json": "tree.compiled",
    "import_file": "importing.files",
    "read": "check.sound",
    "read_link": "answers.reading",
    "read_text": "check.sound",
    "to_json": "tree.compiled_writer",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562).

    Raises:
        AttributeError: The package has no such public name.
    """
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Whoever has a public name can show what it returns in a notebook.
    import_module(f"{__name__}.notebook")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
