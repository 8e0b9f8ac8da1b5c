"""A text should have no markup of Markdown extensions: readers would see its signs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from fingerpost.check.fault import Fault
from fingerpost.check.rule import Rule
from fingerpost.check.subject import Subject
from fingerpost.findings.code import Code
from fingerpost.tree.shape import Kind
from fingerpost.tree.texts import texts_in

_HOLDS: Final = (
    "A text of a tree can hold *emphasis*, **bold**, `code` and [links](page.md); help and notes also lists, tables, "
    "quotations and code blocks."
)
_CODE: Final = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
_LINK: Final = re.compile(r"<a\b.*?</a>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_MARKS: Final = (
    ("an attribute list", re.compile(r"\{:?[ ]*(?:[.#][\w-]|[\w-]+=[\"'])[^{}]*\}")),
    ("the code of an icon", re.compile(r"(?<![\w:/]):[a-z][a-z0-9_+-]+:(?![\w:])")),
    ("the mark of highlighted text", re.compile(r"(?<!=)==(?=[^\s=])[^\n]*?(?<=[^\s=])==(?!=)")),
    ("the mark of deleted text", re.compile(r"(?<!~)~~(?=[^\s~])[^\n]*?(?<=[^\s~])~~(?!~)")),
    ("the mark of inserted text", re.compile(r"(?<!\^)\^\^(?=[^\s^])[^\n]*?(?<=[^\s^])\^\^(?!\^)")),
    ("the mark of keys", re.compile(r"(?<!\+)\+\+(?=[^\s+])[a-z0-9+\"-]*?(?<=[^\s+])\+\+(?!\+)")),
    ("a footnote", re.compile(r"\[\^[^\]\s]+\]")),
    ("the mark of a subscript", re.compile(r"(?<![~\s])~[^~\s]+~(?!~)")),
    ("the mark of a superscript", re.compile(r"(?<![\^\s\[])\^[^^\s\]]+\^(?!\^)")),
    ("a task", re.compile(r"(?:^|(?<=>))\[[ xX]\](?=\s)", re.MULTILINE)),
    ("an admonition", re.compile(r"^(?:!!!|\?\?\?\+?)[ ][\w-]+[^\n]*", re.MULTILINE)),
)
_ADDRESS: Final = re.compile(r"(?<![\w/])https?://[^\s<>\"']+")


def find(subject: Subject) -> Iterator[Fault]:
    """Report each text that shows the signs of markup, or an address that is not a link."""
    for path, kind, text in texts_in(subject.tree):
        # Most texts have none of these characters, and this is quicker than to search for each mark.
        if not any(sign in text.plain for sign in "{:=~^+[!?"):
            continue
        shown = _CODE.sub(" ", text.html)
        words = html.unescape(_TAG.sub("", shown))
        name = f"'{path[-1]}'"
        for mark, pattern in _MARKS:
            found = pattern.search(words)
            if found is not None:
                message = f"{name} has {mark}, '{_short(found[0])}', which readers see as it is written."
                yield Fault(path, message, f"Delete it, or put it in backticks. {_HOLDS}")
        address = _bare_address(kind, shown)
        if address is not None:
            message = f"{name} has the address '{_short(address)}', which is not a link."
            yield Fault(path, message, "Write it as '<https://…>' or '[words](https://…)'.")


def _bare_address(kind: Kind, shown: str) -> str | None:
    # A label is part of a link itself: an address in it can only be text.
    if kind is Kind.LABEL:
        return None
    found = _ADDRESS.search(html.unescape(_TAG.sub("", _LINK.sub(" ", shown))))
    return None if found is None else found[0].rstrip(".,;:!?)")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


RULE = Rule(
    order=270,
    code=Code(
        name="unknown-markup",
        severity="warning",
        meaning="A text has markup of a Markdown extension, which the texts of a tree do not have: readers see its "
        "signs. Or it has an address that is not a link.",
        fix="Delete the signs, or put them in backticks. Write an address as `<https://…>` or `[words](https://…)`. A "
        "text can hold emphasis, bold text, code and links; help and notes also lists, tables, quotations and code "
        "blocks.",
        wrong="summary: Write it ==down==, once",
        right="summary: Write it down, once",
    ),
    find=find,
)
