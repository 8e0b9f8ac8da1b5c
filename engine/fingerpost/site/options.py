"""The options of the MkDocs plugin. Each step that changes the built site can be turned off by itself."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, override

from mkdocs.config import base
from mkdocs.config import config_options as kind

from fingerpost.check.chosen import warning_named
from fingerpost.export.formats import FORMATS
from fingerpost.findings.spelling import did_you_mean
from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import OriginError, origin

ALL: Final = "all"
"""Stands for every format whose libraries are installed, and for every kind of host."""


class _Warning(kind.Type[str]):
    """The code of a warning."""

    @override
    def run_validation(self, value: object) -> str:
        try:
            return warning_named(super().run_validation(value))
        except ValueError as fault:
            raise base.ValidationError(str(fault)) from None


class _Named(kind.Type[str]):
    """The name of one of several things, or `all`."""

    def __init__(self, noun: str, known: Collection[str]) -> None:
        super().__init__(str)  # pyright: ignore[reportUnknownMemberType] - MkDocs types its options in part
        self._noun = noun
        self._known = known

    @override
    def run_validation(self, value: object) -> str:
        name = super().run_validation(value)
        if name != ALL and name not in self._known:
            hint = did_you_mean(name, (ALL, *self._known)) or f"Name some of {', '.join(self._known)}, or '{ALL}'."
            raise base.ValidationError(f"there is no {self._noun} '{name}'. {hint}")
        return name


class _Origin(kind.Type[str]):
    """The origin of another site."""

    @override
    def run_validation(self, value: object) -> str:
        try:
            return origin(super().run_validation(value))
        except OriginError as fault:
            raise base.ValidationError(str(fault)) from None


class Options(base.Config):
    """The settings below `fingerpost` in `plugins` of mkdocs.yml."""

    cache_dir = kind.Type(str, default=".cache/plugin/fingerpost")
    """The folder that caches trees and compiled templates, relative to mkdocs.yml; empty caches nothing."""

    address = kind.Type(str, default="")
    """The address of the site, for the exported trees; empty takes `site_url`."""

    engine = kind.Type(bool, default=True)
    """Run the engine in the pages; without it, the site has no Pyodide, and every answer works as a link."""

    exports = kind.ListOfItems(_Named("format", FORMATS), default=[ALL])
    """The formats of other programs in which each tree is published beside its page."""

    ignore = kind.ListOfItems(_Warning(str), default=[])
    """The codes of warnings to leave out."""

    join = kind.Type(bool, default=True)
    """Join scripts and style sheets into one file each; otherwise pages load each file of `extra_css` by itself."""

    theme_fixes = kind.Type(bool, default=True)
    """Correct faults of Material and of Markdown in the pages' HTML."""

    search_words = kind.Type(bool, default=True)
    """Reduce queries of Material's search to the words that pages are about; for English only."""

    policy = kind.Type(bool, default=True)
    """Write a Content-Security-Policy into every page."""

    headers = kind.ListOfItems(_Named("kind of host", HOSTS), default=[])
    """The kinds of hosts for which the build writes a file with the headers that they should send."""

    framed_by = kind.ListOfItems(_Origin(str), default=[])
    """The origins of other sites whose pages may show this site in a frame, if a host sends the headers."""

    embedding = kind.Type(bool, default=False)
    """Let pages of other sites read the files, if a host sends the headers."""

    offline = kind.Type(bool, default=True)
    """Make the site installable, and usable without a network."""
