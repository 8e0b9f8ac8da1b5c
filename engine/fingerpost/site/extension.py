"""The Python-Markdown extension that puts a decision tree into a page, under any builder that uses Python-Markdown.

A page names a tree in a fenced block:

    ```decision-tree
    tree: choose/tree.yml
    show: questions
    ```

`show` is `questions` (the page element and the whole tree as text), `start` (the first question), `ways`
(how the tree leads to `outcome`) or `scenarios` (the worked examples). `page` names the page that shows the
questions, relative to the documentation folder; unless given, it is `index.md` beside the tree.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, override

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from fingerpost.check import check, check_reading
from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place
from fingerpost.record.forms.markdown import escaped
from fingerpost.render.element import element, start, words
from fingerpost.render.listing import listing
from fingerpost.render.map import tree_map
from fingerpost.render.reverse import scenarios, ways_to, whose_scenarios
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import marked_plain
from fingerpost.site.tree_report import TreeReport
from fingerpost.source.cache import cached_tree, store_tree
from fingerpost.text.markup import escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree

if TYPE_CHECKING:
    from fingerpost.source import Reading

_OPENING: Final = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*decision-tree[ ]*$")
_FENCE: Final = re.compile(r"^[ ]*(?P<fence>`{3,}|~{3,})")
_HEADING: Final = re.compile(r"^(?P<level>#{1,6})[ ]")
_DEEPEST: Final = 6
"""The level of the smallest heading that HTML has."""
_BEFORE_FENCED_CODE: Final = 30
"""Priority of the preprocessor; Python-Markdown runs `fenced_code_block` at 25."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page.

    Attributes:
        place: Where its opening fence stands.
        fields: Its lines, by name.
        level: The level of the heading that it stands under; 0 where there is none.
    """

    place: Place
    fields: Mapping[str, str]
    level: int


type Draw = Callable[[Tree, Surroundings, Block], list[str]]


class FingerpostExtension(Extension):
    """Registers the `decision-tree` block.

    Options:
        docs_dir: The documentation folder, relative to where the builder runs.
        use_directory_urls: The builder's setting of that name.
        cache_dir: Where trees that were read are kept for the next build, relative to where the builder runs; empty
            keeps none.
        broken: What a tree with errors does: `stop` ends the build, `show` puts the findings into the page.
        engine: Whether pages run the engine; without it, every answer works as a link.
    """

    def __init__(self, *, report: TreeReport | None = None, **options: Any) -> None:
        """Set the options.

        Args:
            report: Collects the trees and the findings of all pages, for a builder's plugin.
            options: As above.
        """
        self._report = report or TreeReport()
        self.config = {
            "docs_dir": ["docs", "The documentation folder"],
            "use_directory_urls": [True, "Whether pages have addresses without a file name"],
            "cache_dir": ["", "Where trees that were read are kept for the next build; empty keeps none"],
            "broken": [
                "stop",
                "'stop' ends the build on a broken tree, 'show' puts the findings into the page",
            ],
            "engine": [True, "Whether pages run the engine; without it, every answer works as a link"],
        }
        super().__init__(**options)

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Join the Markdown instance; called by Python-Markdown."""
        md.registerExtension(self)
        md.preprocessors.register(_Blocks(md, self.getConfigs(), self._report), "decision_tree", _BEFORE_FENCED_CODE)

    def fault_in(self, md: Markdown, title: str, message: str, hint: str) -> str | None:
        """Report a fault in a block of another kind, on the page that is being converted.

        Args:
            md: The Markdown instance.
            title: What can't be shown.
            message: What is wrong.
            hint: How to fix it.

        Returns:
            HTML that shows the fault in the page, or None where a fault ends the build.
        """
        options = self.getConfigs()
        page = Place(str(Path(options["docs_dir"]) / _page_being_built(md)), 1, 1)
        finding = _block_finding(page, message, hint)
        self._report.add(None, [finding])
        return None if options["broken"] == "stop" else _admonition(title, [finding])


def makeExtension(**options: Any) -> FingerpostExtension:  # noqa: N802 - the name that Python-Markdown looks for
    """Return the extension; called by Python-Markdown for `fingerpost.site.extension`."""
    return FingerpostExtension(**options)


