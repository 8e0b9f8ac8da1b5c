"""Collects the parts that have one file each: check rules, record forms, page panels, formats and subcommands.

To add one, copy a file in the same folder and change its content. There is no list to add it to.
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
    """Return the objects that the modules of a package define under one name.

    Args:
        package: The full name of the package, which calls this while it is being imported.
        name: The name that each module must define.
        kind: The type of the object with that name.

    Returns:
        The entries by module name, sorted by `order` and then by name.

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
