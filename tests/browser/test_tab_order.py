"""Where the Tab key leads, judged by where the focus is drawn: on each kind of page, from a telephone to a desk.

Each stop has to be seen: in the window, with a size, and with nothing over it.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from the_page import CHOOSE, RESULT, Visit, expect_outcome, expect_question, tree, wait_for_engine
from watch import Watch

WIDTHS = (320, 360, 768, 1200, 1280)
NARROW = (320, 360, 768, 1200)
"""Widths at which the menu is closed at first."""

PATTERN = "patterns/publish-subscribe/"
KINDS = {
    "home": "",
    "choose": CHOOSE,
    "result": RESULT,
    "pattern": PATTERN,
    "guidance": "guidance/considerations/",
    "author": "authors/",
    "reference": "reference/tree-format/",
    "not-there": "no/such/page/",
}

MOST_STOPS = 400
"""More than any page has: a walk that takes longer goes round in circles."""

# What has the focus, and what is wrong with where it is drawn. A control without opacity lies over the words that show
# its focus. What is larger than the window below the header needs only a part in it.
FOCUS = """() => {
  const control = document.activeElement;
  if (!control || control === document.body) return null;
  control.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
  const drawn = getComputedStyle(control).opacity === "0" ? control.nextElementSibling : control;
  const { left, top, right, bottom, width, height } = drawn.getBoundingClientRect();
  const box = {
    left: Math.max(0, left), top: Math.max(0, top),
    right: Math.min(innerWidth, right), bottom: Math.min(innerHeight, bottom),
  };
  const inset = 2;
  const across = [box.left + inset, (box.left + box.right) / 2, box.right - inset];
  const down = [box.top + inset, (box.top + box.bottom) / 2, box.bottom - inset];
  const hits = across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y)));
  const header = document.querySelector(".md-header")?.getBoundingClientRect().height ?? 0;
  const fits = width <= innerWidth && height <= innerHeight - header;
  const inside = left >= -2 && top >= -2 && right <= innerWidth + 2 && bottom <= innerHeight + 2;
  const wrong = [];
  if (width < 8 || height < 8) wrong.push(`has no size: ${width}x${height}`);
  if (!drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true })) wrong.push("cannot be seen");
  if (fits ? !inside : box.right - box.left < 24 || box.bottom - box.top < 24)
    wrong.push(`is out of the window: ${[left, top, right, bottom].map(Math.round)}`);
  if (!hits.some((hit) => hit && (drawn.contains(hit) || control.contains(hit)))) wrong.push("is covered");
  if (getComputedStyle(drawn).outlineStyle !== "solid") wrong.push("has no mark");
  return { stop: Number(control.dataset.stop), control: control.outerHTML.slice(0, 120), wrong };
}"""


def focus(page: Page) -> dict[str, Any] | None:
    """Return what has the focus and what is wrong with where it is drawn; nothing where it has left the page."""
    return page.evaluate(FOCUS)


def walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Press a key until the focus leaves the page, and return each stop."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        seen = focus(page)
        if seen is None:
            return stops
        stops.append(seen)
    raise AssertionError(f"the {key} key does not leave the page")


def faults(stops: list[dict[str, Any]]) -> list[str]:
    """Return what is wrong, each with its control."""
    return [f"{stop['control']} {fault}" for stop in stops for fault in stop["wrong"]]


def open_at(visit: Visit, address: str, width: int) -> Page:
    """Open a page at a width, without movement, and wait for what its scripts do at first."""
    page = visit(address, viewport={"width": width, "height": 740}, reduced_motion="reduce")
    if "choose" in address:
        wait_for_engine(page)
    if "no/such" not in address:
        expect(page.locator("html[data-scripts]")).to_be_attached()
    page.evaluate("document.fonts.ready")
    return page


def presses_to(page: Page, selector: str) -> int:
    """Return how many times the Tab key is pressed until a control has the focus."""
    for count in range(1, MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return count
    raise AssertionError(f"the Tab key does not reach {selector}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen_at_every_stop_and_leaves_the_page(visit: Visit, watch: Watch, kind: str, width: int) -> None:
    if kind == "not-there":
        watch.expected = ("404 (Not Found)",)
    page = open_at(visit, KINDS[kind], width)
    stops = walk(page)

    assert faults(stops) == []
    assert len(stops) >= 5
    assert len({stop["stop"] for stop in stops}) == len(stops)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_way_back_is_seen_as_well(visit: Visit, width: int) -> None:
    page = open_at(visit, CHOOSE, width)
    there = [stop["stop"] for stop in walk(page)]
    back: list[dict[str, Any]] = []
    for _ in there:
        page.keyboard.press("Shift+Tab")
        back.append(focus(page) or {})

    assert faults(back) == []
    assert [stop["stop"] for stop in reversed(back)] == there


def links_above_the_questions(page: Page) -> int:
    """Return how many links stand in the sentences above the questions; they are few."""
    count = page.locator("article > p a").evaluate_all(
        "(links) => links.filter((link) => link.compareDocumentPosition(document.querySelector('decision-tree'))"
        " & Node.DOCUMENT_POSITION_FOLLOWING).length"
    )
    assert count <= 3
    return count


class TestFirstAnswer:
    @pytest.mark.parametrize("width", NARROW)
    def test_it_is_near_on_a_narrow_screen(self, visit: Visit, width: int) -> None:
        page = open_at(visit, CHOOSE, width)
        contents = page.locator(".md-sidebar--secondary a").filter(visible=True).count()

        # Past the skip link, the menu, the colour scheme, the search, the contents, and the links above the questions.
        assert presses_to(page, "[data-answer='yes']") == 4 + contents + links_above_the_questions(page) + 1
        assert (contents == 0) == (width < 960)

    @pytest.mark.parametrize("width", WIDTHS)
    def test_the_skip_link_leads_to_it(self, visit: Visit, width: int) -> None:
        page = open_at(visit, CHOOSE, width)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        assert presses_to(page, "[data-answer='yes']") == links_above_the_questions(page) + 1


class TestMenu:
    @pytest.fixture(params=NARROW)
    def page(self, visit: Visit, request: pytest.FixtureRequest) -> Page:
        """A pattern's page with the focus on the button of the menu."""
        page = open_at(visit, PATTERN, request.param)
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
        page = open_at(visit, PATTERN, 360)
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
        page = open_at(visit, PATTERN, 1200)
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
        page = visit(PATTERN, viewport={"width": width, "height": 740}, java_script_enabled=False)
        link = page.locator("#menu").get_by_role("link", name="Home")
        expect(link).to_be_hidden()
        page.keyboard.press("Tab")
        expect(page.get_by_role("checkbox", name="Menu")).to_be_focused()
        page.keyboard.press("Space")
        expect(link).to_be_visible()
        page.locator("#menu label").click()

        expect(link).to_be_hidden()


