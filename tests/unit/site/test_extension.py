"""The Python-Markdown extension: what a page's block becomes, and what is said about a block that is wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from xml.etree.ElementTree import Element as Tag

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

import fingerpost.site.extension
from built_site import Element, read
from example_trees import TREES
from fingerpost.site.extension import FingerpostExtension, relative_address

DOCS = TREES / "docs"
TREE = "../dragon.yml"
"""Relative to the documentation folder, as a block names it."""


class Builder(Treeprocessor):
    """Stands for a builder's own link rewriting, which knows the page being built."""

    def __init__(self, **known: object) -> None:
        super().__init__()
        self.__dict__.update(known)

    def run(self, root: Tag) -> None:
        """Leave the page as it is."""


def block(*lines: str) -> str:
    """Return a page with a block."""
    return "\n".join(["# A page", "", "```decision-tree", *lines, "```", "", "After it."])


def converted(text: str, page: str = "snacks/index.md", **options: object) -> Element:
    """Return what a page becomes under MkDocs."""
    extension = FingerpostExtension(**{"docs_dir": str(DOCS), **options})
    markdown = Markdown(extensions=["fenced_code", extension])
    markdown.treeprocessors.register(Builder(file=SimpleNamespace(src_uri=page)), "relpath", 0)
    return read(markdown.convert(text))


def _as_written(text: str) -> str:
    """Return plain text as the prose of a tree file."""
    return re.sub(r"([*_])", r"\\\1", text).replace("<", "&lt;").replace("1.", "1\\.")


def addresses(page: Element) -> set[str]:
    """Return where the links of a page lead, without the state of the tree."""
    return {link.attributes.get("href", "").partition("#")[0] for link in page.all("a")}


class TestAddresses:
    @pytest.mark.parametrize(
        ("page", "target", "folders", "files"),
        [
            ("index.md", "index.md", "./", "index.html"),
            ("index.md", "choose/index.md", "choose/", "choose/index.html"),
            ("index.md", "about.md", "about/", "about.html"),
            ("about.md", "index.md", "../", "index.html"),
            ("about.md", "other.md", "../other/", "other.html"),
            ("choose/index.md", "index.md", "../", "../index.html"),
            ("choose/index.md", "choose/other.md", "other/", "other.html"),
            ("choose/index.md", "patterns/push.md", "../patterns/push/", "../patterns/push.html"),
            ("patterns/push.md", "choose/index.md", "../../choose/", "../choose/index.html"),
            ("patterns/push.md", "patterns/README.md", "../", "index.html"),
            ("a/b/c/d.md", "a/e.md", "../../../e/", "../../e.html"),
        ],
    )
    def test_one_page_as_seen_from_another(self, page: str, target: str, folders: str, files: str) -> None:
        assert relative_address(page, target, directory_urls=True) == folders
        assert relative_address(page, target, directory_urls=False) == files


