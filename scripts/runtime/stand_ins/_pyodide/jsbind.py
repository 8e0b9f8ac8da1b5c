"""Replaces the reader of annotations on JavaScript functions: every call has the same, default form.

Saves 15% of a start and 199 KB (`tests/benchmarks/stand_ins.py`). Without it, Pyodide needs more of `inspect` and
`typing` than the stand-ins have, so Python's own are needed. It can go when Pyodide reads annotations only if a
function has any.
"""

from _pyodide_core import (  # pyright: ignore[reportMissingImports]
    JsFuncSignature,
    js2py_default_call_result,
    py2js_default,
)


class BindClass:
    """A stand-in for the class of JavaScript classes, of which there are none here."""


no_default = object()


def _any_arguments(*_arguments: object, **_named: object) -> None:
    """Stand in for any JavaScript function."""


default_signature = JsFuncSignature(
    _any_arguments, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def func_to_sig(_function: object) -> object:
    """Return the form of a call of a JavaScript function."""
    return default_signature


def get_attr_sig(_signature: object, _attribute: str) -> tuple[bool, None]:
    """Return None: an attribute of a JavaScript object has no form of its own."""
    return False, None


def bind_class_sig(signature: object) -> object:
    """Return the form unchanged."""
    return signature