class _Blocks(Preprocessor):
    """Replaces each block by the HTML of its tree."""

    def __init__(self, md: Markdown, options: Mapping[str, Any], report: TreeReport) -> None:
        super().__init__(md)
        self._report = report
        self._docs_dir = Path(options["docs_dir"])
        self._directory_urls = bool(options["use_directory_urls"])
        self._cache_dir = Path(options["cache_dir"]) if options["cache_dir"] else None
        self._stop = options["broken"] == "stop"
        self._links_only = not options["engine"]
        self._has_words = False

    @override
    def run(self, lines: list[str]) -> list[str]:
        page = _page_being_built(self.md)
        self._has_words = False
        written: list[str] = []
        level = 0
        waiting = iter(enumerate(lines, start=1 + self._lines_taken_away(page, lines)))
        for number, line in waiting:
            fence = _FENCE.match(line)
            if fence is None:
                written.append(line)
                if heading := _HEADING.match(line):
                    level = len(heading["level"])
                continue
            inside: list[str] = []
            closing = ""
            for _, inner in waiting:
                if inner.strip() == fence["fence"]:
                    closing = inner
                    break
                inside.append(inner)
            if _OPENING.match(line) is None:
                # Another fenced block: an example of a decision-tree block inside it stays an example.
                written.extend((line, *inside, closing))
                continue
            place = Place(str(self._docs_dir / page), number, 1)
            written.extend(self._drawn(_read_block(place, inside, level), page))
        return written

    def _lines_taken_away(self, page: str, lines: list[str]) -> int:
        """Return how many lines of the page's file stand before its text: builders cut off the front matter."""
        try:
            whole = (self._docs_dir / page).read_text(encoding="utf-8").strip().splitlines()
        except (OSError, UnicodeDecodeError):
            return 0
        text = "\n".join(lines).strip().splitlines()
        return len(whole) - len(text) if whole and whole[0] == "---" and len(whole) > len(text) else 0

    def _drawn(self, block: Block | Finding, page: str) -> list[str]:
        if isinstance(block, Finding):
            self._report.add(None, [block])
            return self._shown([block])
        tree, findings = self._proved(self._docs_dir / block.fields["tree"])
        errors = _errors(findings)
        self._report.add(None if errors else tree, findings)
        if tree is None or errors:
            return self._shown(errors)
        if (wrong := _wrong_with(block, tree)) is not None:
            self._report.add(None, [wrong])
            return self._shown([wrong])
        tree_page = block.fields.get("page", posixpath.join(posixpath.dirname(block.fields["tree"]), "index.md"))
        show = block.fields.get("show", "questions")
        surroundings = Surroundings(
            tree_page="" if tree_page == page else self._href(page, tree_page),
            outcome_pages={
                outcome.id: self._href(page, outcome.page) for outcome in tree.outcomes.values() if outcome.page
            },
            links_only=self._links_only,
        )
        return [self._kept(self._with_words_once(part)) for part in _DRAW[show](tree, surroundings, block)]

    def _with_words_once(self, part: str) -> str:
        """Return a part without the page element's own words where an earlier one on the page has them."""
        said = words()
        if said not in part:
            return part
        if self._has_words:
            return part.replace(said, "")
        self._has_words = True
        return part

    def _proved(self, tree_file: Path) -> tuple[Tree | None, list[Finding]]:
        """Return the tree in a file, or None where too little of it could be read, and what is wrong with it."""
        try:
            data = tree_file.read_bytes()
        except OSError:
            data = None
        kept = None if data is None or self._cache_dir is None else _kept_before(data, self._cache_dir)
        # A cached tree has no positions. With an error in it, the file is read again: findings say where they are.
        if kept is not None and not _errors(check(kept, {}, self._docs_dir)):
            return kept, []
        return check_reading(_reading(tree_file, data, self._cache_dir), self._docs_dir)

    def _kept(self, part: str) -> str:
        """Return Markdown as it is, and a stand-in for HTML that Markdown must not touch."""
        return self.md.htmlStash.store(part) + "\n" if part.startswith("<") else part

    def _shown(self, findings: list[Finding]) -> list[str]:
        text = "\n".join(str(finding) for finding in findings)
        if self._stop:
            # Builders print a traceback for an exception; this ends the process with the findings alone.
            raise SystemExit(text)
        return [self._kept(_admonition(say("broken-tree"), findings))]

    def _href(self, page: str, target: str) -> str:
        return relative_address(page, target, directory_urls=self._directory_urls)


def _admonition(title: str, findings: list[Finding]) -> str:
    """Return findings as what a page shows in place of a tree, or of another drawing."""
    items = "".join(f"<li><code>{escape(str(finding))}</code></li>" for finding in findings)
    return (
        '<div class="admonition failure" role="alert">'
        f'<p class="admonition-title">{escape(title)}</p><ul>{items}</ul></div>'
    )


