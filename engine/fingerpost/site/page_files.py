"""The scripts and style sheets of the pages: those of this package with those of the site, joined or one by one."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.structure.files import File

from fingerpost.site import browser_files
from fingerpost.source.extra import ExtraMissingError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ASSETS: Final = "assets/fingerpost"
"""The folder of the site for the files of this package; scripts find the site's root from it."""

STYLES: Final = f"{ASSETS}/fingerpost.css"
"""The style sheet of the page element. By naming it in `extra_css`, a site decides which ones come before it."""

_SCRIPTS: Final = (f"{ASSETS}/fingerpost.mjs", f"{ASSETS}/material.mjs")
"""The page element, by itself or with the corrections of Material: a site names one of them in `extra_javascript`."""

_OFFLINE: Final = f"{ASSETS}/offline.mjs"
_JOINED_STYLES: Final = f"{ASSETS}/site.css"
_JOINED_SCRIPT: Final = f"{ASSETS}/site.mjs"
_RELATIVE_ADDRESS: Final = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|[/#])([^"')]+)\1\s*\)""", re.IGNORECASE)


class ImportInStylesError(Exception):
    """A style sheet to be joined imports another one."""


class PageFiles:
    """Names the scripts and style sheets in the settings, and adds the files that belong to them."""

    def __init__(self, *, engine: bool, join: bool, offline: bool) -> None:
        """Choose how pages get their files.

        Args:
            engine: Whether they can run the engine.
            join: Whether as one script and one style sheet.
            offline: Whether the script also registers the service worker.
        """
        self._join = join
        self._folder = browser_files.folder()
        self._left_out = set(() if engine else browser_files.for_engine())
        if join:
            self._left_out |= set(browser_files.FOR_PAGES)
        self._styles: list[str] = []
        self._scripts: list[str] = [_OFFLINE] if offline else []

    def name_in(self, config: MkDocsConfig) -> None:
        """Add the files that every page loads to the settings.

        Args:
            config: MkDocs' settings, whose `extra_css` and `extra_javascript` are changed.
        """
        styles = cast("list[str]", config.extra_css)  # pyright: ignore[reportUnknownMemberType]
        if STYLES not in styles:
            styles.insert(0, STYLES)
        scripts = [str(script) for script in config.extra_javascript]
        chosen = next((name for name in _SCRIPTS if name in scripts), _SCRIPTS[0])
        self._scripts.insert(0, chosen)
        others = [script for script in config.extra_javascript if str(script) != chosen]
        if self._join:
            docs = Path(config.docs_dir)
            self._styles = [name for name in styles if name == STYLES or (docs / name).is_file()]
            first = styles.index(self._styles[0])
            separate = [name for name in styles if name not in self._styles]
            config.extra_css = [*separate[:first], _JOINED_STYLES, *separate[first:]]
        names = [_JOINED_SCRIPT] if self._join else self._scripts
        config.extra_javascript = [*others, *(_module(name) for name in names)]

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Add this package's files to those of the site; remove files that are joined, or already in their folder.

        Args:
            files: The files of the site.
            config: MkDocs' settings.

        Raises:
            ImportInStylesError: A style sheet can't be joined.
            ExtraMissingError: The library that shortens style sheets is not installed.
        """
        for file in [file for file in files if file.src_uri.startswith(f"{ASSETS}/")]:
            files.remove(file)  # of an earlier version
        for path in sorted(self._folder.rglob("*")):
            name = path.relative_to(self._folder).as_posix()
            if path.is_file() and name not in self._left_out:
                files.append(File.generated(config, f"{ASSETS}/{name}", abs_src_path=str(path)))
        if self._join:
            docs = Path(config.docs_dir)
            styles = "\n".join(self._part(name, docs) for name in self._styles)
            files.append(File.generated(config, _JOINED_STYLES, content=f"{styles}\n"))
            files.append(File.generated(config, _JOINED_SCRIPT, content=self._script()))
            for name in self._styles:
                if (source := files.get_file_from_path(name)) is not None:
                    files.remove(source)

    def _part(self, name: str, docs: Path) -> str:
        file = self._folder / posixpath.basename(name) if name == STYLES else docs / name
        text = file.read_text(encoding="utf-8")
        if re.search(r"@import\b", text):
            raise ImportInStylesError(
                f"{name} imports another style sheet, so it can't be joined with others. Name each style sheet in "
                "'extra_css', or keep them apart with 'join: false'."
            )
        folder = posixpath.dirname(name)
        try:
            from rcssmin import (  # pyright: ignore[reportMissingTypeStubs] - it has no types
                cssmin,  # pyright: ignore[reportUnknownVariableType]
            )
        except ModuleNotFoundError as fault:
            raise ExtraMissingError("A site with one style sheet", "build", fault) from fault
        moved = _RELATIVE_ADDRESS.sub(
            lambda found: f'url("{posixpath.relpath(posixpath.join(folder, found[2]), ASSETS)}")', text
        )
        return str(cssmin(moved))  # pyright: ignore[reportUnknownArgumentType]

    def _script(self) -> str:
        first, *others = ((self._folder / posixpath.basename(name)).read_text("utf-8") for name in self._scripts)
        # Wrapped in a function, because it waits for long, and has names of its own.
        return first + "".join(f"(async () => {{\n{text}}})();\n" for text in others)


def _module(name: str) -> ExtraScriptValue:
    script = cast("ExtraScriptValue", ExtraScriptValue(name))
    script.type = "module"
    return script
