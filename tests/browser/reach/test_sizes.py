"""Sizes: of targets, of a page at 400 % zoom, and of widely spaced text."""

from __future__ import annotations

import pytest

from the_page import CHOOSE, PUBLISH_SUBSCRIBE, RESULT, Visit

HOME = ""

PAGES = (
    HOME,
    CHOOSE,
    "guidance/glossary/",
    "patterns/",
    PUBLISH_SUBSCRIBE,
    "about/accessibility/",
    "about/conformance/",
)

# Text spacing as WCAG 2.2, 1.4.12 has it.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
SPACED += "p { margin-bottom: 2em !important; }"


class TestSizes:
    @pytest.mark.parametrize("address", [HOME, CHOOSE, RESULT])
    def test_targets_are_24_pixels_or_more_unless_in_a_sentence(self, visit: Visit, address: str) -> None:
        page = visit(address)
        small = page.locator("decision-tree :is(a, button, summary, input), .cards a, .fp-map-outline a").evaluate_all(
            """(all) => all
                .filter((e) => e.checkVisibility() && !e.closest("p:not(.fp-actions, .fp-more), details li, .cards"))
                .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24)
                .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""
        )

        assert small == []

    @pytest.mark.parametrize("address", PAGES)
    def test_at_320_pixels_which_is_400_percent_zoom_nothing_needs_scrolling_sideways(
        self, visit: Visit, address: str
    ) -> None:
        page = visit(address, viewport={"width": 320, "height": 256})

        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    @pytest.mark.parametrize("address", [HOME, RESULT, PUBLISH_SUBSCRIBE])
    def test_wider_spacing_of_text_cuts_nothing_off(self, visit: Visit, address: str) -> None:
        page = visit(address, bypass_csp=True, viewport={"width": 360, "height": 740})
        page.add_style_tag(content=SPACED)

        cut = page.locator(".md-content :is(p, a, li, h1, h2, h3, summary, .fp-answer)").evaluate_all(
            """(all) => all
                .filter((e) => getComputedStyle(e).overflow === "hidden" && e.checkVisibility())
                .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
                .map((e) => e.outerHTML.slice(0, 100))"""
        )

        assert cut == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
