"""Trees on other sites: the shapes of this site, in the colours of the theme, or of the browser without one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Page, expect

from fingerpost.site import browser_files
from fingerpost.site.extension import FingerpostExtension
from new_site import build_new_site, turn_engine_off
from site_server import SiteServer
from small_site import PAGE, write_site
from the_page import CHOOSE, tree

SHAPES = """(selectors) => Object.fromEntries(selectors.map((selector) => {
  const found = document.querySelector(selector);
  if (!found) return [selector, "is not there"];
  const style = getComputedStyle(found);
  const names = ["display", "fontWeight", "minHeight", "padding", "borderWidth", "borderStyle", "textAlign",
    "textDecorationLine"];
  // Other parts have the size of the site's running text.
  if (found.matches("summary, .fp-title, .fp-ask, .fp-label, .fp-note, .fp-button")) names.push("fontSize");
  return [selector, Object.fromEntries(names.map((name) => [name, style[name]]))];
}))"""

PARTS = [
    ".fp-widget",
    ".fp-title",
    ".fp-card .fp-ask",
    ".fp-card a.fp-answer",
    ".fp-card .fp-unsure a.fp-answer",
    ".fp-card .fp-label",
    ".fp-card .fp-note",
    ".fp-card details.fp-help",
    ".fp-card details.fp-help > summary",
    ".fp-map",
    ".fp-map-outline",
    ".fp-map-outline > summary",
    ".fp-entry",
    ".fp-entry .fp-ask",
    ".fp-entry > details",
    ".fp-entry > details > summary",
    ".fp-entry > details a.fp-answer",
    ".fp-entry-outcome .fp-button",
]
"""What a reader sees of a tree, as selectors."""

MARK = """(summary) => {
  const [line, mark] = [getComputedStyle(summary), getComputedStyle(summary, "::before")];
  return Math.abs(
    parseFloat(mark.top) + parseFloat(mark.height) / 2 -
    parseFloat(line.paddingTop) - parseFloat(line.lineHeight) / 2);
}"""
"""How far the mark of a fold is from the middle of its first line."""


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A site as an author starts it, but for the engine."""
    folder = build_new_site(tmp_path_factory.mktemp("new") / "site", change=turn_engine_off)
    with SiteServer(folder) as server:
        yield server


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_new_site_has_the_shapes_of_this_one(
    chromium: Browser, visit: Callable[..., Page], new_site: SiteServer, width: int
) -> None:
    size = {"width": width, "height": 800}
    ours = visit(CHOOSE, viewport=size)
    theirs = chromium.new_page(viewport={"width": width, "height": 800})
    theirs.goto(f"{new_site.address}choose/")

    for page in (ours, theirs):
        expect(page.locator(".fp-listing[data-live]")).to_be_attached()
    shapes = theirs.evaluate(SHAPES, PARTS)
    assert shapes == ours.evaluate(SHAPES, PARTS)
    assert [part for part, shape in shapes.items() if shape == "is not there"] == []
    theirs.close()


def test_the_mark_of_a_fold_is_in_the_middle_of_its_line(chromium: Browser, new_site: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(f"{new_site.address}choose/")
    folds = page.locator(":is(.fp-fold, .fp-help) > summary").all()

    assert len(folds) > 4
    assert [fold.inner_text() for fold in folds if fold.evaluate(MARK) > 0.5] == []
    page.close()


def test_keys_scroll_a_picture_that_is_wider_than_its_box(chromium: Browser, new_site: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(f"{new_site.address}choose/")
    box = page.locator(".fp-map-scroll")
    expect(box).not_to_have_attribute("tabindex", "0")

    box.evaluate("(box) => { box.style.width = '10rem'; dispatchEvent(new Event('resize')); }")

    expect(box).to_have_attribute("tabindex", "0")
    expect(box).to_have_attribute("aria-labelledby", str(box.locator("title").get_attribute("id")))
    page.close()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A page that Python-Markdown alone has made, without a theme."""
    folder = tmp_path_factory.mktemp("plain")
    write_site(folder, "")
    extension = FingerpostExtension(docs_dir=str(folder / "docs"), page="index.md", engine=False)
    body = Markdown(extensions=["fenced_code", extension]).convert(PAGE)
    shutil.copytree(browser_files.folder(), folder / "site" / "fp")
    head = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Snacks</title><style>:root { color-scheme: light '
        'dark }</style><link rel="stylesheet" href="fp/fingerpost.css"><script type="module" src="fp/fingerpost.mjs">'
        "</script><body>"
    )
    (folder / "site" / "index.html").write_text(head + body, encoding="utf-8")
    with SiteServer(folder / "site") as server:
        yield server


def test_without_a_theme_answers_are_buttons_in_the_colours_of_the_browser(
    chromium: Browser, plain: SiteServer
) -> None:
    seen: dict[str, list[str]] = {}
    for scheme in ("light", "dark"):
        page = chromium.new_page(color_scheme=scheme)
        page.goto(plain.address)
        given = tree(page).locator("[data-answer='yes']")
        assert given.evaluate("(it) => getComputedStyle(it).borderStyle") == "solid"
        assert given.evaluate("(it) => getComputedStyle(it).display") == "grid"
        sizes = "() => [...document.querySelectorAll('decision-tree :is(a, p, span)')].map((it) => "
        assert page.evaluate(f"Math.min(...({sizes}parseFloat(getComputedStyle(it).fontSize)))())") >= 12
        colours = "(it) => [getComputedStyle(it).backgroundColor, getComputedStyle(it).color]"
        seen[scheme] = page.locator(".fp-widget").evaluate(colours)
        page.close()

    assert seen["light"] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert seen["dark"] == ["rgb(18, 18, 18)", "rgb(255, 255, 255)"]
