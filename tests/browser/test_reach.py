"""What no checker sees: focus, announcements, names, sizes, zoom, text spacing, forced colours, less movement, keys.

docs/about/conformance.md names these tests beside the criteria of WCAG 2.2 that they show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from the_page import CHOOSE, answer, expect_outcome, expect_question, state, tree, wait_for_engine

type Visit = Callable[..., Page]

HOME = ""
SITE_NAME = "Integration pattern guide"
PATTERN = "patterns/publish-subscribe/"
PAGES = (HOME, CHOOSE, "guidance/glossary/", "patterns/", PATTERN, "about/accessibility/", "about/conformance/")
RESULT = state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"})

# Text spacing as WCAG 2.2, 1.4.12 has it.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
SPACED += "p { margin-bottom: 2em !important; }"


def accessible(page: Page) -> list[dict[str, Any]]:
    """Return the nodes of the browser's accessibility tree that assistive technology is told of."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node["ignored"]]


def role(node: dict[str, Any]) -> str:
    """Return a node's role."""
    return node["role"]["value"]


def name(node: dict[str, Any]) -> str:
    """Return a node's name."""
    return node.get("name", {}).get("value", "")


def ready(visit: Visit, address: str = CHOOSE, **options: object) -> Page:
    """Open the page with the questions, and wait for the engine."""
    page = visit(address, **options)
    wait_for_engine(page)
    return page


class TestFocus:
    def test_after_an_answer_the_new_question_has_the_focus(self, visit: Visit) -> None:
        page = ready(visit)
        answer(page, "yes")

        expect_question(page, "care-setting")
        expect(tree(page).locator(".fp-ask")).to_be_focused()

    def test_change_leads_to_the_question_and_gives_it_the_focus(self, visit: Visit) -> None:
        page = ready(visit, RESULT)
        tree(page).locator("[data-change='business-acknowledgement']").click()

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
        page = visit(PATTERN)
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

    def test_the_header_never_covers_what_has_the_focus(self, visit: Visit) -> None:
        page = ready(visit, viewport={"width": 320, "height": 256})
        answer(page, "yes")
        expect_question(page, "care-setting")

        heading = tree(page).locator(".fp-ask").evaluate("(e) => e.getBoundingClientRect().top")
        header = page.locator(".md-header").evaluate("(e) => e.getBoundingClientRect().bottom")

        assert header - 1 <= heading < 256


class TestAnnouncements:
    def test_what_was_copied_is_told_by_a_status(self, visit: Visit) -> None:
        page = ready(visit, RESULT, permissions=["clipboard-read", "clipboard-write"])
        tree(page).locator("[data-action='copy-link']").click()
        expect(tree(page).locator(".fp-toast")).not_to_be_empty()

        nodes = accessible(page)
        by_id = {node["nodeId"]: node for node in nodes}
        told = {name(node) for node in nodes if _within(node, "status", by_id)}

        assert "Link copied." in told

    def test_the_question_with_the_focus_is_a_heading_that_says_the_question(self, visit: Visit) -> None:
        page = ready(visit)
        answer(page, "no")
        expect_question(page, "business-acknowledgement")

        # The document itself always counts as focused, too.
        focused = [n for n in accessible(page) if _property(n, "focused") and role(n) != "RootWebArea"]

        assert [role(node) for node in focused] == ["heading"]
        assert name(focused[0]).endswith("?")

    def test_the_title_of_the_window_follows_the_question(self, visit: Visit) -> None:
        page = ready(visit)
        at_first = page.title()
        answer(page, "yes")

        expect(page).to_have_title(f"{tree(page).locator('.fp-ask').inner_text()} - {at_first}")
        page.go_back()
        expect(page).to_have_title(at_first)

    def test_the_title_is_that_of_the_page_also_after_instant_navigation(self, visit: Visit) -> None:
        page = visit(PATTERN)
        page.get_by_role("link", name="Choose a pattern").first.click()
        wait_for_engine(page)
        answer(page, "yes")

        expect(page).to_have_title(f"{tree(page).locator('.fp-ask').inner_text()} - Choose a pattern - {SITE_NAME}")


