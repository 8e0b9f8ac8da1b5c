"""The Tab key in the menu that a button opens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from site_controls import use_without_scripts
from tab_stops import MOST_STOPS, NARROW, faults, focus, open_at, walk
from the_page import PUBLISH_SUBSCRIBE, Visit, wait_for_engine


class TestMenu:
    @pytest.fixture(params=NARROW)
    def page(self, visit: Visit, request: pytest.FixtureRequest) -> Page:
        """A pattern's page with the focus on the button of the menu."""
        page = open_at(visit, PUBLISH_SUBSCRIBE, request.param)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        return page

    def test_a_button_opens_it_and_the_focus_goes_in(self, page: Page) -> None:
        button = page.get_by_role("button", name="Menu", exact=True)
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
        controlled = page.locator(f"#{button.get_attribute('aria-controls')}")
        expect(controlled).to_be_hidden()
        page.keyboard.press("Enter")

        expect(controlled).to_be_visible()
        expect(page.locator(".menu-open")).to_have_attribute("aria-expanded", "true")
        expect(page.get_by_role("button", name="Close menu")).to_be_focused()
        assert focus(page) is not None
        assert faults([focus(page) or {}]) == []

    def test_tab_stays_in_it_and_every_stop_is_seen(self, page: Page) -> None:
        page.keyboard.press("Enter")
        stops = walk(page)

        assert faults(stops) == []
        assert len(stops) >= 10
        assert page.locator("[data-stop]").count() == page.locator("#menu [data-stop]").count() == len(stops)

    def test_escape_closes_it_and_gives_the_focus_back(self, page: Page) -> None:
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")

        expect(page.locator(".menu-open")).to_be_focused()
        expect(page.locator(".menu-open")).to_have_attribute("aria-expanded", "false")
        expect(page.locator("#menu")).to_be_hidden()
        assert faults(walk(page)) == []

    def test_its_own_button_closes_it_and_gives_the_focus_back(self, page: Page) -> None:
        page.keyboard.press("Enter")
        page.keyboard.press("Space")

        expect(page.locator(".menu-open")).to_be_focused()
        expect(page.locator("#menu")).to_be_hidden()

    def test_a_section_opens_and_tells_it(self, page: Page) -> None:
        page.keyboard.press("Enter")
        section = page.locator("#menu summary", has_text="About")
        link = page.locator("#menu").get_by_role("link", name="Accessibility statement")
        expect(link).to_be_hidden()
        for _ in range(MOST_STOPS):
            page.keyboard.press("Tab")
            if section.evaluate("e => e === document.activeElement"):
                break
        page.keyboard.press("Enter")

        expect(link).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('details').open")
        assert faults([focus(page) or {}]) == []

    def test_a_link_followed_leads_to_the_page_and_leaves_the_menu_closed(self, page: Page) -> None:
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == "Choose a pattern"
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Choose")
        wait_for_engine(page)

        expect(page.locator("#menu")).to_be_hidden()
        expect(page.locator(".menu-open")).to_have_attribute("aria-expanded", "false")
        assert page.locator("[inert]").count() == 0
        # The focus begins in the new page, and goes on to its end.
        stops = walk(page)
        assert faults(stops) == []
        assert len(stops) >= 5
        # And the menu works there.
        page.locator(".menu-open").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Close menu")).to_be_focused()

    def test_a_link_to_a_section_leads_there(self, visit: Visit) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, 360)
        page.locator(".menu-open").click()
        page.locator("#menu summary", has_text="Table of contents").click()
        page.locator("#menu").get_by_role("link", name="Qualities").focus()
        page.keyboard.press("Enter")

        expect(page.locator("#menu")).to_be_hidden()
        expect(page.locator("#qualities")).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert page.evaluate(
            "() => document.activeElement.compareDocumentPosition(document.getElementById('qualities'))"
            " & Node.DOCUMENT_POSITION_PRECEDING"
        )

    def test_a_wider_window_closes_it_and_frees_the_page(self, visit: Visit) -> None:
        page = open_at(visit, PUBLISH_SUBSCRIBE, 1200)
        page.locator(".menu-open").click()
        expect(page.get_by_role("button", name="Close menu")).to_be_focused()
        page.locator("#menu summary", has_text="Patterns").click()
        page.set_viewport_size({"width": 1280, "height": 740})

        expect(page.locator(".menu-open")).to_have_attribute("aria-expanded", "false")
        assert page.locator("[inert]").count() == 0
        # Beside the page its section is open again.
        expect(page.locator("#menu").get_by_role("link", name="Information push")).to_be_visible()
        assert faults(walk(page)) == []

    @pytest.mark.parametrize("width", [360, 1200])
    def test_without_scripts_its_checkbox_opens_it(self, visit: Visit, width: int) -> None:
        page = visit(PUBLISH_SUBSCRIBE, viewport={"width": width, "height": 740}, java_script_enabled=False)
        link = page.locator("#menu").get_by_role("link", name="Home")
        expect(link).to_be_hidden()
        page.keyboard.press("Tab")
        expect(page.get_by_role("checkbox", name="Menu")).to_be_focused()
        use_without_scripts(page.get_by_role("checkbox", name="Menu"), "Space")
        expect(link).to_be_visible()
        use_without_scripts(page.locator("#menu label"))

        expect(link).to_be_hidden()
        use_without_scripts(page.locator(".md-header label.without-script"))
        expect(link).to_be_visible()
