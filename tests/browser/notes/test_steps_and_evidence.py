"""Next steps and who gave each answer: ticked and typed as readers do, kept, and part of the record."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from notes import NOTES, RESULT
from the_page import Visit, ready, state, tree, unfold, use, wait_for_engine

STEP = "National Record Locator (NRL)"


def at_the_result(visit: Visit, width: int) -> Page:
    """Open a result, with the parts that this is about unfolded."""
    page = ready(visit, state(RESULT), viewport={"width": width, "height": 800})
    unfold(page, "next-steps", "evidence")
    return page


@pytest.mark.parametrize("width", [360, 1280])
def test_ticks_and_names_stay_and_are_in_the_record(visit: Visit, width: int) -> None:
    page = at_the_result(visit, width)
    box = tree(page).get_by_role("checkbox", name=STEP)

    use(page, box, "Space")
    tree(page).get_by_role("textbox", name="Who").first.fill("Asha, <b>ward</b> lead")
    tree(page).get_by_role("textbox", name="When").first.fill("27 November")
    page.reload()
    wait_for_engine(page)
    unfold(page, "next-steps", "evidence", "record")

    expect(box).to_be_checked()
    expect(tree(page).get_by_role("textbox", name="Who").first).to_have_value("Asha, <b>ward</b> lead")
    with page.expect_download() as download:
        tree(page).get_by_role("button", name="JSON", exact=False).first.click()
    record = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert record["answers"][0]["evidence"] == {"who": "Asha, <b>ward</b> lead", "when": "27 November"}
    assert [step["id"] for step in record["steps"] if step["done"]] == ["nrl"]

    box.uncheck()
    for name in ("Who", "When"):
        tree(page).get_by_role("textbox", name=name).first.fill("")
    stored = json.loads(page.evaluate(NOTES)[0][1])
    assert (stored["steps"], stored["evidence"]) == ({}, {})
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_advice_stands_below_each_point_to_confirm(visit: Visit) -> None:
    page = ready(visit, state(RESULT))
    unfold(page, "confirm")

    points = tree(page).locator("[data-panel='confirm'] li")

    expect(points.filter(has_text="If the answer is no:")).to_have_count(points.count())


def test_a_step_past_its_review_is_marked_by_the_readers_own_clock(visit: Visit) -> None:
    page = visit("about/")
    page.clock.set_fixed_time("2029-01-01T12:00:00")
    page.goto(page.url.replace("about/", state(RESULT)))
    wait_for_engine(page)
    unfold(page, "next-steps")

    expect(tree(page).get_by_text("Check this: it was due for review by").first).to_be_visible()


def test_a_pattern_page_has_the_steps_without_scripts(visit: Visit) -> None:
    page = visit("patterns/registry-repository/", java_script_enabled=False)

    steps = page.locator(".fp-next-steps")

    expect(steps.get_by_text(STEP, exact=True)).to_be_visible()
    expect(steps.get_by_role("checkbox")).to_have_count(0)
    expect(steps.get_by_role("link", name="Read the source of: " + STEP)).to_have_attribute(
        "href", "https://github.com/NHSDigital/nrl-consumer-api/blob/c8691b1/specification/nrl-consumer-api.yaml"
    )