class TestSearch:
    @pytest.mark.parametrize("width", WIDTHS)
    def test_tab_goes_over_it_and_opens_nothing(self, visit: Visit, width: int) -> None:
        page = open_at(visit, PATTERN, width)
        presses_to(page, ".search-open, [name=query]")
        page.wait_for_timeout(50)  # Material opens it a moment after its field has the focus
        assert page.evaluate("document.activeElement.ariaLabel") == "Search"
        expect(page.locator("#__search")).not_to_be_checked()
        page.keyboard.press("Tab")

        # The empty search has no further stop.
        assert not page.evaluate("document.activeElement.closest('[data-md-component=search]')")

    @pytest.mark.parametrize("width", WIDTHS)
    def test_typing_opens_it_tab_goes_through_the_results_and_escape_gives_the_focus_back(
        self, visit: Visit, width: int
    ) -> None:
        page = open_at(visit, PATTERN, width)
        start = page.locator(".search-open" if width < 960 else "[name=query]")
        start.focus()
        if width < 960:
            page.keyboard.press("Enter")
            expect(page.locator("[name=query]")).to_be_focused()
            expect(start).to_have_attribute("aria-expanded", "true")
        page.keyboard.type("acknowledgement")
        expect(page.locator("#__search")).to_be_checked()
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        stops: list[dict[str, Any]] = []
        for _ in range(3):
            page.keyboard.press("Tab")
            stops.append(focus(page) or {})
        assert faults(stops) == []
        assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
        page.keyboard.press("Escape")

        expect(page.locator("#__search")).not_to_be_checked()
        expect(start).to_be_focused()

    @pytest.mark.parametrize("width", [360, 1280])
    def test_leaving_it_closes_it(self, visit: Visit, width: int) -> None:
        page = open_at(visit, PATTERN, width)
        page.locator(".search-open" if width < 960 else "[name=query]").click()
        expect(page.locator("#__search")).to_be_checked()
        page.keyboard.press("Tab")

        expect(page.locator("#__search")).not_to_be_checked()
        assert faults([focus(page) or {}]) == []

    def test_the_button_to_clear_it_is_there_once_something_is_written(self, visit: Visit) -> None:
        page = open_at(visit, PATTERN, 1280)
        field = page.locator("[name=query]")
        field.focus()
        page.keyboard.type("push")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Clear")).to_be_focused()
        page.keyboard.press("Enter")

        expect(field).to_be_focused()
        expect(field).to_have_value("")
        expect(page.locator(".md-search-result__link")).to_have_count(0)

    def test_enter_opens_it_and_sends_nothing(self, visit: Visit) -> None:
        page = open_at(visit, PATTERN, 1280)
        page.locator("[name=query]").focus()
        page.keyboard.press("Enter")

        expect(page.locator("#__search")).to_be_checked()
        assert page.url.endswith(PATTERN)

    def test_a_button_closes_it_on_a_narrow_screen(self, visit: Visit) -> None:
        page = open_at(visit, PATTERN, 360)
        page.get_by_role("button", name="Search").click()
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("button", name="Close search")).to_be_focused()
        assert faults([focus(page) or {}]) == []
        page.keyboard.press("Enter")

        expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()


