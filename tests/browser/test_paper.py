"""On paper a page is dark on white, whatever the reader's colour scheme is, and a record is short."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from the_page import CHOOSE, RESULT, state, tree, wait_for_engine


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [CHOOSE, RESULT, state({"proactive-request": "unsure"}), "authors/trees/incident/"])
def test_paper_stays_white_and_words_are_dark(visit: Callable[..., Page], address: str, scheme: str) -> None:
    page = visit(address, color_scheme=scheme)
    wait_for_engine(page)
    if "?" in address:
        expect(tree(page).locator(".fp-print")).not_to_be_empty()

    page.emulate_media(media="print")

    taken = Image.open(io.BytesIO(page.screenshot(full_page=True, animations="disabled"))).convert("L")
    shades = taken.histogram()
    assert sum(shades[250:]) > 0.8 * sum(shades)
    assert sum(shades[:60]) > 0.005 * sum(shades)
