"""Reads a file of another program into the text of a tree file."""

from __future__ import annotations

import os
from pathlib import Path

from fingerpost.findings.finding import Finding
from fingerpost.importing.format import Draft, Format
from fingerpost.importing.formats import FORMATS
from fingerpost.source.extra import ExtraMissingError


def import_file(path: Path | str, name: str = "") -> tuple[str | None, tuple[Finding, ...]]:
    """Return a file of another program as the text of a tree file.

    Args:
        path: The file.
        name: The name of its format, for instance `dmn`; without it, the file's own name tells.

    Returns:
        The text, or None if too little of the file could be read, and the faults in the file with its parts that a tree
        can't hold. The text may have faults of the tree itself: save it and use `check_file`.

    Raises:
        OSError: The file can't be read.
        ValueError: There is no such format, or the file's name does not tell it.
        ModuleNotFoundError: The library that writes YAML is not installed; the message says how to install it.

    Examples:
        >>> from pathlib import Path
        >>> tree = fingerpost.read("tree.yml")
        >>> count = Path("decision.dmn").write_bytes(fingerpost.export_tree(tree, "dmn"))
        >>> text, findings = fingerpost.import_file("decision.dmn")
        >>> text.splitlines()[0], findings
        ('format: 1', ())
    """
    file = os.fspath(path)
    chosen = format_of(file, name)
    if chosen is None:
        known = ", ".join(FORMATS)
        raise ValueError(
            f"there is no format '{name}': name one of {known}"
            if name
            else f"{file}: the name of the file does not tell its format: name one of {known}"
        )
    imported = chosen.read(Path(file).read_bytes(), file)
    return None if imported.draft is None else _text_of(imported.draft), imported.findings


def _text_of(draft: Draft) -> str:
    try:
        # Imported here, so that the commands run without the library that it needs.
        from fingerpost.importing.tree_file import tree_file
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("Writing a tree file", "build", fault) from fault
    return tree_file(draft)


def format_of(file: str, name: str = "") -> Format | None:
    """Return the format with a name, or without one that of files with such names, or None."""
    if name:
        return FORMATS.get(name)
    return next((each for each in FORMATS.values() if file.lower().endswith(each.endings)), None)
