"""Facts that a builder knows: the page that it converts, its folders and its kind of addresses.

Python-Markdown tells an extension nothing about pages. But every builder registers a processor of its own, which has
the page and the settings: MkDocs and its forks `relpath`, Zensical `rendering_context`, and `zrelpath` before that.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, cast

from markdown import Markdown

_RELATIVE_LINK: Final = re.compile(r"""href="(?![a-z][a-z0-9+.-]*:|[/#"])([^"#?]+)""", re.IGNORECASE)


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
    value = _settings(md).get("use_directory_urls")
    return value if isinstance(value, bool) else None


def project_folder(md: Markdown) -> Path | None:
    """Return the folder of the builder's settings file, to which paths in it are relative, or None without a builder.

    Args:
        md: The Markdown instance.

    Returns:
        The path from the current folder.
    """
    settings = _settings(md)
    if isinstance(folder := settings.get("root_dir"), str):
        return from_here(Path(folder))
    file = settings.get("config_file_path")
    return from_here(Path(file).parent) if isinstance(file, str) else None


def docs_folder(md: Markdown) -> Path | None:
    """Return the builder's documentation folder, or None without a builder.

    Args:
        md: The Markdown instance.

    Returns:
        The path from the current folder.
    """
    project, folder = project_folder(md), _settings(md).get("docs_dir")
    return from_here(project / folder) if project is not None and isinstance(folder, str) else None


def from_here(folder: Path) -> Path:
    """Return a folder's path from the current folder, which is short where a builder runs beside its settings.

    Args:
        folder: Its path.
    """
    # Findings begin with such a path.
    try:
        return Path(os.path.relpath(folder))
    except ValueError:  # another drive
        return folder


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
    if not is_zensical(md) or not directory_urls or stem in ("index", "README"):
        return html

    def from_file(link: re.Match[str]) -> str:
        address = posixpath.normpath(posixpath.join(stem, link[1]))
        return f'href="{address}/' if link[1].endswith("/") else f'href="{address}'

    return _RELATIVE_LINK.sub(from_file, html)


def is_zensical(md: Markdown) -> bool:
    """Return whether Zensical converts the page."""
    return _context(md) is not None


def _settings(md: Markdown) -> Mapping[str, object]:
    context = _context(md)
    if context is not None:
        settings: Any = context.config
    else:
        settings = getattr(md.treeprocessors["relpath"], "config", None) if "relpath" in md.treeprocessors else None
    # MkDocs has an object for its settings, which is also a mapping.
    return cast("Mapping[str, object]", settings) if isinstance(settings, Mapping) else {}


def _context(md: Markdown) -> Any:  # noqa: ANN401 - a class of Zensical
    return md.preprocessors["rendering_context"] if "rendering_context" in md.preprocessors else None  # noqa: SIM401 - a registry has no `get`
