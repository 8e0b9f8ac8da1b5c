"""The options of the MkDocs plugin. Each step that changes the built site can be turned off by itself."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as kind


class Options(base.Config):
    """What stands below `fingerpost` in `plugins` of mkdocs.yml."""

    cache_dir = kind.Type(str, default=".cache/plugin/fingerpost")
    """Where trees that were read, and compiled templates, are cached, relative to mkdocs.yml; empty caches nothing."""

    engine = kind.Type(bool, default=True)
    """Whether pages run the engine; without it, the site has no Pyodide, and every answer works as a link."""

    join = kind.Type(bool, default=True)
    """Whether pages get one script and one style sheet; otherwise each file of `extra_css` by itself."""

    theme_fixes = kind.Type(bool, default=True)
    """Whether to correct faults of Material and of Markdown in the pages' HTML."""

    search_words = kind.Type(bool, default=True)
    """Whether Material's search looks for the words that pages are about, in English."""

    policy = kind.Type(bool, default=True)
    """Whether every page gets a Content-Security-Policy."""

    offline = kind.Type(bool, default=True)
    """Whether the site works without a network, and can be installed."""
