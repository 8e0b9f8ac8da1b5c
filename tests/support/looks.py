"""The appearance tests' settings: screens, colour schemes, and the parts that are photographed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from the_page import CHOOSE, state, wait_for_engine

STATES = {
    "first-question": CHOOSE,
    "second-question": state({"proactive-request": "yes"}),
    "not-sure": state({"proactive-request": "yes", "care-setting": "unsure"}),
    "result": state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"}),
    "older-link": state({"proactive-request": "maybe"}, edition="2020-01-01"),
}


@dataclass(frozen=True)
class Look:
    """One appearance of a page.

    Attributes:
        name: Part of a picture's file name.
        width: The window's width.
        options: The reader's settings, as options of the browser.
        media: `print` for the printed page.
    """

    name: str
    width: int
    options: dict[str, Any] = field(default_factory=dict[str, Any])
    media: str = "screen"


LOOKS = (
    *(
        Look(f"{width}-{scheme}", width, {"color_scheme": scheme})
        for width in (360, 768, 1280)
        for scheme in ("light", "dark")
    ),
    Look("1280-forced-colours", 1280, {"forced_colors": "active"}),
    Look("1280-print", 1280, media="print"),
)


def settle(page: Page, look: Look) -> None:
    """Wait until a page no longer changes, so that all pictures of it are the same."""
    if page.locator("decision-tree:not([show='start'])").count():
        wait_for_engine(page)
    if look.media == "print":
        page.emulate_media(media="print")
    page.evaluate("document.fonts.ready")
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur()")
