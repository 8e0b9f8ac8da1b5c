"""Gives trees and states the method by which notebooks ask a value for its HTML.

The method is added from here, and is not part of the classes: a tree knows nothing about drawing, and the browser's
engine, in which there are no notebooks, does not fetch the code. The public face of the package imports this module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from fingerpost.answers.state import State
from fingerpost.tree.model import Tree

_METHOD: Final = "_repr_html_"
"""The name that Jupyter, VS Code, Colab, marimo and others look for."""


def _tree_html(tree: Tree) -> str:
    from fingerpost.notebook.tree import tree_html  # on first use: most programs show nothing in a notebook

    return tree_html(tree)


def _state_html(state: State) -> str:
    from fingerpost.notebook.state import state_html

    return state_html(state)


_DRAWN: Final[dict[type, Callable[[Any], str]]] = {Tree: _tree_html, State: _state_html}

for _kind, _draw in _DRAWN.items():
    setattr(_kind, _METHOD, _draw)
