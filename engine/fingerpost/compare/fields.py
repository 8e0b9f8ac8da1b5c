"""Puts the fields of a part of a tree into a form in which two editions can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, cast

from fingerpost.compare.matching import Matching
from fingerpost.text.markup import Text
from fingerpost.tree.shape import PROSE, Entries, Field, Items, Kind, Record, texts_of

NOT_ALLOWED = "not allowed"
"""Shown for a text that the author has switched off with `false`."""

_CODE_BLOCK: Final = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Content:
    """The content of one field.

    Attributes:
        compared: The form that is compared: HTML, so that a link that leads elsewhere is a difference.
        shown: The form that readers see; None if the field is missing.
    """

    compared: str | None
    shown: str | None


def content(part: object, record: Record, field: Field, matching: Matching) -> Content:
    """Return the content of a field, with every reference under its present id.

    Args:
        part: An instance of the record's model class.
        record: The record that has the field.
        field: The field.
        matching: The present ids of the edition's parts.
    """
    if field.lists_own_texts:
        names = ", ".join(_own_texts(part, record, matching)) or None
        return Content(names, names)
    if field.switch is not None and not getattr(part, field.switch):
        return Content(NOT_ALLOWED, NOT_ALLOWED)
    value = getattr(part, field.name)
    if value is None or value is False:
        return Content(None, None)
    html, plain = (_Writer(matching, form).value(value, field.kind) or None for form in (_html, _plain))
    return Content(html, plain)


def _html(text: Text) -> str:
    # Where an author wraps a line makes no difference to readers, except in code blocks.
    parts = _CODE_BLOCK.split(text.html)
    return "".join(part if number % 2 else " ".join(part.split()) for number, part in enumerate(parts))


def _plain(text: Text) -> str:
    return text.plain


def _own_texts(part: object, record: Record, matching: Matching) -> Iterator[str]:
    """Yield the names of a part's texts that are not the source's."""
    for field in texts_of(record):
        value = getattr(part, field.name)
        if isinstance(field.kind, Entries):
            for key, text in value.items():
                if text.ours:
                    yield f"{field.name}/{matching.present(key, field.kind.keys)}"
        elif value is not None and value.ours:
            yield field.name


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes values as text.

    Attributes:
        matching: The present ids of the edition's parts.
        form: Returns the wanted form of a text: HTML or plain text.
    """

    matching: Matching
    form: Callable[[Text], str]

    def value(self, value: object, kind: Kind | Record | Entries | Items) -> str:
        """Return a value as text; empty if there is nothing in it."""
        some = cast("Any", value)
        match kind:
            case Kind.FLAG:
                return "true"
            case Kind():
                return self.form(some) if kind in PROSE else self.matching.present(some, kind)
            case Items():
                return ", ".join(self.matching.present(item, kind.value) for item in some)
            case Record():
                return ", ".join(word for _, word in self._fields(some, kind))
            case Entries(value=Record() as record):
                return "; ".join(self._entry(name, part, record) for name, part in some.items())
            case Entries(value=Kind.ANSWER):
                return ", ".join(" ".join(pair) for pair in self.matching.present_answers(some).items())
            case Entries():
                single = cast("Kind", kind.value)
                return "; ".join(
                    f"{self.matching.present(key, kind.keys)}: {self.value(one, single)}" for key, one in some.items()
                )

    def _entry(self, name: str, part: object, record: Record) -> str:
        """Return a whole part as text: its id, its settings in brackets, and its texts."""
        fields = self._fields(part, record)
        settings = ": ".join(word for field, word in fields if field.kind not in PROSE)
        texts = ", ".join(word for field, word in fields if field.kind in PROSE)
        return f"{name} ({settings}): {texts}" if texts else f"{name} ({settings})"

    def _fields(self, part: object, record: Record) -> list[tuple[Field, str]]:
        """Return the fields that a part has, each as text."""
        fields: list[tuple[Field, str]] = []
        for field in record.fields:
            if field.lists_own_texts:
                word = ", ".join(_own_texts(part, record, self.matching))
            else:
                value = getattr(part, field.name)
                word = "" if value in (None, False) else self.value(value, field.kind)
            if word:
                fields.append((field, word))
        return fields
