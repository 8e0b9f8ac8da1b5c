"""The blocks of a page: which are replaced, and by what when a tree is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pages_with_blocks import DOCS, TREE, block, converted


@pytest.mark.parametrize(("outer", "inner"), [("````", "```"), ("~~~", "```"), ("```", "~~~"), ("~~~~", "~~~")])
def test_a_block_inside_another_fence_stays_an_example(outer: str, inner: str) -> None:
    text = f"{outer}text\n{inner}decision-tree\ntree: nowhere.yml\n{inner}\n{outer}\n\nAfter it."

    page = converted(text)

    assert page.one("code").raw_text.strip() == f"{inner}decision-tree\ntree: nowhere.yml\n{inner}"
    assert page.one("p").raw_text == "After it."


def test_other_languages_are_left_alone() -> None:
    assert converted("```yaml\ntree: x\n```").one("code").raw_text == "tree: x\n"


def test_markdown_leaves_the_html_as_it_is() -> None:
    page = converted(block(f"tree: {TREE}", "show: scenarios") + "\n\n*After* it.")

    assert not [part for part in page.all("p") if part.raw_text.startswith("<")]
    assert [part.raw_text for part in page.all("em")] == ["After"]


def test_every_finding_of_a_broken_tree_is_reported_at_once() -> None:
    with pytest.raises(SystemExit) as stopped:
        converted(block("tree: ../broken/everything-at-once.yml"))

    codes = [line.split(": ")[1] for line in str(stopped.value).splitlines()]
    assert {"missing-field", "unknown-field", "missing-target", "unreachable-outcome"} <= set(codes)


def test_findings_can_stand_in_the_page_escaped() -> None:
    page = converted(block(f"tree: {TREE}", "show: <script>alert(1)</script>"), broken="show")

    (finding,) = page.all("li")
    assert "'show' can't be '<script>alert(1)</script>'." in finding.raw_text
    assert list(page.all("script", "decision-tree")) == []
    assert page.raw_text.endswith("After it.")


def test_a_warning_stops_nothing(tree_file: Callable[[str | bytes], Path]) -> None:
    text = (DOCS.parent / "dragon.yml").read_text(encoding="utf-8")
    uncovered = tree_file(re.sub(r"\n  snore: .*", "", text))

    page = converted(block(f"tree: {uncovered}", "page: index.md"))

    assert page.one("decision-tree").attributes["tree"] == "dragon-snack"


def test_the_line_is_that_of_the_file_although_builders_cut_off_the_front_matter(tmp_path: Path) -> None:
    text = block("tree: nowhere.yml", "show: everything")
    (tmp_path / "page.md").write_text(f"---\ntitle: A page\n---\n\n{text}\n\n")

    with pytest.raises(SystemExit, match=r"page\.md:7:1: bad-block: "):
        converted(text, "page.md", docs_dir=str(tmp_path))
