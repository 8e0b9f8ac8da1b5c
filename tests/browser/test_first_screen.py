"""What the home page shows before anybody scrolls: the question, what comes of answering it, and an example."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.first_visit


def lower_edge(part: Locator) -> float:
    """Return where a part of the page ends, in pixels from the top of the window."""
    box = part.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def heading(page: Page) -> Locator:
    """Return the home page's heading."""
    return page.get_by_role("heading", level=1)


def what_you_get(page: Page) -> Locator:
    """Return the sentence that names what comes of answering."""
    return page.locator(".hero-words > p").filter(has_text="reasons").filter(has_text="link").filter(has_text="record")


def question(page: Page) -> Locator:
    """Return the first question."""
    return page.locator("decision-tree .fp-ask")


def answers(page: Page) -> Locator:
    """Return the answers that are not "not sure"."""
    return page.locator("decision-tree [data-answer='yes'], decision-tree [data-answer='no']")


def ways(page: Page) -> Locator:
    """Return the links to the comparison, the plan and the guidance."""
    return page.locator(".hero-ways")


def example(page: Page) -> Locator:
    """Return the worked example."""
    return page.locator(".hero-note p").filter(has_text="Example").filter(has=page.locator("a[href*='examples/']"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wide_screen_shows_the_question_what_you_get_and_an_example(visit: Callable[..., Page], scheme: str) -> None:
    page = visit("", viewport={"width": 1280, "height": 800}, color_scheme=scheme)

    for part in (heading, what_you_get, ways, question, example):
        assert lower_edge(part(page)) <= 800, part.__name__
    assert [lower_edge(answer) <= 800 for answer in answers(page).all()] == [True, True]


def test_a_phone_shows_what_you_get_and_the_question_with_its_answers(visit: Callable[..., Page]) -> None:
    page = visit("", viewport={"width": 360, "height": 740})

    for part in (heading, what_you_get, ways, question):
        assert lower_edge(part(page)) <= 740, part.__name__
    assert [lower_edge(answer) <= 740 for answer in answers(page).all()] == [True, True]


def test_the_first_screen_leads_to_the_comparison_the_plan_and_the_guidance(visit: Callable[..., Page]) -> None:
    page = visit("", viewport={"width": 360, "height": 740})

    for name, address in {"Compare patterns": "patterns/", "Plan": "plan/", "Read guidance": "guidance/"}.items():
        ways(page).get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(f"**/guide/{address}")
        page.go_back()
        page.wait_for_url("**/guide/")
