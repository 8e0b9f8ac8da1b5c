"""The modules that a browser fetches have no docstrings, and run as they did."""

from __future__ import annotations

from runtime.docstrings import without_docstrings

MODULE = '''
"""A module."""

class Empty(Exception):
    """A class of nothing else."""

def half(number: int) -> int:
    """A function."""
    assert number % 2 == 0, "odd"
    return number // 2
'''


def test_docstrings_are_left_out_and_assertions_stay() -> None:
    source = without_docstrings(MODULE.encode()).decode()

    assert '"""' not in source
    assert "assert number % 2 == 0" in source
    names: dict[str, object] = {}
    exec(source, names)  # noqa: S102 - the module above
    assert names["Empty"].__doc__ is None
