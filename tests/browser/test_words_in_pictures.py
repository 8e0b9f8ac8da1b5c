"""The words in diagrams can be read at every width: they are never drawn smaller than 12 pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

# What is drawn smallest: the size of the letters, as the picture is scaled.
SMALLEST = """(words) => Math.min(...words.map(
  (word) => parseFloat(getComputedStyle(word).fontSize) * word.getScreenCTM().d))"""


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("address", ["patterns/publish-subscribe/", "patterns/request-response-asynchronous/"])
def test_words_of_a_sequence_diagram_can_be_read(visit: Callable[..., Page], address: str, width: int) -> None:
    page = visit(address, viewport={"width": width, "height": 800})

    assert page.locator(".seq-picture text").evaluate_all(SMALLEST) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width
