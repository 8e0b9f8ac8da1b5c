"""Contrast of lines: around what can be used, and around what has the focus."""

from __future__ import annotations

from typing import Literal

import pytest

from the_page import CHOOSE, RESULT, Visit, ready, unfold

# The contrast of a line with the ground that it is drawn on.
CONTRAST = """(control, line) => {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = (colours) => {
    for (const colour of colours) { pixel.fillStyle = colour; pixel.fillRect(0, 0, 1, 1); }
    const parts = [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = [];
  for (let e = control.parentElement; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
  const drawn = getComputedStyle(control)[line].match(/^[a-z]+\\([^)]*\\)/)?.[0];
  if (!drawn) return 1;
  const [light, dark] = [luminance(grounds), luminance([...grounds, drawn])].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}"""


class TestContrast:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(
        ("part", "lines"),
        [
            ("decision-tree [data-answer]", ["borderTopColor"]),
            ("decision-tree button", ["borderTopColor"]),
            ("decision-tree textarea", ["borderTopColor"]),
            (".fp-map-picture rect", ["stroke", "fill"]),
        ],
    )
    def test_lines_that_show_what_can_be_used_stand_out(
        self, visit: Visit, part: str, lines: list[str], scheme: Literal["light", "dark"]
    ) -> None:
        address = CHOOSE if "answer" in part else RESULT
        page = ready(visit, address, color_scheme=scheme)
        if "textarea" in part:
            unfold(page, "record")
        seen = page.locator(part).filter(visible=True)

        assert seen.count()
        assert min(max(e.evaluate(CONTRAST, line) for line in lines) for e in seen.all()) >= 3

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("part", ["decision-tree [data-answer='yes']", ".md-header__title a, .md-logo"])
    def test_the_mark_of_the_focus_stands_out(self, visit: Visit, part: str, scheme: Literal["light", "dark"]) -> None:
        page = ready(visit, color_scheme=scheme)
        page.keyboard.press("Tab")
        control = page.locator(part).first
        control.focus()

        assert max(control.evaluate(CONTRAST, line) for line in ("outlineColor", "boxShadow")) >= 3
