"""In the place of the reader of annotations on JavaScript functions: every call takes the same, default form.

Saves 15% of a start and 199 KB (`tests/benchmarks/stand_ins.py`). Without it Pyodide asks `inspect` and `typing` for
more than the stand-ins have, so Python's own have to come with it. It can go when Pyodide reads annotations only when
a function has some.
"""

from _pyodide_core import (  # pyright: ignore[reportMissingImports]
    JsFuncSignature,
    js2py_default_call_result,
    py2js_default,
)


class BindClass:
    """A class that stands for one of JavaScript's: there is none here."""


no_default = object()


def _any_arguments(*_arguments: object, **_named: object) -> None:
    """Stand for any function of JavaScript."""


default_signature = JsFuncSignature(
    _any_arguments, False, 0, (), (), py2js_default, (), (), (), py2js_default, js2py_default_call_result
)


def func_to_sig(_function: object) -> object:
    """Return how to call a function of JavaScript."""
    return default_signature


def get_attr_sig(_signature: object, _attribute: str) -> tuple[bool, None]:
    """Return that an attribute of an object of JavaScript has no form of its own."""
    return False, None


def bind_class_sig(signature: object) -> object:
    """Return the form as it is."""
    return signature
