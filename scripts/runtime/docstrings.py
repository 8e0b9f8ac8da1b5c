"""Removes docstrings from the modules that a browser fetches: nobody reads them there."""

import ast


def without_docstrings(source: bytes) -> bytes:
    """Return the source of a module without docstrings and comments; it behaves as before, assertions included."""
    module = ast.parse(source)
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node, clean=False):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(module).encode()
