"""Every fold opens and closes by its title, wherever it is."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from the_page import CHOOSE, RESULT, Visit, ready, state
from the_plan import TWO, with_plan

UNSURE = {"proactive-request": "yes", "care-setting": "unsure"}


def open_each(page: Page, within: str) -> int:
    """Open every fold within a part of the page by its title, those within others too; close those open at first."""
    folds = page.locator(f"{within} details").filter(visible=True)
    number = 0
    while number < folds.count():
        fold = folds.nth(number)
        title = fold.locator(":scope > summary")
        if fold.get_attribute("open") is not None:
            title.click()
            expect(fold).not_to_have_attribute("open", "")
        title.click()
        expect(fold).to_have_attribute("open", "")
        number += 1
    return number


def test_of_a_result(visit: Visit) -> None:
    assert open_each(ready(visit, RESULT), "decision-tree .fp-live") > 12


def test_of_a_question_its_settings_and_its_list_and_of_the_files(visit: Visit) -> None:
    page = ready(visit, state(UNSURE))

    assert open_each(page, "decision-tree") > 5
    assert open_each(page, "[data-entry='proactive-request']") == 3
    assert open_each(page, ".fp-downloads") == 1


def test_of_answers_set_aside(visit: Visit) -> None:
    page = ready(visit, state({"proactive-request": "no", "care-setting": "yes", "business-acknowledgement": "yes"}))

    assert open_each(page, ".fp-trail") == 2


def test_of_the_first_question_on_the_home_page(visit: Visit) -> None:
    assert open_each(visit(), "decision-tree") == 1


def test_of_the_tree_in_words_on_a_narrow_screen(visit: Visit) -> None:
    assert open_each(visit(CHOOSE, viewport={"width": 360, "height": 740}), ".fp-map") == 1


def test_of_a_plan(visit: Visit) -> None:
    assert open_each(with_plan(visit, TWO), "decision-plan") > 4


def test_of_the_finder(visit: Visit) -> None:
    page = visit("patterns/")
    expect(page.get_by_role("group", name="Find patterns by what matters")).to_be_visible()

    assert open_each(page, "outcome-finder") > 3


def test_of_the_menu(visit: Visit) -> None:
    page = visit("patterns/", viewport={"width": 360, "height": 740})
    expect(page.locator("html[data-scripts]")).to_be_attached()
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#menu")).to_be_in_viewport()

    assert open_each(page, "#menu") > 4
    page.get_by_role("button", name="Close menu").click()
    expect(page.locator("#menu")).not_to_be_in_viewport()

    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#menu")).to_be_in_viewport()
    page.mouse.click(355, 400)  # beside it
    expect(page.locator("#menu")).not_to_be_in_viewport()