class TestShowing:
    def test_the_questions_are_the_element_and_the_whole_tree(self) -> None:
        page = converted(block(f"tree: {TREE}", "page: snacks/index.md"))

        assert page.one("decision-tree").attributes["show"] == "questions"
        assert [heading.raw_text for heading in page.all("h2")][-1] == "Every question"
        entries = [part.attributes["data-entry"] for part in page.all("section") if "data-entry" in part.attributes]
        assert entries == ["hungry", "size", "shy", "nap", "toast", "sheep"]
        assert page.raw_text.endswith("After it.")

    def test_the_questions_are_what_is_shown_unless_the_block_says_otherwise(self) -> None:
        lines = (f"tree: {TREE}", "page: snacks/index.md")

        assert converted(block(*lines)) == converted(block(*lines, "show: questions"))

    def test_the_start_is_one_question_that_leads_to_the_tree_s_page(self) -> None:
        page = converted(block(f"tree: {TREE}", "show: start", "page: snacks/index.md"), "index.md")

        assert page.one("decision-tree").attributes["show"] == "start"
        answers = [link for link in page.all("a") if "data-answer" in link.attributes]
        assert [link.attributes["data-answer"] for link in answers] == ["yes", "no", "unsure"]
        assert {link.attributes["href"].partition("#")[0] for link in answers} == {"snacks/"}

    @pytest.mark.parametrize("show", ["questions", "start"])
    def test_the_element_says_where_the_site_has_no_engine(self, show: str) -> None:
        text = block(f"tree: {TREE}", f"show: {show}")

        assert "links-only" in converted(text, engine=False).one("decision-tree").attributes
        assert "links-only" not in converted(text).one("decision-tree").attributes

    def test_the_ways_are_those_to_one_outcome(self) -> None:
        page = converted(block(f"tree: {TREE}", "show: ways", "outcome: toast", "page: snacks/index.md"))

        assert [link.attributes["href"] for link in page.all("a")] == [
            "#dragon-snack?hungry=yes&size=small&edition=3.1",
            "#dragon-snack?hungry=yes&size=big&shy=yes&edition=3.1",
        ]

    def test_the_scenarios_are_all_worked_examples_by_outcome(self) -> None:
        page = converted(block(f"tree: {TREE}", "show: scenarios", "page: snacks/index.md"))

        headings = {f"h{level}" for level in range(1, 7)}
        told = [
            part.attributes.get("data-scenario") or f"{part.tag} {part.seen_text}"
            for part in page.all("li", *headings)
            if part.tag in headings or "data-scenario" in part.attributes
        ]
        assert told == [
            "h1 A page",
            *("h2 No snack, but a nap", "snore"),
            *("h2 Toast", "puff", "h3 A small puff", "blush"),
            *("h2 A sheep", "roar", "rumble"),
        ]

    def test_a_worked_example_has_its_answers_in_a_line_and_a_link_to_its_state(self) -> None:
        page = converted(block(f"tree: {TREE}", "show: scenarios", "page: snacks/index.md"))

        (example,) = (item for item in page.all("li") if item.attributes.get("data-scenario") == "blush")
        assert [step.seen_text for step in example.one("ul").all("li")] == [
            "Hungry: Yes",
            "Size: Bigger than a barn",
            "Shy: Yes",
        ]
        assert example.one("a").attributes["href"] == "#dragon-snack?hungry=yes&size=big&shy=yes&edition=3.1"
        assert example.one("a").seen_text == "See this result for A big dragon hides."

    def test_the_outcomes_of_worked_examples_stand_below_the_heading_of_their_block(self) -> None:
        text = block(f"tree: {TREE}", "show: scenarios", "page: snacks/index.md")

        page = converted(text.replace("# A page", "# A page\n\n```sh\n# no heading\n```\n\n## Examples"))

        assert [heading.seen_text for heading in page.all("h3")] == ["No snack, but a nap", "Toast", "A sheep"]
        assert [heading.seen_text for heading in page.all("h4")] == ["A small puff"]

    def test_the_title_of_an_outcome_is_no_markdown(self, tmp_path: Path) -> None:
        titles = ("C#", "Rate *a* and _b_ <i>", "1. First")
        nodes = "\n".join(f"  o{number}: {{title: '{_as_written(title)}'}}" for number, title in enumerate(titles))
        answers = "\n".join(f"      a{number}: {{label: A, go: o{number}}}" for number in range(3))
        examples = "\n".join(
            f"  s{number}: {{need: N, answers: {{q: a{number}}}, expect: o{number}}}" for number in range(3)
        )
        (tmp_path / "tree.yml").write_text(
            "format: 1\nid: t\ntitle: T\nedition: '1'\nstart: q\nquestions:\n  q:\n    ask: One?\n    answers:\n"
            f"{answers}\noutcomes:\n{nodes}\nscenarios:\n{examples}\n"
        )

        page = converted(block("tree: tree.yml", "show: scenarios"), docs_dir=str(tmp_path))

        assert [heading.seen_text for heading in page.all("h2")] == list(titles)

    def test_pages_are_linked_as_the_builder_publishes_them(self) -> None:
        text = block(f"tree: {TREE}", "page: snacks/index.md")

        assert addresses(converted(text, "other/page.md")) >= {"../../snacks/", "../../snacks/toast/"}
        assert addresses(converted(text, "other/page.md", use_directory_urls=False)) >= {
            "../snacks/index.html",
            "../snacks/toast.html",
        }

    def test_under_zensical_the_page_is_told_by_another_name(self) -> None:
        markdown = Markdown(extensions=[FingerpostExtension(docs_dir=str(DOCS))])
        markdown.treeprocessors.register(Builder(path="other/page.md"), "zrelpath", 0)

        page = read(markdown.convert(block(f"tree: {TREE}", "page: snacks/index.md")))

        assert "../../snacks/toast/" in addresses(page)

    def test_markdown_leaves_the_html_as_it_is(self) -> None:
        page = converted(block(f"tree: {TREE}", "show: scenarios") + "\n\n*After* it.")

        assert not [part for part in page.all("p") if part.raw_text.startswith("<")]
        assert [part.raw_text for part in page.all("em")] == ["After"]


