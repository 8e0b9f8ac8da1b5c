"""A tree in a page of another origin keeps its looks, and takes those that the page gives it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from axe_core import run_axe
from host_page import HostPage, element, give, host_page, to_publish_subscribe
from project.paths import SITE
from site_server import SiteServer
from small_site import build

pytestmark = pytest.mark.provokes("other origin", "a page of another origin shows trees of the site")

SPHINX = """
*, *::before { all: revert; margin: 3px !important; text-transform: uppercase; letter-spacing: 4px }
html { font-size: 62.5% }
body { font: italic 700 9px/0.9 monospace; text-align: center; color: silver; background: #222 }
a, a:visited { color: lime !important; text-decoration: none; display: block }
h2, h3, p, section, div { background: purple; padding: 40px; font-size: 80px }
.fp-widget, .fp-answer, .fp-ask, decision-tree a { display: none !important }
decision-tree[tree] { visibility: hidden }
"""
"""What a page can do to the element and all that it might think is in it, worse than any theme."""


LOOKS = """(tree) => [".fp-widget", ".fp-title", ".fp-ask", "a.fp-answer", ".fp-label", "summary"].map((part) => {
  const style = getComputedStyle(tree.querySelector(part));
  return ["display", "color", "backgroundColor", "fontSize", "fontWeight", "fontStyle", "lineHeight", "padding",
    "textAlign", "textTransform", "letterSpacing", "visibility", "textDecorationLine"].map((name) => style[name]);
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_the_style_of_the_page_changes_nothing_but_colours_that_it_sets(
    chromium: Browser, trees: SiteServer, width: int
) -> None:
    size = {"width": width, "height": 800}
    head = '<link rel="stylesheet" href="host.css">'
    with (
        host_page(chromium, trees, element(trees), viewport=size) as plain,
        host_page(chromium, trees, element(trees), head=head, files={"host.css": SPHINX}, viewport=size) as hostile,
    ):
        for host in (plain, hostile):
            expect(host.tree().locator("a.fp-answer").first).to_be_visible()
        assert hostile.tree().evaluate(LOOKS) == plain.tree().evaluate(LOOKS)
        assert hostile.page.evaluate("document.documentElement.scrollWidth") <= width
        assert hostile.faults == plain.faults == []


def test_properties_and_parts_theme_it_and_nothing_leaks_out(chromium: Browser, trees: SiteServer) -> None:
    css = (
        "decision-tree { --fp-accent: rgb(1, 2, 3); --fp-ground: rgb(4, 5, 6); --fp-font: monospace }"
        "decision-tree::part(answer) { border-radius: 9px } decision-tree::part(question) { font-style: italic }"
    )
    body = f'<p class="fp-ask fp-widget" id="theirs">Mine</p>{element(trees)}'
    with host_page(chromium, trees, body, head='<link rel="stylesheet" href="a.css">', files={"a.css": css}) as host:
        answer = host.tree().locator("a.fp-answer").first
        expect(host.tree().locator(".fp-label").first).to_have_css("color", "rgb(1, 2, 3)")
        expect(host.tree().locator(".fp-widget")).to_have_css("background-color", "rgb(4, 5, 6)")
        expect(answer).to_have_css("border-radius", "9px")
        expect(answer).to_have_css("font-family", "monospace")
        expect(host.tree().locator(".fp-ask")).to_have_css("font-style", "italic")
        give(host.tree(), ("proactive-request", "no"))
        host.wait_for_engine()
        # Drawn by the engine.
        expect(host.tree().locator("a.fp-answer").first).to_have_css("border-radius", "9px")
        theirs = host.page.locator("#theirs")
        assert theirs.evaluate("(it) => getComputedStyle(it).fontWeight + getComputedStyle(it).padding") == "4000px"
        assert host.faults == []


def test_it_works_in_a_page_of_another_documentation_system(
    chromium: Browser, trees: SiteServer, tmp_path: Path
) -> None:
    """Material for MkDocs: its own scripts, styles and policy, and the colours of its theme."""
    script = f"{trees.address}assets/fingerpost/embed.mjs"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(f"# Guide\n\n{element(trees)}\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Theirs\ntheme: {name: material, font: false, palette: {scheme: slate}, "
        f"features: [navigation.instant]}}\nextra_javascript: [{{path: '{script}', type: module}}]\n",
        encoding="utf-8",
    )
    status, printed = build(tmp_path, "--strict")
    assert status == 0, printed

    with host_page(chromium, trees, built=tmp_path / "site") as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        ink = "(it) => getComputedStyle(it).color"
        assert host.tree().locator("summary").first.evaluate(ink) == host.page.locator(".md-content a").first.evaluate(
            ink
        )
        assert host.page.url.endswith("/")
        assert host.faults == []


def test_every_part_of_the_manifest_is_there(chromium: Browser, trees: SiteServer) -> None:
    seen: set[str] = set()
    with host_page(chromium, trees, element(trees, fragment="#integration-pattern?no-such=thing")) as host:
        expect(host.tree().locator("a.fp-answer").first).to_be_visible()
        host.tree().locator("a.fp-answer").first.hover()
        host.wait_for_engine()
        expect(host.tree().locator(".fp-notices")).to_be_visible()
        seen |= parts(host)
        to_publish_subscribe(host.tree())
        expect(host.tree().locator("[data-panel='record']")).to_be_visible()
        seen |= parts(host)
    with host_page(chromium, trees, element(trees, fragment="no-such-page/")) as host:
        seen |= parts(host)

    manifest = json.loads((SITE / "assets/fingerpost/custom-elements.json").read_text(encoding="utf-8"))
    (declared,) = manifest["modules"][0]["declarations"]
    assert seen == {part["name"] for part in declared["cssParts"]}


def parts(host: HostPage) -> set[str]:
    """Return the names of all parts on the page."""
    expect(host.page.locator("decision-tree [part]").first).to_be_attached()
    found = "(host) => [...host.shadowRoot.querySelectorAll('[part]')].flatMap((it) => [...it.part])"
    return set(host.page.locator("#one").evaluate(found))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(chromium: Browser, trees: SiteServer, scheme: Literal["light", "dark"]) -> None:
    head = '<meta name="color-scheme" content="light dark">'
    with host_page(chromium, trees, element(trees), head=head, color_scheme=scheme) as host:
        expect(host.tree().locator("a.fp-answer").first).to_be_visible()
        assert run_axe(host.page, {}, "#one") == []
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        host.tree().evaluate("(tree) => tree.querySelectorAll('details').forEach((fold) => (fold.open = true))")
        assert run_axe(host.page, {}, "#one") == []


def test_a_dark_page_has_a_dark_tree(chromium: Browser, trees: SiteServer) -> None:
    head = '<meta name="color-scheme" content="light dark">'
    with host_page(chromium, trees, element(trees), head=head, color_scheme="dark") as host:
        expect(host.tree().locator(".fp-widget")).to_have_css("background-color", "rgb(18, 18, 18)")
        expect(host.tree().locator(".fp-ask")).to_have_css("color", "rgb(255, 255, 255)")
