"""The picture of the tree, on the page with the questions: it shows where the reader is, and lets them jump."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from the_page import CHOOSE, Visit, answer, expect_outcome, expect_question, state, wait_for_engine

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 740}


def node(page: Page, name: str, part: str = ".fp-map-picture") -> Locator:
    """Return a node of the picture, or of the outline."""
    return page.locator(f"{part} [data-node='{name}']").first


def test_the_picture_follows_the_answers(visit: Visit) -> None:
    page = visit(CHOOSE, viewport=WIDE)
    wait_for_engine(page)
    answer(page, "yes")

    expect(node(page, "care-setting")).to_have_attribute("data-state", "here")
    expect(node(page, "care-setting")).to_have_attribute("aria-current", "step")
    expect(node(page, "business-acknowledgement")).to_have_attribute("data-state", "out")
    expect(node(page, "publish-subscribe")).to_have_attribute("aria-label", "Publish/Subscribe (ruled out)")
    expect(page.locator("[data-edge='proactive-request=yes']").first).to_have_attribute("data-taken", "")

    page.go_back()
    expect(node(page, "business-acknowledgement")).to_have_attribute("data-state", "open")


def test_a_line_that_is_taken_is_drawn_over_those_that_share_its_way(visit: Visit) -> None:
    page = visit(CHOOSE, viewport=WIDE)
    wait_for_engine(page)
    answer(page, "yes")

    expect(page.locator(".fp-map-edge").last).to_have_attribute("data-edge", "proactive-request=yes")
    expect(page.locator(".fp-map-edge ~ .fp-map-node").first).to_have_attribute("data-node", "proactive-request")


def test_a_link_shows_its_result_in_the_picture(visit: Visit) -> None:
    page = visit(state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"}))

    expect(node(page, "publish-subscribe")).to_have_attribute("data-state", "result")


def test_a_node_leads_to_its_question_and_to_its_outcome(visit: Visit) -> None:
    page = visit(CHOOSE, viewport=WIDE)
    wait_for_engine(page)
    node(page, "recipients-known").click()
    expect_question(page, "recipients-known")

    node(page, "shared-repository").focus()
    page.keyboard.press("Enter")
    expect_outcome(page, "shared-repository")


def test_without_javascript_the_picture_is_made_of_links(visit: Visit) -> None:
    page = visit(CHOOSE, viewport=WIDE, java_script_enabled=False)
    node(page, "manual-activity").click()

    assert page.url.endswith(
        "#integration-pattern?proactive-request=no&business-acknowledgement=yes&edition=2022-11-24"
    )


@pytest.mark.parametrize(("viewport", "picture"), [(WIDE, True), (NARROW, False)])
def test_a_narrow_screen_has_the_outline_instead(visit: Visit, viewport: dict[str, int], picture: bool) -> None:
    page = visit(CHOOSE, viewport=viewport)

    expect(page.locator(".fp-map-picture")).to_be_visible(visible=picture)
    expect(page.locator(".fp-map-outline")).to_be_visible(visible=not picture)
