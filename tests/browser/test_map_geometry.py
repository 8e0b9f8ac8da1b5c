"""As the browser draws it, nothing in the picture of a tree is in the way of anything, whatever is answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from built_site import page as built
from built_site import pages
from the_page import Visit

ADDRESSES = [
    address
    for address in pages()
    if any(svg.attributes.get("class") == "fp-map-picture" for svg in built(address).all("svg"))
]

# Every line of words with the boxes that it may not touch. Bold letters are the widest, and any node may become bold.
FAULTS = """(pictures) => pictures.flatMap((picture) => {
  picture.querySelectorAll("text").forEach((word) => { word.style.fontWeight = 700; });
  const area = (part, what) => {
    const { x, y, width, height } = part.getBBox();
    return { what, left: x, top: y, right: x + width, bottom: y + height };
  };
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const holds = (a, b) => a.left <= b.left && b.right <= a.right && a.top <= b.top && b.bottom <= a.bottom;
  const { width, height } = picture.viewBox.baseVal;
  const frame = { left: 0, top: 0, right: width, bottom: height };
  // The lines of one text are as close as its typeface wants them.
  const group = (part) => [...part.querySelectorAll("text")].map((word) => area(word, word.textContent))
    .reduce((a, b) => ({ what: `${a.what} ${b.what}`, left: Math.min(a.left, b.left), top: Math.min(a.top, b.top),
      right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) }));
  const nodes = [...picture.querySelectorAll(".fp-map-node")].map((node) => ({
    box: area(node.querySelector("rect"), node.dataset.node), words: group(node) }));
  const labels = [...picture.querySelectorAll(".fp-map-edge")].map(group);
  return [
    ...nodes.filter(({ box, words }) => !holds(box, words)).map(({ words }) => `${words.what} leaves its box`),
    ...labels.flatMap((label, number) => [...labels.slice(number + 1), ...nodes.map(({ box }) => box)]
      .filter((other) => overlap(label, other)).map((other) => `${label.what} overlaps ${other.what}`)),
    ...[...labels, ...nodes.map(({ box }) => box)].filter((each) => !holds(frame, each))
      .map((each) => `${each.what} leaves the picture`),
  ];
})"""


def faults(page: Page) -> list[str]:
    """Return what is in the way of what in the pictures of a page."""
    return page.locator(".fp-map-picture").evaluate_all(FAULTS)


def test_the_trees_of_this_site_are_drawn() -> None:
    assert {"choose/", "authors/trees/licence/", "authors/trees/two-trees/"} <= set(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_words_have_room(visit: Visit, address: str) -> None:
    page = visit(address, viewport={"width": 1280, "height": 900})
    page.evaluate("document.fonts.ready")

    assert faults(page) == []


def test_letters_of_another_typeface_have_room_too(visit: Visit) -> None:
    page = visit("authors/trees/licence/", viewport={"width": 1280, "height": 900})
    page.locator(".fp-map").evaluate_all("maps => maps.forEach((map) => { map.style.fontFamily = 'sans-serif'; })")

    assert faults(page) == []


def test_words_that_are_in_the_way_would_be_noticed(visit: Visit) -> None:
    page = visit("authors/trees/licence/", viewport={"width": 1280, "height": 900})
    page.locator(".fp-map-picture text").first.evaluate(
        "word => { word.textContent = 'A name without an end '.repeat(9); }"
    )

    assert faults(page) != []
