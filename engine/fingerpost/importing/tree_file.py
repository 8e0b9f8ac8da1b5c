"""Writes a draft as the YAML of a tree file."""

from __future__ import annotations

import io
import re
from typing import Any, Final, cast

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from fingerpost.importing.format import Draft

_PLAIN: Final = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.IGNORECASE)
"""A word that every reader of YAML, of version 1.1 and of 1.2, takes for the same text without quotes."""


def tree_file(draft: Draft) -> str:
    """Return the text of a tree file: ids without quotes where they can be, and each text in quotes or as a block."""
    yaml: Any = YAML()  # ruamel.yaml has incomplete types
    yaml.width = 2**20  # the text of an author is wrapped nowhere
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_styled(draft), stream)
    return stream.getvalue()


def _styled(value: object) -> object:
    match value:
        case dict():
            fields = cast("dict[str, object]", value)
            return {_styled_text(name): _styled(one) for name, one in fields.items()}
        case list():
            return [_styled(one) for one in cast("list[object]", value)]
        case str():
            return _styled_text(value)
        case _:
            return value


def _styled_text(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    lines = text.split("\n")
    if len(lines) > 1 and all(line == line.rstrip() for line in lines) and not lines[0].startswith((" ", "\t")):
        return LiteralScalarString(text)
    return DoubleQuotedScalarString(text)