class TestColourScheme:
    @pytest.mark.parametrize("width", [360, 1280])
    @pytest.mark.parametrize("key", ["Enter", "Space"])
    def test_a_button_changes_it_and_the_next_has_the_focus(self, visit: Visit, width: int, key: str) -> None:
        page = open_at(visit, PATTERN, width)
        page.get_by_role("button", name="Switch to light mode").focus()
        names: list[str] = []
        schemes: list[str] = []
        for _ in range(3):
            page.keyboard.press(key)
            names.append(page.evaluate("document.activeElement.ariaLabel"))
            schemes.append(page.evaluate("document.body.dataset.mdColorScheme"))
            assert faults([focus(page) or {}]) == []

        assert names == ["Switch to dark mode", "Switch to system preference", "Switch to light mode"]
        assert schemes == ["default", "slate", "default"]


def test_a_decision_is_made_with_keys_alone(visit: Visit) -> None:
    page = open_at(visit, CHOOSE, 360)
    presses_to(page, "[data-answer='no']")
    page.keyboard.press("Enter")
    expect_question(page, "business-acknowledgement")
    assert faults([focus(page) or {}]) == []
    presses_to(page, "[data-answer='no']")
    page.keyboard.press("Enter")
    expect_question(page, "recipients-known")
    presses_to(page, "[data-answer='no']")
    page.keyboard.press("Enter")

    expect_outcome(page, "publish-subscribe")
    assert faults([focus(page) or {}]) == []
    assert tree(page).locator(".fp-ask").evaluate("e => e === document.activeElement")
