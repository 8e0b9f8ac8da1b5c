"""Leaves out the files with which Material's search reads other languages than those of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.base import Config
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files

_FOLDER: Final = "assets/javascripts/lunr/"
_SEARCH: Final = ("material/search", "search")


def leave_out_unused(files: Files, config: MkDocsConfig) -> None:
    """Remove the files of other languages from a site whose search reads only English.

    The search itself reads English, and asks for these files only with other languages. They are a megabyte, which
    every visitor's browser would keep for use without a network.

    Args:
        files: The files of the site.
        config: The settings of MkDocs.
    """
    if config.theme.name != "material":
        return
    plugins = cast("Mapping[str, BasePlugin[Config]]", config.plugins)
    search = next((plugins[name] for name in _SEARCH if name in plugins), None)
    if search is None or dict(cast("Mapping[str, object]", search.config)).get("lang") != ["en"]:
        return
    for file in [file for file in files if file.src_uri.startswith(_FOLDER)]:
        files.remove(file)
