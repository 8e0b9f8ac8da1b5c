"""The options of the MkDocs plugin. Each step that changes the built site can be turned off by itself."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as kind


class Options(base.Config):
    """The settings below `fingerpost` in `plugins` of mkdocs.yml."""

    cache_dir = kind.Type(str, default=".cache/plugin/fingerpost")
    """The folder that caches trees and compiled templates, relative to mkdocs.yml; empty caches nothing."""

    engine = kind.Type(bool, default=True)
    """Run the engine in the pages; without it, the site has no Pyodide, and every answer works as a link."""

    join = kind.Type(bool, default=True)
    """Join scripts and style sheets into one file each; otherwise pages load each file of `extra_css` by itself."""

    theme_fixes = kind.Type(bool, default=True)
    """Correct faults of Material and of Markdown in the pages' HTML."""

    search_words = kind.Type(bool, default=True)
    """Reduce queries of Material's search to the words that pages are about; for English only."""

    policy = kind.Type(bool, default=True)
    """Write a Content-Security-Policy into every page."""

    offline = kind.Type(bool, default=True)
    """Make the site installable, and usable without a network."""
