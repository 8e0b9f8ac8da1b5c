"""The files for other programs, below the list of every question: downloaded with and without scripts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fingerpost.cli import main
from fingerpost.export.formats import FORMATS
from project.paths import DOCS

TREES = {
    "choose/": ["choose/tree.yml"],
    "authors/trees/two-trees/": ["authors/trees/incident/tree.yml", "authors/trees/licence/tree.yml"],
}
"""The trees of each page, in order."""

SITE = os.environ.get("SITE_URL", "")
FOLD = ".fp-downloads"


def exported(tree: str, name: str, page: str, folder: Path) -> bytes:
    """Return what the command writes."""
    file = folder / "exported"
    # Without a fixed address, links count from the page.
    place = ["--address", f"{SITE.rstrip('/')}/{page}"] if SITE else ["--page", f"{page}index.md"]
    assert main(["export", str(DOCS / tree), "--to", name, "-o", str(file), *place]) == 0
    return file.read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("address", TREES)
def test_each_link_downloads_what_the_command_writes(
    visit: Callable[..., Page], tmp_path: Path, address: str, *, scripts: bool
) -> None:
    page = visit(address, java_script_enabled=scripts, viewport={"width": 360, "height": 800})

    expect(page.locator(FOLD)).to_have_count(len(TREES[address]))
    for tree, fold in zip(TREES[address], page.locator(FOLD).all(), strict=True):
        fold.locator("summary").click()
        links = fold.locator("a[download]")
        expect(links).to_have_text([each.title for each in FORMATS.values()])
        for (name, each), link in zip(FORMATS.items(), links.all(), strict=True):
            with page.expect_download() as started:
                link.click()
            assert started.value.suggested_filename == each.file
            assert Path(started.value.path()).read_bytes() == exported(tree, name, address, tmp_path)


def test_the_fold_works_with_the_keyboard(visit: Callable[..., Page]) -> None:
    page = visit("choose/")
    fold = page.locator(f"{FOLD} details")

    expect(fold).not_to_have_attribute("open", "")
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(fold.locator("a").first).to_be_focused()
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename == next(iter(FORMATS.values())).file


@pytest.mark.parametrize("address", TREES)
def test_the_fold_fits_on_a_narrow_screen(visit: Callable[..., Page], address: str) -> None:
    page = visit(address, viewport={"width": 320, "height": 800})
    for fold in page.locator(f"{FOLD} summary").all():
        fold.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_fold_is_not_printed(visit: Callable[..., Page]) -> None:
    page = visit("choose/")
    page.locator(f"{FOLD} summary").click()
    page.emulate_media(media="print")

    expect(page.locator(FOLD)).to_be_hidden()
