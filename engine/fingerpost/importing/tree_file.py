"""Writes a draft as the YAML of a tree file."""

from __future__ import annotations

import io
import re
from typing import Any, Final, cast

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from fingerpost.importing.format import Draft
from fingerpost.source.plain_scalars import is_text_in_yaml

_WORD: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.IGNORECASE)
"""The form of a word without anything that could be punctuation to a reader of YAML."""


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
    # Some readers take no heed of the case.
    if _WORD.fullmatch(text) and is_text_in_yaml(text.casefold()):
        return text
    lines = text.split("\n")
    if len(lines) > 1 and all(line == line.rstrip() for line in lines) and not lines[0].startswith((" ", "\t")):
        return LiteralScalarString(text)
    return DoubleQuotedScalarString(text)
