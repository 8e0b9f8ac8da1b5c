"""Write and see with `mkdocs serve`, in the browser: each build loads the open page again, and the answers stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from served_site import ServedSite
from small_site import TREE, write_site
from the_page import answer, expect_question, tree, wait_for_engine

SETTINGS = """\
site_name: Snacks
theme: {name: material, font: false}
plugins: [search, fingerpost]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site."""
    write_site(tmp_path, SETTINGS)
    return tmp_path


@pytest.fixture
def page(chromium: Browser, folder: Path) -> Iterator[Page]:
    """The page with the tree, after one answer; what goes wrong on it fails the test."""
    faults: list[str] = []
    with ServedSite(folder) as served:
        page = chromium.new_page()
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(served.address)
        wait_for_engine(page)
        answer(page, "yes")
        expect_question(page, "size")
        yield page
        page.close()
    assert faults == []


def test_answers_stay_after_a_build(page: Page, folder: Path) -> None:
    """The page loads again by itself, and stands at the same question, in its new words."""
    with page.expect_navigation():
        (folder / "docs" / "tree.yml").write_text(TREE.replace("Is it big?", "How big is it?"), encoding="utf-8")

    expect_question(page, "size")
    expect(tree(page).get_by_text("How big is it?").first).to_be_visible()


def test_a_broken_tree_shows_its_findings_and_the_answers_stay(page: Page, folder: Path) -> None:
    """The findings stand in the page until the next good build; then the reader is where they were."""
    with page.expect_navigation():
        (folder / "docs" / "tree.yml").write_text(TREE.replace("go: sheep", "go: sheap"), encoding="utf-8")

    expect(page.get_by_role("alert")).to_contain_text("missing-target")
    expect(page.locator("decision-tree")).to_have_count(0)
    with page.expect_navigation():
        (folder / "docs" / "tree.yml").write_text(TREE, encoding="utf-8")
    expect(page.get_by_role("alert").filter(has_text="missing-target")).to_have_count(0)
    expect_question(page, "size")
