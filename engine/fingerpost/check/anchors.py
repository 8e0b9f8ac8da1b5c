"""The anchors of a page, as far as its Markdown shows them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_MADE_LATER: Final = re.compile(r"--8<--|\{\{|\{%|^:::", re.MULTILINE)
"""The marks of other plugins that write parts of a page: headings may come in with them."""

_TREE: Final = re.compile(r"^(`{3,}|~{3,}) *decision-tree *\n(.*?)^\1", re.MULTILINE | re.DOTALL)
_WITHOUT_ANCHORS: Final = re.compile(r"^show: *(?:ways|start)\b", re.MULTILINE)

_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ANCHOR: Final = re.compile(r"""<[a-z][^>]*? (?:id|name)="([^"]*)\"""")
_EXTENSIONS: Final = ("attr_list", "md_in_html", "fenced_code", "footnotes", "def_list", "tables")


@lru_cache(maxsize=256)
def anchors_in(markdown_text: str) -> frozenset[str] | None:
    """Return the anchors of a page; None where they can't be known from its Markdown.

    A site chooses how anchors are made of headings, so those of every usual way are in.

    Args:
        markdown_text: The content of the page's file.
    """
    # Imported here, since most trees have no link to an anchor.
    from markdown import Markdown
    from markdown.extensions import toc

    from fingerpost.text.slugs import slugify

    text = _FRONT_MATTER.sub("", markdown_text.replace("\r\n", "\n"))
    whole_trees = [block for block in _TREE.finditer(text) if not _WITHOUT_ANCHORS.search(block[2])]
    if whole_trees or _MADE_LATER.search(text):
        return None
    found: set[str] = set()
    for way in (toc.slugify, toc.slugify_unicode, slugify):
        page = Markdown(extensions=[*_EXTENSIONS, toc.TocExtension(slugify=way)]).convert(text)
        found.update(anchor[1] for anchor in _ANCHOR.finditer(page))
    return frozenset(found)
