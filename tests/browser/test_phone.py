"""A phone: taps and no hover on a narrow screen, from the first question to a record and a plan."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from the_page import (
    CHOOSE,
    PUBLISH_SUBSCRIBE,
    RESULT,
    Visit,
    expect_outcome,
    expect_question,
    ready,
    tree,
    unfold,
    wait_for_engine,
)
from the_plan import TWO, with_plan

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}

# The targets that are too small for a finger: less than 24 pixels in a direction, unless they stand in a sentence, or
# no other target is within a circle of that size around their middle (WCAG 2.2, 2.5.8).
SMALL = """() => {
  const usable = "a[href], button, summary, input:not([type=hidden]), select, textarea, label.fp-open";
  const drawn = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest("[inert]");
  const ofLabel = (e) => (e.labels?.[0] && drawn(e.labels[0]) ? e.labels[0] : e);
  const targets = [...new Set([...document.querySelectorAll(usable)].filter(drawn).map(ofLabel))]
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const inSentence = (e) => {
    const around = e.matches("a") && getComputedStyle(e).display.startsWith("inline") &&
      e.closest("p, li, td, th, dd, figcaption, label, small");
    return around && around.textContent.trim().length > e.textContent.trim().length + 3;
  };
  const near = (one, other) => {
    const x = one.box.x + one.box.width / 2, y = one.box.y + one.box.height / 2;
    const { left, right, top, bottom } = other.box;
    return Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom))) < 12;
  };
  return targets
    .filter(({ e, box }) => (box.width < 23.9 || box.height < 23.9) && !inSentence(e))
    .filter((one) => targets.some((other) =>
      other !== one && !one.e.contains(other.e) && !other.e.contains(one.e) && near(one, other)))
    .map(({ e, box }) => `${e.outerHTML.slice(0, 120)} ${Math.round(box.width)}x${Math.round(box.height)}`);
}"""

# The fields whose text is so small that an iPhone enlarges the whole page when they get the focus.
ENLARGING = """() => [...document.querySelectorAll("textarea, select, input")]
  .filter((e) => !["checkbox", "radio", "file"].includes(e.type))
  .filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 16)
  .map((e) => e.outerHTML.slice(0, 100))"""

# The controls on which two quick taps enlarge the page.
DOUBLE_TAPPED = """() => [...document.querySelectorAll("decision-tree, decision-plan, outcome-finder")]
  .flatMap((tree) => [...tree.querySelectorAll("a.fp-answer, button, summary, a.md-button, label")])
  .filter((e) => e.checkVisibility() && getComputedStyle(e).touchAction !== "manipulation")
  .map((e) => e.outerHTML.slice(0, 100))"""

BELOW_THE_HEADER = """what => what.getBoundingClientRect().top
  >= document.querySelector(".md-header").getBoundingClientRect().bottom - 1"""


def expect_fit_for_fingers(page: Page) -> None:
    """Expect every target to be large enough, and nothing to enlarge or widen the page."""
    assert page.evaluate(SMALL) == []
    assert page.evaluate(ENLARGING) == []
    assert page.evaluate(DOUBLE_TAPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("visualViewport.scale") == 1


def expect_below_the_header(page: Page, what: Locator) -> None:
    """Expect something to stand in the window and below the header."""
    expect(what).to_be_in_viewport()
    page.wait_for_function(BELOW_THE_HEADER, arg=what.element_handle())


def tap_answer(page: Page, answer: str) -> None:
    tree(page).locator(f".fp-live [data-answer='{answer}']").tap()


def test_taps_lead_to_a_result_and_each_question_comes_into_sight(visit: Visit) -> None:
    page = ready(visit, **PHONE)
    expect_fit_for_fingers(page)

    for question, answer in (
        ("proactive-request", "no"),
        ("business-acknowledgement", "no"),
        ("recipients-known", "no"),
    ):
        expect_question(page, question)
        page.evaluate("scrollBy(0, 2000)")  # as somebody who reads on below
        tap_answer(page, answer)
        expect_below_the_header(page, tree(page).locator(".fp-ask"))

    expect_outcome(page, "publish-subscribe")
    expect(tree(page).locator(".fp-preview:not(:empty)")).to_have_count(0)
    page.evaluate("document.querySelectorAll('decision-tree details').forEach((fold) => (fold.open = true))")
    expect_fit_for_fingers(page)
    tree(page).locator("[data-change='recipients-known']").tap()
    expect_question(page, "recipients-known")
    expect_below_the_header(page, tree(page).locator(".fp-ask"))
    tap_answer(page, "unsure")
    expect(tree(page).locator(".fp-card")).to_have_attribute("data-possible", "information-push publish-subscribe")


def test_a_finger_writes_notes_and_takes_the_record_and_the_plan_along(visit: Visit) -> None:
    page = ready(visit, RESULT, **PHONE)

    tree(page).get_by_role("button", name="Save or share").tap()
    need = tree(page).get_by_label("What do you need to decide?")
    expect(need).to_be_visible()
    need.tap()
    expect(need).to_be_focused()
    page.keyboard.type("Tell the practice")
    with page.expect_download() as download:
        tree(page).get_by_role("button", name="Download as JSON").tap()
    assert "Tell the practice" in download.value.path().read_text(encoding="utf-8")
    tree(page).locator("[data-panel='confirm'] > summary").tap()
    tick = tree(page).locator("[data-confirmed]").first
    tick.tap()
    expect(tick).to_be_checked()
    tree(page).get_by_role("button", name="Add to the plan").tap()
    tree(page).locator(".fp-toast").get_by_role("link", name="Open the plan").tap()
    expect(page.locator("[data-plan-need]")).to_contain_text("Tell the practice")


def test_a_finger_opens_the_menu_and_the_search_and_closes_them_beside_them(visit: Visit) -> None:
    page = visit(PUBLISH_SUBSCRIBE, **PHONE)
    expect(page.locator("html[data-scripts]")).to_be_attached()
    expect_fit_for_fingers(page)

    page.get_by_role("button", name="Menu").tap()
    expect(page.locator("#menu")).to_be_in_viewport()
    page.wait_for_function("() => document.getAnimations().length === 0")  # it slides in
    expect_fit_for_fingers(page)
    page.touchscreen.tap(350, 400)
    expect(page.locator("#menu")).not_to_be_in_viewport()
    page.locator(".search-open").tap()
    field = page.locator("[data-md-component='search-query']")
    expect(field).to_be_focused()
    page.locator(".search-close").tap()
    expect(field).not_to_be_in_viewport()
    page.get_by_role("button", name="Menu").tap()
    page.locator("#menu").get_by_role("link", name="Choose a pattern").tap()
    wait_for_engine(page)
    assert page.url.endswith(CHOOSE)


def test_the_plan_and_the_finder_fit_fingers(visit: Visit) -> None:
    page = with_plan(visit, TWO, **PHONE)
    page.evaluate("document.querySelectorAll('decision-plan details').forEach((fold) => (fold.open = true))")
    expect_fit_for_fingers(page)
    page.goto(page.url.replace("plan/", "patterns/"))
    finder = page.get_by_role("group", name="Find patterns by what matters")
    finder.locator("summary", has_text="Who starts").tap()
    finder.get_by_text("A requester").tap()

    expect(page.locator("outcome-finder").get_by_role("status")).to_contain_text("3 of 6 patterns fit.")
    expect_fit_for_fingers(page)


def test_two_quick_taps_neither_enlarge_the_page_nor_lose_the_way(visit: Visit) -> None:
    page = ready(visit, **PHONE)
    answer = tree(page).locator(".fp-live [data-answer='no']")
    answer.scroll_into_view_if_needed()
    place = answer.bounding_box()
    assert place is not None
    middle = (place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)

    page.touchscreen.tap(*middle)
    page.touchscreen.tap(*middle)

    expect(tree(page).locator(".fp-answered li").first).to_be_attached()
    assert page.evaluate("visualViewport.scale") == 1
    unfold(page, "answers")
    tree(page).locator("[data-action='start-again']").tap()
    expect_question(page, "proactive-request")
