"""Single keys: those of the widget, which can be turned off, and none of the theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from the_page import CHOOSE, PUBLISH_SUBSCRIBE, Visit, expect_outcome, expect_question, ready, tree, wait_for_engine


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
        switch = page.get_by_label("Use number keys to choose an answer")
        expect(switch).to_be_hidden()
        tree(page).locator("summary", has_text="Settings").click()
        switch.uncheck()
        page.keyboard.press("1")
        page.reload()
        wait_for_engine(page)
        tree(page).locator("[data-answer='yes']").focus()
        page.keyboard.press("1")

        expect(switch).not_to_be_checked()
        expect_question(page, "proactive-request")

    @pytest.mark.parametrize("without", [{"java_script_enabled": False}, {"has_touch": True, "is_mobile": True}])
    def test_where_there_are_no_keys_to_use_there_are_no_settings(self, visit: Visit, without: dict[str, bool]) -> None:
        page = visit(CHOOSE, **without)

        expect(tree(page).locator(".fp-setting")).to_be_hidden()

    @pytest.mark.parametrize("key", ["s", "f", "/", "n", "p", ",", "."])
    def test_no_single_key_of_the_theme_does_anything(self, visit: Visit, key: str) -> None:
        page = visit(PUBLISH_SUBSCRIBE)
        page.keyboard.press(key)

        expect(page.locator("[data-md-component='search-query']")).not_to_be_focused()
        assert page.url.endswith(PUBLISH_SUBSCRIBE)

    def test_keys_together_with_another_one_reach_every_script(self, visit: Visit) -> None:
        page = visit(PUBLISH_SUBSCRIBE)
        page.evaluate("() => { window.heard = []; addEventListener('keydown', ({ key }) => window.heard.push(key)); }")

        for keys in ("y", "Control+y", "Alt+y", "Meta+y"):
            page.keyboard.press(keys)

        assert page.evaluate("heard") == ["Control", "y", "Alt", "y", "Meta", "y"]
