"""The words in diagrams can be read at every width: they are never drawn smaller than 12 pixels.

A picture that is wider than its box scrolls in it. The box says so: at its edges, and to the keyboard by a stop.
"""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from built_site import page as built
from built_site import pages
from the_page import Visit

PICTURES = ".seq-picture, .fp-map-picture, .fp-plan-picture"
BOXES = ".seq-scroll, .fp-map-scroll"
WIDTHS = (320, 360, 768, 1280)

# What is drawn: the size of each word's letters, as its picture is scaled.
SIZES = """(pictures) => pictures.filter((picture) => picture.checkVisibility())
  .flatMap((picture) => [...picture.querySelectorAll("text")])
  .map((word) => parseFloat(getComputedStyle(word).fontSize) * word.getScreenCTM().d)"""

# What a box is to the keyboard and to assistive technology, and whether it scrolls.
STOPS = """(boxes) => boxes.filter((box) => box.checkVisibility()).map((box) => ({
  scrolls: box.scrollWidth > box.clientWidth,
  focus: box.tabIndex === 0,
  name: document.getElementById(box.getAttribute("aria-labelledby"))?.textContent ?? "",
}))"""


def edges_shaded(box: Locator) -> tuple[bool, bool]:
    """Return whether the left edge of a box and the right one are shaded, below the picture in it."""
    taken = Image.open(io.BytesIO(box.screenshot())).convert("L")
    below = taken.tobytes()[-8 * taken.width :]
    left, middle, right = (below[x] for x in (4, taken.width // 2, taken.width - 5))
    return abs(left - middle) > 20, abs(right - middle) > 20


WITH_PICTURES = [
    address
    for address in pages()
    if any("picture" in svg.attributes.get("class", "") for svg in built(address).all("svg"))
]


# The pages of examples are drawn alike; `--long` has all of them.
FEW_EXAMPLES = [
    pytest.param(address, marks=pytest.mark.long) if address.startswith("examples/") and number % 6 else address
    for number, address in enumerate(WITH_PICTURES)
]


def test_there_are_pictures_of_both_kinds() -> None:
    assert {"choose/", "authors/trees/licence/", "patterns/publish-subscribe/"} <= set(WITH_PICTURES)


@pytest.mark.parametrize("address", FEW_EXAMPLES)
def test_words_in_pictures_can_be_read(visit: Visit, address: str) -> None:
    page = visit(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})

        sizes: list[float] = page.locator(PICTURES).evaluate_all(SIZES)

        assert [size for size in sizes if size < 12] == []
        # In the place of a picture of a tree, a narrow screen has the outline.
        assert sizes or page.locator(".fp-map-outline").first.is_visible()
        # The menu may still be on its way out of the window.
        page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


@pytest.mark.parametrize("address", FEW_EXAMPLES)
def test_a_box_is_a_stop_with_the_name_of_its_picture_where_it_scrolls_alone(visit: Visit, address: str) -> None:
    page = visit(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("() => new Promise(requestAnimationFrame)")

        for box in page.locator(BOXES).evaluate_all(STOPS):
            assert (box["focus"], box["name"] != "") == (box["scrolls"], box["scrolls"]), width


@pytest.mark.parametrize("address", [address for address in WITH_PICTURES if address.startswith("patterns/")])
def test_a_sequence_diagram_fits_into_a_wide_window(visit: Visit, address: str) -> None:
    page = visit(address, viewport={"width": 1280, "height": 800})

    assert [box["scrolls"] for box in page.locator(BOXES).evaluate_all(STOPS)] == [False]
    assert edges_shaded(page.locator(BOXES)) == (False, False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("address", "width"),
    [("patterns/publish-subscribe/", 360), ("authors/trees/licence/", 768)],
    ids=["sequence", "map"],
)
def test_an_edge_is_shaded_while_there_is_more_behind_it(visit: Visit, address: str, width: int, scheme: str) -> None:
    page = visit(address, viewport={"width": width, "height": 800}, color_scheme=scheme)
    box = page.locator(BOXES).first
    box.scroll_into_view_if_needed()

    assert edges_shaded(box) == (False, True)
    box.evaluate("(box) => { box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2; }")
    assert edges_shaded(box) == (True, True)
    box.evaluate("(box) => { box.scrollLeft = box.scrollWidth; }")
    assert edges_shaded(box) == (True, False)


def test_the_focus_brings_what_is_behind_the_edge_of_a_map_into_sight(visit: Visit) -> None:
    page = visit("authors/trees/licence/", viewport={"width": 768, "height": 800})
    last = page.locator(".fp-map-picture a").last
    expect(last).not_to_be_in_viewport(ratio=0.99)

    last.focus()

    expect(last).to_be_in_viewport(ratio=0.99)