class TestNames:
    @pytest.mark.parametrize("address", [HOME, CHOOSE, RESULT, PATTERN])
    def test_everything_that_can_be_used_has_a_name(self, visit: Visit, address: str) -> None:
        page = visit(address)
        usable = {"link", "button", "checkbox", "radio", "textbox", "searchbox", "combobox", "tab"}

        nameless = [role(node) for node in accessible(page) if role(node) in usable and not name(node).strip()]

        assert nameless == []

    @pytest.mark.parametrize("address", [HOME, CHOOSE, RESULT])
    def test_a_name_has_the_words_that_are_seen_so_that_they_can_be_spoken(self, visit: Visit, address: str) -> None:
        page = visit(address)
        unlike = page.locator(".md-content a[aria-label], .md-content button[aria-label]").evaluate_all(
            """(all) => all
                .map((e) => [e.getAttribute("aria-label"), [...e.querySelectorAll("text"), e]
                    .filter((part, _, parts) => parts.length === 1 || part !== e)
                    .map((part) => part.textContent.trim()).join(" ")])
                .filter(([label, seen]) => !label.toLowerCase().includes(seen.toLowerCase().replace("¶", "")))"""
        )

        assert unlike == []


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

    @pytest.mark.parametrize("address", [HOME, RESULT, PATTERN])
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


class TestSettings:
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


class TestKeys:
    def test_a_number_key_answers_while_the_focus_is_in_the_widget(self, visit: Visit) -> None:
        page = ready(visit)
        tree(page).locator("[data-answer='yes']").focus()
        page.keyboard.press("2")
        expect_question(page, "business-acknowledgement")
        page.keyboard.press("2")
        expect_question(page, "recipients-known")
        page.keyboard.press("2")

        expect_outcome(page, "publish-subscribe")

    def test_outside_of_the_widget_it_does_nothing(self, visit: Visit) -> None:
        page = ready(visit)
        page.keyboard.press("1")

        expect_question(page, "proactive-request")

    def test_one_switch_turns_the_number_keys_off_and_stays_off(self, visit: Visit) -> None:
        page = ready(visit)
        switch = page.get_by_label("Number keys choose an answer")
        switch.uncheck()
        page.keyboard.press("1")
        page.reload()
        wait_for_engine(page)
        tree(page).locator("[data-answer='yes']").focus()
        page.keyboard.press("1")

        expect(switch).not_to_be_checked()
        expect_question(page, "proactive-request")

    @pytest.mark.parametrize("key", ["s", "f", "/", "n", "p", ",", "."])
    def test_no_single_key_of_the_theme_does_anything(self, visit: Visit, key: str) -> None:
        page = visit(PATTERN)
        page.keyboard.press(key)

        expect(page.locator("[data-md-component='search-query']")).not_to_be_focused()
        assert page.url.endswith(PATTERN)


class TestHelp:
    def test_an_answer_with_the_focus_tells_which_outcomes_it_leaves(self, visit: Visit) -> None:
        page = ready(visit)
        tree(page).locator("[data-answer='yes']").focus()

        expect(tree(page).locator(".fp-preview")).to_have_text(
            "This answer leaves 3 of 6: Request/Response (synchronous), Registry/Repository, Shared repository"
        )

    def test_an_abbreviation_tells_its_meaning_on_focus_until_escape(self, visit: Visit) -> None:
        page = visit(PATTERN)
        page.locator("abbr[tabindex='0']", has_text="NEMS").focus()
        meaning = page.get_by_role("tooltip")
        expect(meaning).to_have_text("National Events Management Service")
        page.keyboard.press("Escape")

        expect(meaning).to_be_hidden()

    def test_an_abbreviation_tells_its_meaning_on_hover_and_keeps_it_under_the_pointer(self, visit: Visit) -> None:
        page = visit(PATTERN)
        page.locator("abbr[tabindex='0']", has_text="NEMS").hover()
        meaning = page.get_by_role("tooltip")
        meaning.hover()

        expect(meaning).to_be_visible()


def _within(node: dict[str, Any], wanted: str, by_id: dict[str, dict[str, Any]]) -> bool:
    while node is not None and "parentId" in node:
        node = by_id.get(node["parentId"], {})
        if node and role(node) == wanted:
            return True
    return False


def _property(node: dict[str, Any], wanted: str) -> bool:
    return any(entry["name"] == wanted and entry["value"]["value"] for entry in node.get("properties", []))
