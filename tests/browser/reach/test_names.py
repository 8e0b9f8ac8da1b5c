"""Names and news: what assistive technology is told of controls, of a new question and of what was done."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accessibility_tree import accessible, has, name, role, within
from the_page import CHOOSE, PUBLISH_SUBSCRIBE, RESULT, Visit, answer, expect_question, ready, tree, wait_for_engine

HOME = ""

SITE_NAME = "Integration pattern guide"


class TestAnnouncements:
    def test_what_was_copied_is_told_by_a_status(self, visit: Visit) -> None:
        page = ready(visit, RESULT, permissions=["clipboard-read", "clipboard-write"])
        tree(page).locator("[data-action='copy-link']").click()
        expect(tree(page).locator(".fp-toast")).not_to_be_empty()

        nodes = accessible(page)
        by_id = {node["nodeId"]: node for node in nodes}
        told = {name(node) for node in nodes if within(node, "status", by_id)}

        assert "Link copied." in told

    def test_the_question_with_the_focus_is_a_heading_that_says_the_question(self, visit: Visit) -> None:
        page = ready(visit)
        answer(page, "no")
        expect_question(page, "business-acknowledgement")

        # The document itself always counts as focused, too.
        focused = [n for n in accessible(page) if has(n, "focused") and role(n) != "RootWebArea"]

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
        page = visit(PUBLISH_SUBSCRIBE)
        page.get_by_role("link", name="Choose a pattern").first.click()
        wait_for_engine(page)
        answer(page, "yes")

        expect(page).to_have_title(f"{tree(page).locator('.fp-ask').inner_text()} - Choose a pattern - {SITE_NAME}")


class TestNames:
    @pytest.mark.parametrize("address", [HOME, CHOOSE, RESULT, PUBLISH_SUBSCRIBE])
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
                // A name in a picture may break after a slash.
                .map((texts) => texts.map((text) => text.toLowerCase().replace("¶", "").replaceAll("/ ", "/")))
                .filter(([label, seen]) => !label.includes(seen))"""
        )

        assert unlike == []
