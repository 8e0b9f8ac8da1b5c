"""The page "Licences" of the site."""

from collections.abc import Iterator

from licences import folder
from licences.in_theme import PAGES
from licences.part import Part

_HEAD = """---
# Made by `python3 scripts/build.py` from the locked packages: change scripts/licences/, not this page.
description: "Every part of this site that others have made: its version, its licence and its source."
search:
  boost: 0.1 # who asks for the licence means that of the guidance
---

# Licences

This page names every part of this site that others have made. The build writes it from the packages that it uses.

The text of the guidance and the code that we wrote are on [another page](source-and-licence.md#licences-for-reuse).

Programs can read the same lists as bills of materials, in the format CycloneDX: [that of the whole site]({bills}/site.cdx.json), and [that of the package]({bills}/fingerpost.cdx.json). Any site with a tree publishes the files of the package.
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
    links = (f"[`{folder.published(text)}`]({texts}/{folder.published(text)})" for text in part.texts)
    yield f"- Licence: `{part.licence}`, in full in {' and '.join(links)}\n"
    yield from (f"- `{line}`\n" for line in part.copyright)  # as code: names in it are no links and no symbols
    if part.version and part.inside:
        yield f"- Part of {part.inside}\n"
    yield f"- Source: `{part.source}`\n"
    if PAGES in part.files:
        yield "- In: every page\n"
    yield from (f"- In: `{file}`\n" for file in part.files if file != PAGES)
    if part.changed:
        changed = part.changed.replace(folder.CHANGES, f"[`{folder.CHANGES}`]({texts}/{folder.CHANGES})")
        yield f"- Changed by us: {changed}\n"
