"""The page "Licences" of the site."""

from collections.abc import Iterator

from licences import folder
from licences.in_theme import PAGES
from licences.part import Part

_HEAD = """---
# Made by `python3 scripts/build.py` from the locked packages: change scripts/licences/, not this page.
description: "Every part of this site that others have made: its version, its licence and its source."
---

# Licences

This page names every part of this site that others have made. The build writes it from the packages that it uses.

The text of the guidance and the code that we wrote are on [another page](source-and-licence.md#licences-for-reuse).

Programs can read the same lists as bills of materials, in the format CycloneDX: [that of the whole site]({bills}/site.cdx.json), and [that of the package]({bills}/fingerpost.cdx.json), whose files any site with a tree publishes.
"""  # noqa: E501 - a paragraph of a page is one line


def page(groups: dict[str, list[Part]], bills: str) -> str:
    """Return the page.

    Args:
        groups: The parts, by the headings of the page.
        bills: The folder of the texts and of the bills of materials, relative to the page.
    """
    parts = [_HEAD.format(bills=bills)]
    for heading, group in groups.items():
        parts.append(f"\n## {heading}\n")
        for part in group:
            parts += [f"\n### {part.title}\n\n", *_lines(part, bills)]
    return "".join(parts)


def _lines(part: Part, texts: str) -> Iterator[str]:
    links = ", ".join(f"[{folder.published(text)}]({texts}/{folder.published(text)})" for text in part.texts)
    yield f"- Licence: {part.licence}, in full: {links}\n"
    yield from (f"- {_plain(line)}\n" for line in part.copyright)
    if part.version and part.inside:
        yield f"- Part of {part.inside}\n"
    yield f"- Source: <{part.source}>\n"
    yield f"- In: {', '.join('every page' if file == PAGES else f'`{file}`' for file in part.files)}\n"
    if part.changed:
        changed = part.changed.replace(folder.CHANGES, f"[{folder.CHANGES}]({texts}/{folder.CHANGES})")
        yield f"- Changed by us: {changed}\n"


def _plain(line: str) -> str:
    """Return a copyright line as Markdown that shows it as it is, with no link and no symbol made of it."""
    return "".join(f"&#{ord(sign)};" if sign in "\\`*_{}[]<>#&:@" else sign for sign in line)
