"""The Python-Markdown extension that puts a decision tree into a page, under any builder that uses Python-Markdown.

A page names a tree in a fenced block:

    ```decision-tree
    tree: choose/tree.yml
    show: questions
    ```

`show` names one of `drawings.DRAWINGS`; `docs/authors/options.md` describes each, with its fields.
`page` names the page that shows the questions, relative to the documentation folder; unless given, it is `index.md`
beside the tree.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final, override

from markdown import Markdown
from markdown.extensions import Extension

from fingerpost.check.chosen import warning_named
from fingerpost.check.tree_ids import TreeIds
from fingerpost.findings.finding import Place
from fingerpost.site.admonition import admonition
from fingerpost.site.block import bad_block
from fingerpost.site.block_preprocessor import BlockPreprocessor
from fingerpost.site.builders import docs_folder, page_being_converted
from fingerpost.site.engine_trees import EngineTrees
from fingerpost.site.exported_files import ExportedFiles
from fingerpost.site.fences import line_of
from fingerpost.site.serving import is_serving
from fingerpost.site.stopping import stop_build
from fingerpost.site.tree_report import TreeReport

_BEFORE_FENCED_CODE: Final = 30
"""Priority of the preprocessor; Python-Markdown runs `fenced_code_block` at 25."""


class FingerpostExtension(Extension):
    """Registers the `decision-tree` block.

    Options:
        docs_dir: The documentation folder, relative to where the program runs. MkDocs and Zensical name it themselves,
            and the next two.
        use_directory_urls: The builder's setting of that name.
        page: The page that is converted, relative to `docs_dir`, for programs that convert pages without a builder.
        cache_dir: The folder that caches trees for the next build, relative to the builder's settings, or else to where
            the program runs; empty caches nothing.
        broken: The effect of a tree with errors: `stop` ends the build, `show` puts the findings into the page. While
            a builder serves the site, the page always shows them.
        ignore: The codes of warnings to leave out, as a list.
        engine: Whether pages run the engine; without it, every answer works as a link.
        parts: Whether the builder adds the pages that list a large tree; without them, its own page lists everything.
    """

    def __init__(
        self,
        *,
        report: TreeReport | None = None,
        exported: ExportedFiles | None = None,
        engine_trees: EngineTrees | None = None,
        **options: Any,
    ) -> None:
        """Set the options.

        Args:
            report: Collects the trees and the findings of all pages, for a builder's plugin.
            exported: Writes the trees in the formats of other programs, for a builder's plugin. Without it, pages link
                to the files that the author has written.
            engine_trees: Takes the trees for the engine, for a builder's plugin. Without it, pages carry their trees.
            options: As above.

        Raises:
            ValueError: `ignore` names something that is not a warning.
        """
        self.config = {
            "docs_dir": ["docs", "The documentation folder"],
            "use_directory_urls": [True, "Whether pages have addresses without a file name"],
            "page": ["", "The page that is converted, for programs that convert pages without a builder"],
            "cache_dir": ["", "The folder that caches trees for the next build; empty caches nothing"],
            "broken": [
                "stop",
                "'stop' ends the build on a broken tree, 'show' puts the findings into the page",
            ],
            "ignore": [[], "The codes of warnings to leave out"],
            "parts": [False, "Whether the builder adds the pages that list a large tree"],
            "engine": [True, "Whether pages run the engine; without it, every answer works as a link"],
        }
        super().__init__(**options)
        for code in self.getConfig("ignore"):
            warning_named(code)
        self._exported = exported or ExportedFiles()
        self._alone = report is None
        self._engine_trees = engine_trees
        self._report = report or TreeReport(_ids_of(str(self.getConfig("docs_dir"))))

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Join the Markdown instance; called by Python-Markdown."""
        md.registerExtension(self)
        preprocessor = BlockPreprocessor(
            md, self.getConfigs(), self._report, self._exported, self._engine_trees, alone=self._alone
        )
        md.preprocessors.register(preprocessor, "decision_tree", _BEFORE_FENCED_CODE)

    def report_fault(self, md: Markdown, source: str, title: str, message: str, hint: str) -> str:
        """Report a fault in a block of another kind, on the page that is being converted.

        Args:
            md: The Markdown instance.
            source: The text of the block.
            title: A heading that names what can't be shown.
            message: The fault, in one sentence.
            hint: How to fix it.

        Returns:
            HTML that shows the fault in the page.

        Raises:
            SystemExit: The fault ends the build.
        """
        options = self.getConfigs()
        page = page_being_converted(md) or options["page"] or "unknown-page.md"
        file = (docs_folder(md) or Path(options["docs_dir"])) / page
        finding = bad_block(Place(str(file), line_of(source, file), 1), message, hint)
        self._report.add(None, [finding])
        if options["broken"] == "stop" and not is_serving():
            stop_build(md, [finding])
        return admonition(title, [finding])


@cache
def _ids_of(_docs_dir: str) -> TreeIds:
    """Return the ids of the trees of one site, for builders that make an extension for each page."""
    return TreeIds()


def makeExtension(**options: Any) -> FingerpostExtension:  # noqa: N802 - the name that Python-Markdown looks for
    """Return the extension; called by Python-Markdown for `fingerpost.site.extension`."""
    return FingerpostExtension(**options)