class TestKeptTrees:
    """What was read by an earlier build is not read again, and nobody can tell."""

    @pytest.fixture
    def site(self, tmp_path: Path) -> Path:
        """A site with a tree that an earlier build has read."""
        shutil.copytree(DOCS, tmp_path / "docs")
        shutil.copyfile(DOCS.parent / "dragon.yml", tmp_path / "docs" / "dragon.yml")
        self.built(tmp_path)
        return tmp_path

    def built(self, site: Path) -> Element:
        """Return the page as a builder that was just started makes it."""
        for before in (fingerpost.site.extension._kept_before, fingerpost.site.extension._read_before):
            before.cache_clear()
        lines = ("tree: dragon.yml", "page: snacks/index.md")
        return converted(block(*lines), docs_dir=str(site / "docs"), cache_dir=str(site / "kept"))

    def test_the_page_is_the_same_without_reading(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        page = converted(block(f"tree: {TREE}", "page: snacks/index.md"))
        monkeypatch.delattr("fingerpost.source.read_source")

        assert self.built(site) == page

    def test_a_changed_tree_is_read_again(self, site: Path) -> None:
        tree = site / "docs" / "dragon.yml"
        text = tree.read_text(encoding="utf-8")
        tree.write_text(text.replace("3.1", "3.2"), encoding="utf-8")

        assert "edition=3.2" in str(self.built(site))

    def test_a_damaged_file_is_written_again(self, site: Path) -> None:
        (file,) = (site / "kept").iterdir()
        whole = file.read_bytes()
        file.write_bytes(whole[:100])

        assert self.built(site) == converted(block(f"tree: {TREE}", "page: snacks/index.md"))
        assert file.read_bytes() == whole

    def test_a_finding_about_another_file_has_its_place_all_the_same(self, site: Path) -> None:
        (site / "docs" / "snacks" / "toast.md").unlink()

        with pytest.raises(SystemExit, match=r"dragon\.yml:\d\d:\d+: page-not-found: "):
            self.built(site)


class TestExamples:
    @pytest.mark.parametrize(("outer", "inner"), [("````", "```"), ("~~~", "```"), ("```", "~~~"), ("~~~~", "~~~")])
    def test_a_block_inside_another_fence_stays_an_example(self, outer: str, inner: str) -> None:
        text = f"{outer}text\n{inner}decision-tree\ntree: nowhere.yml\n{inner}\n{outer}\n\nAfter it."

        page = converted(text)

        assert page.one("code").raw_text.strip() == f"{inner}decision-tree\ntree: nowhere.yml\n{inner}"
        assert page.one("p").raw_text == "After it."

    def test_other_languages_are_left_alone(self) -> None:
        assert converted("```yaml\ntree: x\n```").one("code").raw_text == "tree: x\n"


class TestWrongBlocks:
    @pytest.mark.parametrize(
        ("lines", "place", "part"),
        [
            ((f"tree: {TREE}", "colour: red"), "5:1", "'colour: red'"),
            ((f"tree: {TREE}", "just words"), "5:1", "'just words'"),
            (("show: questions",), "3:1", "does not name a tree"),
            ((f"tree: {TREE}", "show: everything"), "3:1", "'everything'"),
            ((f"tree: {TREE}", "show: ways", "outcome: supper"), "3:1", "no outcome 'supper'"),
            ((f"tree: {TREE}", "show: ways"), "3:1", "no outcome ''"),
        ],
    )
    def test_the_build_ends_with_the_place_and_the_way_out(self, lines: tuple[str, ...], place: str, part: str) -> None:
        with pytest.raises(SystemExit) as stopped:
            converted(block(*lines))

        message = str(stopped.value)
        assert message.startswith(f"{DOCS / 'snacks' / 'index.md'}:{place}: bad-block: ")
        assert part in message
        assert len(message.splitlines()) == 1

    def test_every_finding_of_a_broken_tree_is_told_at_once(self) -> None:
        with pytest.raises(SystemExit) as stopped:
            converted(block("tree: ../broken/everything-at-once.yml"))

        codes = [line.split(": ")[1] for line in str(stopped.value).splitlines()]
        assert {"missing-field", "unknown-field", "missing-target", "unreachable-outcome"} <= set(codes)

    def test_findings_can_stand_in_the_page_escaped(self) -> None:
        page = converted(block(f"tree: {TREE}", "show: <script>alert(1)</script>"), broken="show")

        (finding,) = page.all("li")
        assert "'show' can't be '<script>alert(1)</script>'." in finding.raw_text
        assert list(page.all("script", "decision-tree")) == []
        assert page.raw_text.endswith("After it.")

    def test_a_warning_stops_nothing(self, tree_file: Callable[[str | bytes], Path]) -> None:
        text = (DOCS.parent / "dragon.yml").read_text(encoding="utf-8")
        uncovered = tree_file(re.sub(r"\n  snore: .*", "", text))

        page = converted(block(f"tree: {uncovered}", "page: index.md"))

        assert page.one("decision-tree").attributes["tree"] == "dragon-snack"

    def test_the_line_is_that_of_the_file_although_builders_take_the_front_matter_away(self, tmp_path: Path) -> None:
        text = block("tree: nowhere.yml", "show: everything")
        (tmp_path / "page.md").write_text(f"---\ntitle: A page\n---\n\n{text}\n\n")

        with pytest.raises(SystemExit, match=r"page\.md:7:1: bad-block: "):
            converted(text, "page.md", docs_dir=str(tmp_path))
