"""Replaces typing with the names that Pyodide and the engine use in annotations, which nothing evaluates here.

Saves 4% of a start and 47 KB (`tests/benchmarks/stand_ins.py`). Without it, everything works but more is loaded.
Because of it, the engine may use only the names below. It can go when Python's own is quick to import.
"""

from __future__ import annotations

__all__ = [
    "IO",
    "TYPE_CHECKING",
    "Any",
    "Final",
    "Generic",
    "Literal",
    "ParamSpec",
    "Protocol",
    "Self",
    "TypeVar",
    "TypedDict",
    "cast",
    "overload",
]


class _Form:
    """A stand-in for any type: it can be subscripted, and joined with others by `|`."""

    def __init__(self, *_facts: object, **_more: object) -> None:
        pass

    def __getitem__(self, _parameters: object) -> _Form:
        return self

    def __or__(self, _other: object) -> _Form:
        return self

    __ror__ = __or__


class Generic:
    """A base class that may be subscripted."""

    def __class_getitem__(cls, _parameters: object) -> type[Generic]:
        return cls


class Protocol(Generic):
    """A base class that may be subscripted."""


class TypedDict(dict[str, object]):
    """A dictionary; its keys were checked before the site was built."""

    def __init_subclass__(cls, *, total: bool = True) -> None:
        """Accept the same arguments as Python's own."""


class TypeVar(_Form):
    """A stand-in for any type."""


class ParamSpec(_Form):
    """A stand-in for any parameters; `collections.abc` requires a class of this name."""


TYPE_CHECKING = False
IO = Any = Final = Literal = Self = _Form()


def cast(_type: object, value: object) -> object:
    """Return the value unchanged."""
    return value


def overload(function: object) -> object:
    """Return the function: another one of the same name follows, and is the one called."""
    return function
