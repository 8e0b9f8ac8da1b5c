"""The focus, the pointer, and what comes with them: where the focus goes, and that it can be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from the_page import (
    CHOOSE,
    PUBLISH_SUBSCRIBE,
    RESULT,
    Visit,
    answer,
    change,
    expect_question,
    ready,
    tree,
    wait_for_engine,
)

# Numbers every control that can have the focus, in the order of the page. Of a group of radio buttons one can.
NUMBER_CONTROLS = """() => {
  const usable = "a[href], button, input:not([type=radio]), textarea, select, summary, [tabindex='0']";
  return [...document.querySelectorAll(usable)]
    .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((e) => e.tabIndex >= 0 && !e.disabled)
    .map((e, number) => { e.setAttribute("data-number", number); return number; });
}"""

# What has the focus: its number, and how much of its height the header leaves in sight.
FOCUSED = """() => {
  const control = document.activeElement;
  const header = document.querySelector(".md-header").getBoundingClientRect();
  const { top, bottom } = control.getBoundingClientRect();
  const below = control.closest(".md-header, .md-skip") ? top : Math.max(top, header.bottom);
  const seen = Math.max(0, Math.min(bottom, innerHeight) - below);
  return [Number(control.dataset.number ?? -1), seen, control.outerHTML.slice(0, 100)];
}"""


class TestFocus:
    def test_after_an_answer_the_new_question_has_the_focus(self, visit: Visit) -> None:
        page = ready(visit)
        answer(page, "yes")

        expect_question(page, "care-setting")
        expect(tree(page).locator(".fp-ask")).to_be_focused()

    def test_change_leads_to_the_question_and_gives_it_the_focus(self, visit: Visit) -> None:
        page = ready(visit, RESULT)
        change(page, "business-acknowledgement")

        expect_question(page, "business-acknowledgement")
        expect(tree(page).locator(".fp-ask")).to_be_focused()

    def test_copying_leaves_the_focus_on_the_button(self, visit: Visit) -> None:
        page = ready(visit, RESULT, permissions=["clipboard-read", "clipboard-write"])
        button = tree(page).locator("[data-action='copy-link']")
        button.focus()
        page.keyboard.press("Enter")

        expect(tree(page).locator(".fp-toast")).not_to_be_empty()
        expect(button).to_be_focused()

    def test_tab_goes_through_the_answers_in_the_order_shown(self, visit: Visit) -> None:
        page = ready(visit)
        tree(page).locator("[data-answer]").first.focus()
        met = []
        for _ in range(3):
            met.append(page.evaluate("document.activeElement.dataset.answer"))
            page.keyboard.press("Tab")

        assert met == ["yes", "no", "unsure"]

    def test_the_first_stop_skips_to_the_content(self, visit: Visit) -> None:
        page = visit(PUBLISH_SUBSCRIBE)
        page.keyboard.press("Tab")

        expect(page.locator(".md-skip")).to_be_focused()

    def test_the_focus_can_be_seen(self, visit: Visit) -> None:
        page = ready(visit)
        page.keyboard.press("Tab")
        tree(page).locator("[data-answer='yes']").focus()
        style = "(e) => { const s = getComputedStyle(e); return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"

        line, width = tree(page).locator("[data-answer='yes']").evaluate(style)

        assert line == "solid"
        assert width >= 2

    @pytest.mark.parametrize("address", [RESULT, PUBLISH_SUBSCRIBE])
    def test_tab_reaches_every_control_in_the_order_of_the_page_and_leaves_it(self, visit: Visit, address: str) -> None:
        page = visit(address)
        if address == RESULT:
            wait_for_engine(page)
            expect(tree(page).get_by_text("Why not the other patterns")).to_be_visible()
        controls = page.evaluate(NUMBER_CONTROLS)

        assert len(controls) > 20
        assert [number for number, _, _ in self.walk(page)] == controls

    @pytest.mark.parametrize("address", [CHOOSE, PUBLISH_SUBSCRIBE])
    def test_on_a_small_screen_too_every_control_with_the_focus_is_in_sight(self, visit: Visit, address: str) -> None:
        page = visit(address, viewport={"width": 320, "height": 256})
        page.evaluate(NUMBER_CONTROLS)

        met = self.walk(page)

        assert len(met) > 20
        assert [html for _, seen, html in met if seen < 1] == []

    @staticmethod
    def walk(page: Page, limit: int = 300) -> list[tuple[int, float, str]]:
        """Go through the page with the Tab key until it leaves the page."""
        met: list[tuple[int, float, str]] = []
        for _ in range(limit):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body || !document.hasFocus()"):
                return met
            number, seen, html = page.evaluate(FOCUSED)
            if met and number == met[0][0]:
                return met
            # A group of radio buttons has one stop of its own, the chosen one.
            if number >= 0:
                met.append((number, seen, html))
        raise AssertionError("the Tab key does not leave the page")

    def test_the_header_never_covers_what_has_the_focus(self, visit: Visit) -> None:
        page = ready(visit, viewport={"width": 320, "height": 256})
        answer(page, "yes")
        expect_question(page, "care-setting")

        heading = tree(page).locator(".fp-ask").evaluate("(e) => e.getBoundingClientRect().top")
        header = page.locator(".md-header").evaluate("(e) => e.getBoundingClientRect().bottom")

        assert header - 1 <= heading < 256


class TestPointer:
    def test_an_answer_counts_when_the_pointer_is_released_on_it(self, visit: Visit) -> None:
        page = ready(visit)
        tree(page).locator("[data-answer='yes']").hover()
        page.mouse.down()
        expect_question(page, "proactive-request")
        page.mouse.move(0, 0)
        page.mouse.up()
        expect_question(page, "proactive-request")

        tree(page).locator("[data-answer='yes']").click()

        expect_question(page, "care-setting")


class TestHelp:
    def test_an_answer_with_the_focus_tells_which_outcomes_it_leaves(self, visit: Visit) -> None:
        page = ready(visit)
        tree(page).locator("[data-answer='yes']").focus()

        expect(tree(page).locator(".fp-preview")).to_have_text(
            "This answer leaves 3 of 6 patterns: Request/Response (synchronous), Registry/Repository, Shared repository"
        )

    def test_an_abbreviation_tells_its_meaning_on_focus_until_escape(self, visit: Visit) -> None:
        page = visit(PUBLISH_SUBSCRIBE)
        page.locator("abbr[tabindex='0']", has_text="NEMS").focus()
        meaning = page.get_by_role("tooltip")
        expect(meaning).to_have_text("National Events Management Service")
        page.keyboard.press("Escape")

        expect(meaning).to_be_hidden()

    def test_an_abbreviation_tells_its_meaning_on_hover_and_keeps_it_under_the_pointer(self, visit: Visit) -> None:
        page = visit(PUBLISH_SUBSCRIBE)
        page.locator("abbr[tabindex='0']", has_text="NEMS").hover()
        meaning = page.get_by_role("tooltip")
        meaning.hover()

        expect(meaning).to_be_visible()
