"""The values that the types of a DMN file allow."""

from __future__ import annotations

from fingerpost.importing.dmn.feel import BOOLEANS, Value, read_values
from fingerpost.importing.xml import Element


class Types:
    """The types of a file, and the inputs with their types and labels."""

    def __init__(self, root: Element) -> None:
        """Find the types and the inputs of a file."""
        self._items = {item.get("name"): item for item in root.all("itemDefinition")}
        self._inputs: dict[str, tuple[str, str]] = {}
        for data in root.all("inputData"):
            variable = data.first("variable")
            name = (variable.get("name") if variable else "") or data.get("name")
            self._inputs[name] = variable.get("typeRef") if variable else "", data.get("label")

    def label(self, name: str) -> str:
        """Return the label of an input, empty if it has none."""
        return self._inputs.get(name, ("", ""))[1]

    def values(self, name: str, type_ref: str) -> tuple[Value, ...] | str | None:
        """Return the allowed values of a column.

        Args:
            name: The input that the column asks for.
            type_ref: The type that the column gives it.

        Returns:
            The values; the kind of expression if it is not a list; None if the file does not name them.
        """
        for reference in (type_ref, self._inputs.get(name, ("", ""))[0]):
            word = reference.rpartition(":")[2]
            if word == "boolean":
                return BOOLEANS
            item = self._items.get(word)
            if item is None:
                continue
            allowed = item.words("allowedValues", "text")
            if allowed:
                return read_values(allowed)
            if item.words("typeRef") == "boolean":
                return BOOLEANS
        return None
