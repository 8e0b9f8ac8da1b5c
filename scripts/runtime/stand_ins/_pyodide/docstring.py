"""In the place of what words the documentation of Pyodide's own functions, which nobody reads in the page.

Saves 10% of a start and 154 KB (`tests/benchmarks/stand_ins.py`). Without it Pyodide asks `inspect` for more than the
stand-in has, so Python's own has to come with it. It can go when Pyodide writes the documentation of its functions
when it is built.
"""

from collections.abc import Callable


def get_cmeth_docstring(function: Callable[..., object]) -> str:
    """Return the text in the form that Python wants for a function written in C."""
    return f"{function.__name__}()\n--\n\n"
