"""Collects what has a file each: check rules, forms of the record, panels of the page, subcommands.

A new one is a copy of a file in the same folder, with its parts changed. No list names it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

from fingerpost.registry.names import names_in


class Ordered(Protocol):
    """Something with a position among others of its kind."""

    @property
    def order(self) -> int:
        """Its position: a smaller number comes first."""
        ...


def collect[Entry: Ordered](package: str, name: str, kind: type[Entry]) -> dict[str, Entry]:
    """Return what every module of a package defines under one name.

    Args:
        package: The full name of the package, which calls this while it is imported.
        name: The name that each module has to define.
        kind: The type of what it stands for.

    Returns:
        The entries by the names of their modules, sorted by their `order`, and by name where that is the same.

    Raises:
        TypeError: A module does not define the name, or defines something else.
    """
    found: dict[str, Entry] = {}
    for module_name in names_in(package):
        module = import_module(f"{package}.{module_name}")
        entry = getattr(module, name, None)
        if not isinstance(entry, kind):
            raise TypeError(
                f"{module.__file__}: every module in this folder defines {name} = {kind.__name__}(…), and this one "
                f"{'does not' if entry is None else f'defines {type(entry).__name__} instead'}. "
                "Compare it with its neighbours."
            )
        found[module_name] = entry
    return dict(sorted(found.items(), key=lambda item: item[1].order))