def relative_address(page: str, target: str, *, directory_urls: bool) -> str:
    """Return the address of one page as seen from another.

    Args:
        page: The page that has the link, relative to the documentation folder, for instance `choose/index.md`.
        target: The page linked to, in the same form.
        directory_urls: Whether `a/b.md` is published as `a/b/` rather than `a/b.html`.
    """
    here = _address(page, directory_urls=directory_urls)
    there = _address(target, directory_urls=directory_urls)
    folder = here if here.endswith("/") else posixpath.dirname(here)
    relative = posixpath.relpath("/" + there, "/" + folder)
    return relative + "/" if there.endswith("/") or there == "" else relative


def _address(page: str, *, directory_urls: bool) -> str:
    folder, name = posixpath.split(page)
    stem = posixpath.splitext(name)[0]
    is_index = stem in ("index", "README")
    if not directory_urls:
        return posixpath.join(folder, "index.html" if is_index else f"{stem}.html")
    parts = [part for part in (folder, "" if is_index else stem) if part]
    return "/".join(parts) + "/" if parts else ""


def _page_being_built(md: Markdown) -> str:
    """Return the page's path relative to the documentation folder.

    Python-Markdown does not tell an extension which page it converts, but every builder registers its own
    link rewriting, which knows: MkDocs and its forks as `relpath`, Zensical as `zrelpath`.
    """
    for name, attribute in (("relpath", "file"), ("zrelpath", "path")):
        if name in md.treeprocessors:
            known = getattr(md.treeprocessors[name], attribute)
            return str(getattr(known, "src_uri", known))
    return "index.md"


def _errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "error"]


# Many pages draw from the same tree. It is remembered by content, so that a builder which goes on running never draws
# from an earlier file.
_kept_before = lru_cache(maxsize=16)(cached_tree)


def _reading(tree_file: Path, data: bytes | None, cache_dir: Path | None) -> Reading:
    # Not above: where every tree is kept, the reader and its libraries need not start.
    from fingerpost.source import read_tree

    # Reading says why a file has no data.
    return read_tree(tree_file) if data is None else _read_before(data, str(tree_file), cache_dir)


@lru_cache(maxsize=16)
def _read_before(data: bytes, name: str, cache_dir: Path | None) -> Reading:
    from fingerpost.source import read_source

    reading = read_source(data, name)
    if cache_dir is not None:
        store_tree(reading, cache_dir)
    return reading


def _read_block(place: Place, lines: list[str], level: int) -> Block | Finding:
    fields: dict[str, str] = {}
    for offset, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon or name.strip() not in _FIELDS:
            return _block_finding(
                Place(place.file, place.line + offset, 1),
                f"'{line.strip()}' is not a field of a decision-tree block.",
                f"Write 'name: value' with one of {', '.join(_FIELDS)}.",
            )
        fields[name.strip()] = value.split(" #")[0].strip()
    if "tree" not in fields:
        return _block_finding(place, "The block does not name a tree.", "Add a line 'tree: path/of/tree.yml'.")
    if fields.get("show", "questions") not in _DRAW:
        return _block_finding(place, f"'show' can't be '{fields['show']}'.", f"Use one of {', '.join(_DRAW)}.")
    return Block(place, fields, level)


def _wrong_with(block: Block, tree: Tree) -> Finding | None:
    if block.fields.get("show") != "ways" or block.fields.get("outcome") in tree.outcomes:
        return None
    return _block_finding(
        block.place,
        f"The tree has no outcome '{block.fields.get('outcome', '')}'.",
        f"Set 'outcome' to one of {', '.join(tree.outcomes)}.",
    )


def _block_finding(place: Place, message: str, hint: str) -> Finding:
    return BY_NAME["bad-block"].finding(place, message, hint)


def _scenarios(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    """Return the worked examples below a heading for each outcome; headings are Markdown, for the page's contents."""
    level = min(block.level + 1, _DEEPEST - 1)
    parts = (
        part
        for outcome, listed in scenarios(tree, where, level + 1)
        for part in (f"{'#' * level} {escaped(marked_plain(outcome.title))}\n", listed)
    )
    return [whose_scenarios(tree), *parts]


_FIELDS: Final = ("tree", "show", "outcome", "page")

_DRAW: Final[Mapping[str, Draw]] = {
    "questions": lambda tree, where, block: [
        element(tree, where),
        f"## {say('map-title')}\n",
        tree_map(tree, where),
        f"## {say('every-question')}\n",
        listing(tree, where),
    ],
    "start": lambda tree, where, block: [start(tree, where)],
    "ways": lambda tree, where, block: [ways_to(tree, block.fields["outcome"], where)],
    "scenarios": _scenarios,
}
