"""Generates the pages about the format and the findings, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from fingerpost.check.codes import CODES
from fingerpost.findings.code import Code
from fingerpost.tree.format import TREE
from fingerpost.tree.shape import Entries, Field, Items, Kind, Record, records_in

_HEAD = """---
# Made by `fingerpost reference {part}`: change the definitions in the engine, not this page.
title: {title}
description: "{description}"
---"""


def format_page() -> str:
    """Return the page that lists every field of a tree file."""
    parts = [
        _HEAD.format(
            part="format",
            title="The format of a tree file",
            description="Every field of a tree file: its kind, whether it is required, and what it is for.",
        ),
        "# The format of a tree file",
        "A tree is one YAML file. Its texts are Markdown. Ids are lower-case letters, digits and single hyphens: links "
        "contain them, and readers see the titles. Put a text that contains a colon and a space in quotes.",
        "Editors can complete and check the file with its [JSON Schema](fingerpost-tree.schema.json). Make this the "
        "first line, with the path or the address of the schema:",
        "```yaml\n# yaml-language-server: $schema=../reference/fingerpost-tree.schema.json\n```",
        "`fingerpost check` also reports faults that only show in the whole tree: see the "
        "[findings](../authors/findings.md).",
    ]
    for record in records_in(TREE):
        parts += [f"## {_heading(record)}", _table(record)]
    return "\n\n".join(parts) + "\n"


def findings_page() -> str:
    """Return the page that explains every finding, with an example and how to fix it."""
    parts = [
        _HEAD.format(
            part="findings",
            title="Findings",
            description="Every finding that a check of a tree can report, with an example and how to fix it.",
        ),
        "# Findings",
        "`fingerpost check` reports everything that is wrong with a tree at once. Each finding has one of these codes. "
        "An error stops the build; a warning does not, unless `--strict` or `--error CODE` asks for it. "
        "`--ignore CODE` leaves out a warning.",
        "The examples change the tree that `fingerpost new` writes.",
    ]
    for code in CODES:
        parts += _about(code)
    return "\n\n".join(parts) + "\n"


def _about(code: Code) -> Iterator[str]:
    kind = "An error" if code.severity == "error" else "A warning"
    yield f"## `{code.name}` {{ #{code.name} }}"
    yield f"*{kind}.* {code.meaning}"
    if not code.right:
        yield f"For example: {code.wrong}"
    elif not code.wrong:
        yield f"For example, where this is missing:\n\n{_yaml(code.right)}"
    else:
        yield f"For example:\n\n{_yaml(code.wrong)}\n\nCorrected:\n\n{_yaml(code.right)}"
    yield f"**How to fix it:** {code.fix}"


def _yaml(text: str) -> str:
    return "\n".join(["```yaml", *text.strip("\n").splitlines(), "```"])


def _heading(record: Record) -> str:
    return f"The {record.noun}" if record is TREE else record.noun.capitalize()


def _table(record: Record) -> str:
    rows = [
        f"| `{field.name}` | {'yes' if field.required else 'no'} | {_kind(field)} | {field.description} |"
        for field in record.fields
    ]
    return "\n".join(["| field | required | value | what it is for |", "|---|---|---|---|", *rows])


def _kind(field: Field) -> str:
    match field.kind:
        case Kind():
            return field.kind.value
        case Record():
            return f"fields of the {_link(field.kind.noun)}"
        case Items():
            return f"a list; each item is {field.kind.value.value}"
        case Entries():
            value = field.kind.value
            inside = _with_article(value.noun) if isinstance(value, Record) else value.value
            least = f"; at least {field.kind.least}" if field.kind.least else ""
            reserved = "".join(f"; `{word}` is reserved" for word in field.kind.reserved)
            return f"entries by id, each {inside}{least}{reserved}"


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {_link(noun)}"


def _link(noun: str) -> str:
    return f"[{noun}](#{noun.replace(' ', '-')})"
