"""In the place of what words the documentation of Pyodide's own functions, which nobody reads in the page."""

from collections.abc import Callable


def get_cmeth_docstring(function: Callable[..., object]) -> str:
    """Return the text in the form that Python wants for a function written in C."""
    return f"{function.__name__}()\n--\n\n"
