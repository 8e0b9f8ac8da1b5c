"""The `decision-tree` blocks of a page, replaced by the drawings of their trees before Markdown reads the page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, override
from urllib.parse import quote

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from fingerpost.check.chosen import without_ignored
from fingerpost.check.links import folder_of
from fingerpost.findings.finding import Finding, Place, errors_in
from fingerpost.render.carried import engine_data
from fingerpost.render.element import words
from fingerpost.render.parts import parts_of
from fingerpost.render.stored_data import stored_data
from fingerpost.render.surroundings import Download, Surroundings
from fingerpost.site.added_pages import example_page, part_page
from fingerpost.site.addresses import relative_address
from fingerpost.site.admonition import admonition
from fingerpost.site.block import (
    WITHOUT_TREE,
    Block,
    docs_not_found,
    missing_file,
    missing_in,
    page_not_known,
    read_block,
    second_finder,
)
from fingerpost.site.broken_blocks import broken_blocks
from fingerpost.site.builders import (
    as_builder_reads_links,
    docs_folder,
    page_being_converted,
    project_folder,
    uses_directory_urls,
)
from fingerpost.site.checked_tree import checked_tree
from fingerpost.site.drawings import DRAWINGS
from fingerpost.site.engine_trees import EngineTrees
from fingerpost.site.exported_files import ExportedFiles, ShownTree
from fingerpost.site.fences import Fence, scan
from fingerpost.site.placed_texts import placed
from fingerpost.site.plan_page import unreadable_plan
from fingerpost.site.serving import is_serving
from fingerpost.site.stopping import stop_build
from fingerpost.site.tree_report import ListedExamples, ListedTree, TreeReport, published_file
from fingerpost.source.extra import ExtraMissingError
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree
from fingerpost.tree.size import fits_on_a_page


class BlockPreprocessor(Preprocessor):
    """Replaces each block by the HTML of its tree."""

    def __init__(
        self,
        md: Markdown,
        options: Mapping[str, Any],
        report: TreeReport,
        exported: ExportedFiles,
        engine_trees: EngineTrees | None,
        *,
        alone: bool,
    ) -> None:
        """Take over the options of the extension.

        Args:
            md: The Markdown instance.
            options: The options of the extension.
            report: Collects the trees and the findings.
            exported: Writes the trees in the formats of other programs.
            engine_trees: Takes the trees for the engine; None if nobody writes files, and pages carry their trees.
            alone: Whether no plugin reports the findings.
        """
        super().__init__(md)
        self._report = report
        self._exported = exported
        self._options = options
        self._docs_dir = Path()
        self._directory_urls = True
        self._cache_dir: Path | None = None
        self._engine_trees = engine_trees
        self._alone = alone
        # While a builder serves the site, a mistake must not end it: the page shows the findings.
        self._stop = options["broken"] == "stop" and not is_serving()
        self._ignored: list[str] = options["ignore"]
        self._in_parts = bool(options["parts"])
        self._links_only = not options["engine"]
        self._has_words = False
        self._has_finder = False

    @override
    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with its blocks replaced; called by Python-Markdown."""
        known = page_being_converted(self.md) or self._options["page"] or None
        page = known or "unknown-page.md"
        self._ask_builder()
        self._has_words = self._has_finder = False
        result: list[str] = []
        for part in scan(lines, first=1 + self._front_matter_lines(page, lines)):
            if not isinstance(part, Fence):
                result.append(part)
            elif not part.shows_a_tree:
                result.extend(part.lines)
            else:
                result.extend(self._replacement(self._read(part, page, known=known is not None), page))
        return result

    def _ask_builder(self) -> None:
        """Take over what MkDocs and Zensical know better than the options, which are for programs that do not."""
        options = self._options
        setting = uses_directory_urls(self.md)
        self._directory_urls = bool(options["use_directory_urls"]) if setting is None else setting
        self._docs_dir = docs_folder(self.md) or Path(options["docs_dir"])
        cache = options["cache_dir"]
        self._cache_dir = (project_folder(self.md) or Path()) / cache if cache else None

    def _read(self, fence: Fence, page: str, *, known: bool) -> Block | Finding:
        place = Place(str(self._docs_dir / page), fence.line, 1)
        if not self._docs_dir.is_dir():
            return docs_not_found(place, self._docs_dir)
        return read_block(place, fence.inside, fence.level, DRAWINGS) if known else page_not_known(place)

    def _front_matter_lines(self, page: str, lines: list[str]) -> int:
        """Return how many lines of the page's file come before its text: builders cut off the front matter."""
        try:
            whole = (self._docs_dir / page).read_text(encoding="utf-8").strip().splitlines()
        except (OSError, UnicodeDecodeError):
            return 0
        text = "\n".join(lines).strip().splitlines()
        return len(whole) - len(text) if whole and whole[0] == "---" and len(whole) > len(text) else 0

    def _replacement(self, block: Block | Finding, page: str) -> list[str]:
        if isinstance(block, Block) and block.show in WITHOUT_TREE:
            root = relative_address(page, "index.md", directory_urls=self._directory_urls)
            return [self._stash_html(stored_data(root))]
        if isinstance(block, Block):
            block = missing_file(block, self._docs_dir) or block
        if isinstance(block, Finding):
            self._report.add(None, [block])
            return self._refusal([block])
        tree, findings = self._checked(block)
        errors = errors_in(findings)
        # Only the plugin publishes trees by themselves.
        published = None if tree is None or errors or self._alone else self._published(tree, block)
        self._report.add(published, findings)
        if self._alone and block.show == "questions":
            # One block of a tree prints its warnings; the others would repeat them.
            _print(finding for finding in findings if finding.severity != "error")
        if tree is None or errors:
            return self._refusal(errors)
        fault = missing_in(block, tree) or unreadable_plan(block, tree, self._docs_dir) or self._second_finder(block)
        if fault is not None:
            self._report.add(None, [fault])
            return self._refusal([fault])
        self._report.blocks.append((page, block))
        address = partial(relative_address, page, directory_urls=self._directory_urls)
        where = self._surroundings(block, tree, page, address)
        if block.show == "questions" and block.tree_page == page:
            where = replace(where, downloads=self._downloads(tree, block))
        shown = placed(
            tree,
            address,
            tree_page=where.tree_page,
            folder=folder_of(self._docs_dir / block.fields["tree"], self._docs_dir),
            docs_dir=self._docs_dir,
            nodes=parts_of(tree)[block.part] if block.show == "part" else None,
        )
        if block.show in ("questions", "plan"):
            where = self._with_engine_file(where, shown, block, page)
        parts = DRAWINGS[block.show](shown, where, block.in_folder(self._docs_dir))
        return [
            self._stash_html(
                as_builder_reads_links(
                    self.md, self._without_repeated_words(part), page, directory_urls=self._directory_urls
                )
            )
            for part in parts
        ]

    def _with_engine_file(self, where: Surroundings, shown: Tree, block: Block, page: str) -> Surroundings:
        """Return the surroundings of a tree that has a file for the engine beside its page, if a plugin writes one."""
        if self._engine_trees is None or self._links_only:
            return where
        content = engine_data(shown, where)
        tree_file = block.fields["tree"]
        address = self._engine_trees.add(page, tree_file, shown.id, content, directory_urls=self._directory_urls)
        return replace(where, engine_file=address)

    def _second_finder(self, block: Block) -> Finding | None:
        """Return a finding for a page's second finder: the address can hold the state of one."""
        is_second = self._has_finder and block.show == "finder"
        self._has_finder = self._has_finder or block.show == "finder"
        return second_finder(block) if is_second else None

    def _published(self, tree: Tree, block: Block) -> Tree:
        """Return a tree as the site publishes it: a program that reads it resolves its links as in any file."""
        if tree.id in self._report.trees:
            return self._report.trees[tree.id]
        return self._shown(tree, block).placed_in(published_file(tree.id))

    def _shown(self, tree: Tree, block: Block) -> ShownTree:
        return ShownTree(tree, block.fields["tree"], block.tree_page, self._docs_dir, self._directory_urls)

    def _checked(self, block: Block) -> tuple[Tree | None, list[Finding]]:
        # The page of a large tree comes before the pages of its list. Checking it for each would take quadratic time.
        listed = self._listed(block)
        if listed is not None:
            return listed.tree, []
        file = self._docs_dir / block.fields["tree"]
        try:
            tree, found = checked_tree(file, self._docs_dir, self._cache_dir)
        except ExtraMissingError as fault:
            # No page can show its tree, also while a builder serves the site; builders would print a traceback.
            raise SystemExit(str(fault)) from None
        findings = without_ignored(found, self._ignored)
        return tree, findings if tree is None else [*findings, *self._report.same_id(tree, file)]

    def _listed(self, block: Block) -> ListedTree | ListedExamples | None:
        """Return what is known of the tree from the page that the page of a block was added for."""
        if block.show == "part":
            return self._report.listed.get((block.tree_page, block.fields["tree"]))
        if block.show == "example":
            return self._report.examples.get((block.fields.get("list", ""), block.fields["tree"]))
        return None

    def _surroundings(self, block: Block, tree: Tree, page: str, address: Callable[[str], str]) -> Surroundings:
        return Surroundings(
            tree_page="" if block.tree_page == page else address(block.tree_page),
            outcome_pages={outcome.id: address(outcome.page) for outcome in tree.outcomes.values() if outcome.page},
            parts=self._parts(block, tree, page),
            examples=self._examples(block, tree, page),
            list_page="" if block.fields.get("list", page) == page else address(block.fields["list"]),
            links_only=self._links_only,
            plan_page=address(block.plan_page) if block.plan_page else "",
            date=date.today().isoformat(),
        )

    def _downloads(self, tree: Tree, block: Block) -> tuple[Download, ...]:
        """Return the files with a tree in the formats of other programs, which are written now."""
        return tuple(
            Download(
                quote(relative_address(block.tree_page, file.path, directory_urls=self._directory_urls)),
                file.format.title,
                file.format.read_by,
                file.format.leaves_out,
            )
            for file in self._exported.add(self._shown(tree, block))
        )

    def _parts(self, block: Block, tree: Tree, page: str) -> tuple[str, ...]:
        """Return the addresses of the pages that list a large tree, and report that it needs them."""
        if not self._in_parts or fits_on_a_page(tree):
            return ()
        if block.show == "questions":
            listed = ListedTree(tree, block.fields["tree"], block.tree_page)
            self._report.listed[block.tree_page, listed.file] = listed
        paths = [part_page(block.tree_page, tree.id, number) for number in range(len(parts_of(tree)))]
        return tuple(
            "" if path == page else relative_address(page, path, directory_urls=self._directory_urls) for path in paths
        )

    def _examples(self, block: Block, tree: Tree, page: str) -> dict[str, str]:
        """Return the addresses of the pages of worked examples, and report that a list needs them."""
        list_page = block.list_page(page)
        if not self._in_parts or list_page is None:
            return {}
        if block.has_pages:
            listed = ListedExamples(tree, block.fields["tree"], block.tree_page, page, block)
            self._report.examples[page, listed.file] = listed
        return {
            name: relative_address(page, example_page(list_page, name), directory_urls=self._directory_urls)
            for name in tree.scenarios
        }

    def _without_repeated_words(self, part: str) -> str:
        """Return a part without the page element's own words where an earlier one on the page has them."""
        said = words()
        if said not in part:
            return part
        if self._has_words:
            return part.replace(said, "")
        self._has_words = True
        return part

    def _stash_html(self, part: str) -> str:
        """Return Markdown as it is, and a placeholder for HTML that Markdown must not touch."""
        return self.md.htmlStash.store(part) + "\n" if part.startswith("<") else part

    def _refusal(self, findings: Iterable[Finding]) -> list[str]:
        """Return findings in the place of a block, or end the build with them, as the option `broken` says."""
        if self._stop:
            # It ends at the first page with a fault, so the findings of the other pages are added.
            stop_build(self.md, [*findings, *self._elsewhere()])
        if self._alone:
            _print(findings)
        return [self._stash_html(admonition(say("broken-tree"), findings))]

    def _elsewhere(self) -> list[Finding]:
        """Return what is wrong with the blocks of all pages and their trees, if a builder converts them."""
        if page_being_converted(self.md) is None:
            return []

        def errors(file: Path) -> tuple[Tree | None, list[Finding]]:
            tree, findings = checked_tree(file, self._docs_dir, self._cache_dir)
            found = errors_in(findings)
            return None if found else tree, found

        return broken_blocks(self._docs_dir, errors)


def _print(findings: Iterable[Finding]) -> None:
    for finding in findings:
        print(finding, file=sys.stderr)
