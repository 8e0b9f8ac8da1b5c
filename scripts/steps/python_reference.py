"""Write the reference page of the public Python names from their docstrings.

Usage, in the folder scripts: ../.venv/bin/python -m steps.python_reference
"""

from ast import literal_eval
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import griffe

from project.paths import ENGINE, ROOT

PAGE: Final = ROOT / "docs" / "reference" / "python.md"

GROUPS: Final = {
    "Read a tree": ("read", "read_text", "check_file", "UnsoundTreeError", "Finding"),
    "The tree": ("Tree", "Question", "Answer", "Outcome", "to_json", "from_json"),
    "Answer it": ("State", "UNSURE", "Position", "Explanation", "read_link", "LinkReading"),
    "Write records": ("build_record", "Notes", "FORMS"),
    "Compare editions": ("compare_trees", "Comparison"),
    "Use it in other programs": ("export_tree", "import_file"),
    "Serve a page": ("call",),
}
"""The public names by what they are for, in the order of the page."""

_LINE: Final = 120
"""The longest line of code."""

_HEAD: Final = """---
# Made by `python -m steps.python_reference` from the docstrings: change those, not this page.
title: Python reference
description: "Every public name of the Python package, with what it takes, returns and raises, and an example."
---

# Python reference

These are the public names of the package: `import fingerpost`, and write `fingerpost.read`. Everything else may \
change with any release. [Use it from Python](../authors/python.md) shows how they go together.

The examples read the tree that `fingerpost new` writes. A test runs each of them."""


@cache
def public_names() -> dict[str, griffe.Object]:
    """Return every public name with its docstring, in the order of `__all__`."""
    package = griffe.load(
        ENGINE.name,
        search_paths=[ENGINE.parent],
        docstring_parser="google",
        docstring_options={"returns_multiple_items": False, "returns_named_value": False},
    )
    modules = package["_MODULES"].value
    assert isinstance(modules, griffe.ExprDict)
    places = zip(map(literal_eval, map(str, modules.keys)), map(literal_eval, map(str, modules.values)), strict=True)
    return {name: package[f"{place}.{name}"] for name, place in places}


def page() -> str:
    """Return the page."""
    parts = [_HEAD]
    for title, names in GROUPS.items():
        parts.append(f"## {title}")
        for name in names:
            parts += [f"### `{name}` {{ #{name.lower() if name.isupper() else name} }}", *_about(public_names()[name])]
    return "\n\n".join(parts) + "\n"


def _about(documented: griffe.Object) -> Iterator[str]:
    if isinstance(documented, griffe.Function | griffe.Class):
        yield f"```python\n{_signature(documented)}\n```"
    if isinstance(documented, griffe.Attribute) and isinstance(documented.value, str):
        yield f"```python\n{documented.name} = {_as_written(documented.value)}\n```"
    sections = [] if documented.docstring is None else documented.docstring.parsed
    for section in sections:
        if section.kind is not griffe.DocstringSectionKind.examples:
            yield from _section(section)
    if isinstance(documented, griffe.Class):
        yield from _members(documented)
    for section in sections:
        if section.kind is griffe.DocstringSectionKind.examples:
            yield from _section(section)


def _section(section: griffe.DocstringSection) -> Iterator[str]:
    kinds = griffe.DocstringSectionKind
    match section.kind:
        case kinds.text:
            yield section.value
        case kinds.parameters:
            yield _table("argument", ((f"`{part.name}`", part.description) for part in section.value))
        case kinds.attributes:
            yield _table("field", ((f"`{part.name}`", part.description) for part in section.value))
        case kinds.returns:
            yield f"Returns: {_line(section.value[0].description)}"
        case kinds.raises:
            yield "Raises:"
            yield "\n".join(f"- `{part.annotation}`: {_line(part.description)}" for part in section.value)
        case kinds.examples:
            for _, text in section.value:
                yield f"```pycon\n{text}\n```"
        case _:
            raise ValueError(f"the page has no place for a section '{section.kind.value}'")


def _members(documented: griffe.Class) -> Iterator[str]:
    """Yield the properties and the methods of a class, each with the first paragraph of its docstring."""
    public = [
        (member, member.docstring)
        for member in documented.members.values()
        if isinstance(member, griffe.Object) and not member.name.startswith("_")
    ]
    rows = [
        (f"`{_call(member) if isinstance(member, griffe.Function) else member.name}`", text.value.partition("\n\n")[0])
        for member, text in public
        if text is not None
    ]
    if rows:
        yield _table("property or method", rows)


def _signature(documented: griffe.Function | griffe.Class) -> str:
    """Return how a function or a class is called, as ruff formats it: one line, or a line for each argument."""
    returns = f" -> {documented.returns}" if isinstance(documented, griffe.Function) else ""
    one_line = f"{_call(documented)}{returns}"
    if len(one_line) <= _LINE:
        return one_line
    lines = "".join(f"    {argument},\n" for argument in _arguments(documented))
    return f"{documented.name}(\n{lines}){returns}"


def _call(documented: griffe.Function | griffe.Class) -> str:
    return f"{documented.name}({', '.join(_arguments(documented))})"


def _arguments(documented: griffe.Function | griffe.Class) -> Iterator[str]:
    only_named = False
    for parameter in documented.parameters:
        if parameter.name == "self":
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not only_named:
            only_named = True
            yield "*"
        default = None if parameter.default is None else _as_written(parameter.default)
        if default is not None and "(" in default and default != "()":
            default = "..."  # made for each call
        if isinstance(documented, griffe.Function):
            yield f"{parameter.name}: {parameter.annotation}" + ("" if default is None else f" = {default}")
        else:  # the table of fields describes them
            yield parameter.name + ("" if default is None else f"={default}")


def _as_written(value: griffe.Expr | str) -> str:
    """Return a value with the quotes of this project's code."""
    return str(value).replace("'", '"')


def _table(noun: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {name.replace('|', chr(92) + '|')} | {_line(text)} |" for name, text in rows]
    return "\n".join([f"| {noun} | meaning |", "|---|---|", *lines])


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
