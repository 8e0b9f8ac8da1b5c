"""The MkDocs plugin: does everything that a site with a tree needs from its builder.

    plugins:
      - search
      - fingerpost

It registers the Markdown extension, publishes the trees, and changes the built pages step by step, as `Options` says.
While MkDocs serves the site, a broken tree shows its findings in the page and nothing ends the build; a build for
publication stops at them.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, override
from urllib.parse import quote

import jinja2
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from fingerpost.export.formats import FORMATS
from fingerpost.findings.listing import counted, print_findings
from fingerpost.site import offline, pagefind, policy, search_languages, search_words, theme_fixes
from fingerpost.site.alternates import with_alternates
from fingerpost.site.browser_files import BrowserFilesMissingError
from fingerpost.site.builders import from_here
from fingerpost.site.engine_trees import EngineTrees
from fingerpost.site.example_pages import add_example_pages, without_list
from fingerpost.site.exported_files import ExportedFiles
from fingerpost.site.extension import FingerpostExtension
from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import headers_of
from fingerpost.site.headers.written import write_files
from fingerpost.site.options import ALL, Options
from fingerpost.site.page_files import ImportInStylesError, PageFiles
from fingerpost.site.part_pages import add_part_pages
from fingerpost.site.plan_page import without_plan
from fingerpost.site.tree_page import led_astray
from fingerpost.site.tree_report import TreeReport
from fingerpost.source.extra import ExtraMissingError
from fingerpost.text.harmless import harmless_line

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_LAST: Final = -100
"""The priority of what needs the files of every other plugin."""

_log = get_plugin_logger(__name__)


class FingerpostPlugin(BasePlugin[Options]):
    """Called by MkDocs at each event of a build."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._report = TreeReport()
        self._exported = ExportedFiles()
        self._engine_trees = EngineTrees()

    @override
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether `mkdocs serve` is running, and whether only the pages that have changed are converted."""
        self._serving = command == "serve"
        self._dirty = dirty

    @override
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Name the files that pages load, and register the Markdown extension."""
        try:
            self._page_files = PageFiles(engine=self.config.engine, join=self.config.join, offline=self.config.offline)
        except BrowserFilesMissingError as fault:
            raise PluginError(str(fault)) from None
        self._page_files.name_in(config)
        self._report = TreeReport()
        self._engine_trees = EngineTrees()
        named = self.config.exports
        self._exported = ExportedFiles(FORMATS if ALL in named else named, self.config.address or config.site_url or "")
        extension = FingerpostExtension(
            report=self._report,
            exported=self._exported,
            engine_trees=self._engine_trees,
            docs_dir=str(from_here(Path(config.docs_dir))),
            use_directory_urls=config.use_directory_urls,
            cache_dir=str(self._cache_dir(config) or ""),
            broken="show",
            ignore=self.config.ignore,
            engine=self.config.engine,
            parts=True,
        )
        config.markdown_extensions.append(extension)  # pyright: ignore[reportArgumentType] - Markdown accepts it, too
        return config

    @override
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add this package's files to the site."""
        try:
            self._page_files.add_to(files, config)
        except (ImportInStylesError, ExtraMissingError) as fault:
            raise PluginError(str(fault)) from None
        search_languages.leave_out_unused(files, config)
        return files

    @override
    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Finish the pages: add those of large trees and of worked examples, and report the findings of all.

        Publish the trees, and cache the theme's templates.
        """
        for listed in list(self._report.listed.values()):
            add_part_pages(listed, config, files)
        for listed in list(self._report.examples.values()):
            self._report.add(None, add_example_pages(listed, config, files))
        if not self._dirty:
            blocks = self._report.blocks
            self._report.add(None, [*led_astray(blocks), *without_plan(blocks), *without_list(blocks)])
        self._tell_findings()
        self._tell_missing()
        for name, text in {**self._report.compiled(), **self._engine_trees.files}.items():
            files.append(File.generated(config, name, content=text))
        if cache := self._cache_dir(config):
            # Compiling them takes a tenth of a build. Jinja compares their text; its own version is in the name.
            compiled = cache / f"templates-{jinja2.__version__}"
            compiled.mkdir(parents=True, exist_ok=True)
            env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(compiled))
        return env

    def _tell_findings(self) -> None:
        """Write the findings, and end the build if there are errors."""
        findings = [*self._report.warnings, *self._report.errors]
        if findings and (self._report.errors or _log.isEnabledFor(logging.INFO)):
            # MkDocs would write a word before a message, and wrap its lines and indent them to fit a terminal. Editors
            # find a place only at the beginning of a whole line.
            print_findings(findings, sys.stderr)
        if errors := self._report.errors:
            self._fail(f"The trees and the blocks that name them have {counted(errors)}, listed above.")

    def _tell_missing(self) -> None:
        """Say which formats can't be written, as a warning where the site names them."""
        for name, how_to_install in self._exported.missing.items():
            tell = self._warn if name in self.config.exports else _log.info
            tell(f"The format '{name}' is left out. {how_to_install}")

    def _cache_dir(self, config: MkDocsConfig) -> Path | None:
        folder = self.config.cache_dir
        return Path(config.config_file_path).parent / folder if folder else None

    @override
    @event_priority(50)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Correct a page, fit it to the search, and link it to the web manifest and to the exported trees."""
        if files := self._exported.by_page.get(page.file.src_uri):
            output = with_alternates(output, files, lambda path: get_relative_url(quote(path), page.url))
        if self.config.offline and 'rel="manifest"' not in output:
            link = f'<link rel="manifest" href="{get_relative_url(offline.MANIFEST, page.url)}">'
            output = output.replace("</head>", f"{link}</head>", 1)
        return pagefind.fitted(self._corrected(output))

    @override
    @event_priority(50)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Correct a page that consists of a template alone, such as the page for wrong addresses."""
        return self._corrected(output_content) if template_name.endswith(".html") else output_content

    def _corrected(self, page: str) -> str:
        return theme_fixes.fixed(page) if self.config.theme_fixes else page

    @override
    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the changes that need the whole site."""
        site = Path(config.site_dir)
        if self.config.search_words:
            self._add_search_words(site, config)
        if self.config.policy:
            self._protect(site)
        if self.config.offline:
            self._add_offline(site, config)
        # Last: they are not part of what works without a network, and a page among them has a policy of its own.
        self._exported.write_to(site)
        if self.config.headers and not self._serving:
            self._add_headers(site)

    def _add_search_words(self, site: Path, config: MkDocsConfig) -> None:
        if config.theme.name != "material" or config.theme.get("language") != "en":
            return
        if not search_words.add_to_search(site):
            self._fail(
                "The worker of Material's search is not where this version of Fingerpost expects it. Install the "
                "version of Material that Fingerpost names, or turn this step off with 'search_words: false'."
            )

    def _protect(self, site: Path) -> None:
        try:
            # The script of live reload carries the time, so no hash can name it.
            origins = policy.protect(site, any_inline_script=self._serving)
        except policy.PolicyError as fault:
            self._fail(str(fault))
            return
        if origins:
            self._warn(
                f"The Content-Security-Policy refuses what pages load from {', '.join(sorted(origins))}. Serve it from "
                "the site itself (for Material's fonts, set 'font: false' below 'theme'), or turn the policy off with "
                "'policy: false'."
            )

    def _add_offline(self, site: Path, config: MkDocsConfig) -> None:
        favicon = str(config.theme.get("favicon", ""))
        offline.add_manifest(
            site,
            name=config.site_name,
            description=config.site_description or "",
            language=str(config.theme.get("language", "en")),
            icon=favicon if (site / favicon).is_file() else "",
        )
        if self._serving:
            offline.retire_service_worker(site)
        else:
            offline.add_service_worker(site)

    def _add_headers(self, site: Path) -> None:
        try:
            headers = headers_of(site, framed_by=self.config.framed_by, embedding=self.config.embedding)
        except policy.PolicyError as fault:
            self._fail(str(fault))
            return
        hosts = HOSTS if ALL in self.config.headers else self.config.headers
        for name in write_files(site, headers, hosts):
            self._warn(
                f"The documentation folder has a file '{name}', so the headers are not written to it. Add those that "
                "`fingerpost headers` prints, and leave this host out of the option 'headers'."
            )

    def _fail(self, problem: str) -> None:
        """End the build, or, under `mkdocs serve`, only report the problem.

        A strict build counts warnings as errors, and after a failed build MkDocs goes on serving nothing. So a report
        while serving is not a warning.
        """
        if not self._serving:
            raise PluginError(harmless_line(problem))
        _log.info("%s", harmless_line(problem))

    def _warn(self, problem: str) -> None:
        (_log.info if self._serving else _log.warning)("%s", harmless_line(problem))
