"""Tables that go on, titles in the footer, lists of ways, the mark of the focus in a drawing, names of headings."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator

from accessibility_tree import headings
from built_site import pages
from the_page import CHOOSE, Visit, wait_for_engine

WIDE_TABLE = "authors/options/"
FITTING_TABLE = "about/source-and-licence/"


def edges(box: Locator) -> tuple[bool, bool]:
    """Return whether the left and the right edge of a box is darker or lighter than what stands beside it.

    The cells are hidden, so that nothing but the box itself is drawn.
    """
    box.evaluate("(box) => { for (const cell of box.querySelectorAll('td, th')) cell.style.visibility = 'hidden'; }")
    taken = Image.open(io.BytesIO(box.screenshot(animations="disabled"))).convert("RGB")
    line = taken.height // 2
    ground = taken.getpixel((taken.width // 2, line))
    assert isinstance(ground, tuple)

    def differs(x: int) -> bool:
        colour = taken.getpixel((x, line))
        assert isinstance(colour, tuple)
        return max(abs(one - other) for one, other in zip(colour, ground, strict=True)) > 40

    # Within a border.
    return differs(2), differs(taken.width - 3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_table_has_a_shadow_where_it_goes_on(visit: Visit, scripts: bool, scheme: str) -> None:
    page = visit(WIDE_TABLE, viewport={"width": 360, "height": 800}, color_scheme=scheme, java_script_enabled=scripts)
    box = page.locator(".md-typeset__scrollwrap" if scripts else ".md-typeset table").first
    assert box.evaluate("(box) => box.scrollWidth > box.clientWidth + 40")

    at_the_start = edges(box)
    box.evaluate("(box) => { box.scrollLeft = 40; }")
    in_the_middle = edges(box)
    box.evaluate("(box) => { box.scrollLeft = box.scrollWidth; }")
    at_the_end = edges(box)

    assert (at_the_start, in_the_middle, at_the_end) == ((False, True), (True, True), (True, False))


def test_a_table_that_fits_has_none(visit: Visit) -> None:
    page = visit(FITTING_TABLE, viewport={"width": 1280, "height": 800})
    box = page.locator(".md-typeset__scrollwrap").first
    assert box.evaluate("(box) => box.scrollWidth === box.clientWidth")

    assert edges(box) == (False, False)


@pytest.mark.long
def test_the_footer_shows_every_title_whole(visit: Visit) -> None:
    page = visit()
    root = page.url
    cut: dict[tuple[str, int], list[str]] = {}

    for address in pages():
        page.goto(root + address)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            cut[address, width] = page.locator(".md-footer__link").evaluate_all(
                """(links) => links.filter((link) => {
                  const title = link.querySelector(".md-ellipsis");
                  const range = document.createRange();
                  range.selectNodeContents(title);
                  const words = range.getBoundingClientRect();
                  const box = title.getBoundingClientRect();
                  return !title.checkVisibility() || words.width === 0 || words.right > box.right + 1
                    || words.left < box.left - 1 || words.bottom > box.bottom + 4 || box.right > innerWidth
                    || box.left < 0;
                }).map((link) => link.ariaLabel)"""
            )

    assert {where: links for where, links in cut.items() if links} == {}


def test_the_focus_has_the_same_mark_in_the_picture_of_the_tree(visit: Visit) -> None:
    page = visit(CHOOSE, viewport={"width": 1280, "height": 900})
    wait_for_engine(page)
    mark = """(control) => {
      control.focus();
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(control);
      return [outlineColor, outlineStyle, outlineWidth];
    }"""
    page.keyboard.press("Tab")
    node = page.locator(".fp-map-node").first

    elsewhere = page.locator("a.fp-answer").first.evaluate(mark)
    edge = page.locator("a.fp-answer").first.evaluate("(answer) => getComputedStyle(answer).boxShadow")

    assert node.evaluate(mark) == elsewhere
    assert node.locator("rect").evaluate("(rect) => getComputedStyle(rect).stroke") == edge.split(" 0px")[0]


@pytest.mark.parametrize("address", ["", CHOOSE, "patterns/registry-repository/", "reference/tree-format/"])
def test_a_heading_is_named_by_its_text_alone(visit: Visit, address: str) -> None:
    page = visit(address)
    if address == CHOOSE:
        wait_for_engine(page)
    written = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
        """(headings) => headings.filter((heading) => heading.checkVisibility({ visibilityProperty: true }))
          .map((heading) => {
            const copy = heading.cloneNode(true);
            for (const sign of copy.querySelectorAll(".headerlink")) sign.remove();
            return copy.textContent.replace(/\\s+/g, " ").trim();
          })"""
    )

    spoken = [name.strip() for name in headings(page)]

    assert written
    # Chromium puts a space where a line may break.
    assert sorted(name.replace("/ ", "/") for name in spoken) == sorted(written)
