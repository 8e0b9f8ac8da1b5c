"""The reader's settings, and stillness: orientation, forced colours, less motion."""

from __future__ import annotations

import json

import pytest

from built_site import SITE
from the_page import CHOOSE, RESULT, Visit, ready, tree

HOME = ""


class TestStillness:
    @pytest.mark.parametrize(
        "address", [pytest.param(HOME, marks=pytest.mark.long), CHOOSE, pytest.param(RESULT, marks=pytest.mark.long)]
    )
    def test_nothing_moves_flashes_or_changes_by_itself(self, visit: Visit, address: str) -> None:
        page = ready(visit, address) if "choose" in address else visit(address)
        page.wait_for_timeout(1000)

        # WCAG allows 5 seconds of movement.
        seen = set()
        for _ in range(6):
            seen.add(page.screenshot())
            page.wait_for_timeout(1000)

        assert len(seen) == 1


class TestSettings:
    def test_portrait_and_landscape_show_the_same(self, visit: Visit) -> None:
        shown = [
            ready(visit, viewport={"width": width, "height": height}).locator(".fp-live").inner_text()
            for width, height in ((390, 844), (844, 390))
        ]
        manifest = json.loads((SITE / "app.webmanifest").read_text(encoding="utf-8"))

        assert shown[0] == shown[1]
        assert "orientation" not in manifest
        assert not any("orientation:" in style.read_text(encoding="utf-8") for style in SITE.rglob("*.css"))

    def test_forced_colours_leave_borders_around_answers_and_nodes(self, visit: Visit) -> None:
        page = ready(visit, forced_colors="active")
        border = (
            tree(page)
            .locator("[data-answer='yes']")
            .evaluate(
                "(e) => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).borderTopColor,"
                " getComputedStyle(e).backgroundColor]"
            )
        )
        node = page.locator(".fp-map-picture [data-node='publish-subscribe'] rect").evaluate(
            "(e) => [getComputedStyle(e).stroke, getComputedStyle(e).fill]"
        )

        assert border[0] == "solid"
        assert border[1] != border[2]
        assert node[0] != node[1]

    def test_reduced_motion_stops_transitions(self, visit: Visit) -> None:
        page = ready(visit, reduced_motion="reduce")
        longest = page.locator("decision-tree a, .md-header *, .fp-map *").evaluate_all(
            "(all) => Math.max(...all.map((e) => parseFloat(getComputedStyle(e).transitionDuration) || 0))"
        )

        assert longest <= 0.01
