"""What a builder knows about the page that it converts, and whether it serves the site while somebody writes it.

Python-Markdown tells an extension nothing about pages. But every builder registers a processor of its own, which has
the page and the settings: MkDocs and its forks `relpath`, Zensical `rendering_context`, and `zrelpath` before that.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from markdown import Markdown

_RELATIVE_LINK: Final = re.compile(r"""href="(?![a-z][a-z0-9+.-]*:|[/#"])([^"#?]+)""", re.IGNORECASE)

_PROGRAMS: Final = ("mkdocs", "properdocs", "zensical")


def page_being_converted(md: Markdown) -> str | None:
    """Return the path of the page that a builder is converting, or None if nothing says which page it is.

    Args:
        md: The Markdown instance.

    Returns:
        The path relative to the documentation folder.
    """
    context = _context(md)
    if context is not None:
        return str(context.page.path)
    for name, attribute in (("relpath", "file"), ("zrelpath", "path")):
        if name in md.treeprocessors:
            page = getattr(md.treeprocessors[name], attribute)
            return str(getattr(page, "src_uri", page))
    return None


def uses_directory_urls(md: Markdown) -> bool | None:
    """Return the builder's setting `use_directory_urls`, or None if no builder has it.

    Args:
        md: The Markdown instance.
    """
    context = _context(md)
    if context is not None:
        settings: Any = context.config
    else:
        settings = getattr(md.treeprocessors["relpath"], "config", None) if "relpath" in md.treeprocessors else None
    # MkDocs has an object for its settings, which is also a mapping.
    value = cast("Mapping[str, object]", settings).get("use_directory_urls") if isinstance(settings, Mapping) else None
    return value if isinstance(value, bool) else None


def as_builder_reads_links(md: Markdown, html: str, page: str, *, directory_urls: bool) -> str:
    """Return HTML whose links are right once the builder has changed them.

    Zensical takes every relative link of a page as seen from the page's file, and makes it fit the page's address. So
    where the two differ in depth, links have to start from the file. Other builders leave links in HTML alone.

    Args:
        md: The Markdown instance.
        html: HTML with links as seen from the page's address.
        page: The page, relative to the documentation folder.
        directory_urls: Whether `a/b.md` is published as `a/b/`.
    """
    stem = posixpath.splitext(posixpath.basename(page))[0]
    if _context(md) is None or not directory_urls or stem in ("index", "README"):
        return html

    def from_file(link: re.Match[str]) -> str:
        address = posixpath.normpath(posixpath.join(stem, link[1]))
        return f'href="{address}/' if link[1].endswith("/") else f'href="{address}'

    return _RELATIVE_LINK.sub(from_file, html)


def begins_messages(md: Markdown) -> bool:
    """Return whether a builder writes words of its own before the message of an exception, as Zensical does.

    Args:
        md: The Markdown instance.
    """
    return _context(md) is not None


def is_serving() -> bool:
    """Return whether this process is a builder that serves the site while somebody writes it."""
    program = Path(sys.argv[0])
    name = program.parent.name if program.stem == "__main__" else program.stem
    return name in _PROGRAMS and "serve" in sys.argv[1:]


def _context(md: Markdown) -> Any:  # noqa: ANN401 - a class of Zensical
    return md.preprocessors["rendering_context"] if "rendering_context" in md.preprocessors else None  # noqa: SIM401 - a registry has no `get`
