"""The blocks of a page: which are replaced, and by what when a tree is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from example_trees import DRAGON
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

    codes = [line.split(": ")[2] for line in str(stopped.value).splitlines()]
    assert {"unknown-field", "missing-target", "unknown-consideration", "scenario-fails"} == set(codes)


def test_findings_can_stand_in_the_page_escaped() -> None:
    page = converted(block(f"tree: {TREE}", "show: <script>alert(1)</script>"), broken="show")

    (finding,) = page.all("li")
    assert "'show' can't be '<script>alert(1)</script>'." in finding.raw_text
    assert list(page.all("script", "decision-tree")) == []
    assert page.raw_text.endswith("After it.")


def test_a_warning_stops_nothing(tree_file: Callable[[str | bytes], Path]) -> None:
    text = (DOCS.parent / "dragon.yml").read_text(encoding="utf-8")
    uncovered = tree_file(re.sub(r"\n  snore: .*", "", text).replace("id: dragon-snack", "id: uncovered"))

    page = converted(block(f"tree: {uncovered}", "page: index.md"))

    assert page.one("decision-tree").attributes["tree"] == "uncovered"


def test_the_line_is_that_of_the_file_although_builders_cut_off_the_front_matter(tmp_path: Path) -> None:
    text = block("tree: nowhere.yml", "show: everything")
    (tmp_path / "page.md").write_text(f"---\ntitle: A page\n---\n\n{text}\n\n")

    with pytest.raises(SystemExit, match=r"page\.md:7:1: error: bad-block: "):
        converted(text, "page.md", docs_dir=str(tmp_path))


def _site_of_two(folder: Path, second: str) -> None:
    text = re.sub(r"\n    page: .*", "", DRAGON.read_text(encoding="utf-8"))
    (folder / "one.yml").write_text(text, encoding="utf-8")
    (folder / "two.yml").write_text(text.replace("id: dragon-snack", f"id: {second}"), encoding="utf-8")


def test_two_trees_of_one_id_stop_the_build(tmp_path: Path) -> None:
    """Whether they are on one page or on two, and whether or not the builder makes an extension for each page."""
    _site_of_two(tmp_path, "dragon-snack")
    converted(block("tree: one.yml"), docs_dir=str(tmp_path))

    with pytest.raises(SystemExit) as stopped:
        converted(block("tree: two.yml"), page="other/index.md", docs_dir=str(tmp_path))

    assert str(stopped.value) == (
        f"{tmp_path}/two.yml:3:5: error: same-tree-id: The tree in {tmp_path}/one.yml also has the id 'dragon-snack', "
        "so links to one of the two would open the other. Give one of them another id."
    )


def test_an_id_that_the_other_tree_no_longer_has_is_free(tmp_path: Path) -> None:
    """An author who corrects the first file while the builder serves the site is not stopped."""
    _site_of_two(tmp_path, "dragon-snack")
    converted(block("tree: one.yml"), docs_dir=str(tmp_path))
    first = tmp_path / "one.yml"
    first.write_text(first.read_text(encoding="utf-8").replace("id: dragon-snack", "id: first"), encoding="utf-8")

    page = converted(block("tree: two.yml"), docs_dir=str(tmp_path))

    assert page.all("decision-tree")


def test_two_sites_can_have_trees_of_one_id(tmp_path: Path) -> None:
    """Only the trees of one documentation folder are compared, and one tree may be on many pages."""
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        _site_of_two(tmp_path / name, "other")
        converted(block("tree: one.yml"), docs_dir=str(tmp_path / name))
        converted(block("tree: one.yml"), page="other/index.md", docs_dir=str(tmp_path / name))

        assert converted(block("tree: two.yml"), docs_dir=str(tmp_path / name)).all("decision-tree")
