"""Trees in the cache: a later build does not read them again; its pages and its findings are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from built_site import Element
from example_trees import TREES
from fingerpost.findings.finding import Finding
from fingerpost.site import checked_tree
from pages_with_blocks import DOCS, TREE, block, converted
from project.paths import ROOT


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a tree that an earlier build has read."""
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copyfile(DOCS.parent / "dragon.yml", tmp_path / "docs" / "dragon.yml")
    built(tmp_path)
    return tmp_path


def built(site: Path) -> Element:
    """Return the page as a newly started builder makes it."""
    checked_tree._reading.cache_clear()
    lines = ("tree: dragon.yml", "page: snacks/index.md")
    return converted(block(*lines), docs_dir=str(site / "docs"), cache_dir=str(site / "cache"))


def test_the_page_is_the_same_without_reading(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = converted(block(f"tree: {TREE}", "page: snacks/index.md"))
    monkeypatch.delattr("fingerpost.source.read_source")

    assert built(site) == page


def test_a_changed_tree_is_read_again(site: Path) -> None:
    tree = site / "docs" / "dragon.yml"
    text = tree.read_text(encoding="utf-8")
    tree.write_text(text.replace("3.1", "3.2"), encoding="utf-8")

    assert "edition=3.2" in str(built(site))


def test_a_damaged_file_is_written_again(site: Path) -> None:
    (file,) = (site / "cache").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:100])

    assert built(site) == converted(block(f"tree: {TREE}", "page: snacks/index.md"))
    assert file.read_bytes() == whole


def test_a_finding_about_another_file_still_has_its_position(site: Path) -> None:
    (site / "docs" / "snacks" / "toast.md").unlink()

    with pytest.raises(SystemExit, match=r"dragon\.yml:\d\d:\d+: error: page-not-found: "):
        built(site)


def test_an_anchor_that_another_page_has_lost_is_found_in_a_later_build(site: Path) -> None:
    tree, page = site / "docs" / "dragon.yml", site / "docs" / "snacks" / "nap.md"
    text = tree.read_text(encoding="utf-8")
    linked = text.replace("Well done on both sides.", "After [a nap](snacks/nap.md#long).")
    tree.write_text(linked, encoding="utf-8")
    page.write_text("# Nap\n\n## Long\n", encoding="utf-8")
    built(site)
    before = checked_tree.checked_tree(tree, site / "docs", site / "cache")[1]
    page.write_text("# Nap\n", encoding="utf-8")

    after = checked_tree.checked_tree(tree, site / "docs", site / "cache")[1]

    assert "anchor-not-found" not in {finding.code for finding in before}
    (lost,) = (finding for finding in after if finding.code == "anchor-not-found")
    assert lost.place.line == linked[: linked.index("#long")].count("\n") + 1


@pytest.mark.parametrize("file", [*sorted(TREES.glob("*.yml")), *sorted((ROOT / "docs").rglob("tree.yml"))], ids=str)
def test_a_second_build_reports_the_same_as_the_first(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The scenario of a way is gone, so the way is a warning, and so is the character that nobody sees.
    text = file.read_text(encoding="utf-8")
    ways = text.index("\nscenarios:")
    text = text[:ways].replace("title: ", "title: \N{ZERO WIDTH SPACE}", 1)
    tree = tmp_path / "docs" / "tree.yml"
    tree.parent.mkdir()
    tree.write_text(text, encoding="utf-8")

    def check(docs_dir: Path) -> list[Finding]:
        checked_tree._reading.cache_clear()
        return checked_tree.checked_tree(tree, docs_dir, tmp_path / "cache")[1]

    first = check(tree.parent)
    monkeypatch.delattr("fingerpost.source.read_source")

    assert check(tree.parent) == first
    assert {"invisible-character", "uncovered-way"} <= {finding.code for finding in first}
    assert all(finding.place.file == str(tree) and finding.place.line for finding in first)
