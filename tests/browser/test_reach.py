"""What no checker sees: focus, pointer, stillness, menus, names, sizes, zoom, contrast of lines, settings, keys.

docs/about/conformance.md names these tests beside the criteria of WCAG 2.2 that they show.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from built_site import SITE, pages
from built_site import page as built_page
from the_page import CHOOSE, answer, change, expect_outcome, expect_question, state, tree, unfold, wait_for_engine

type Visit = Callable[..., Page]

HOME = ""
SITE_NAME = "Integration pattern guide"
PATTERN = "patterns/publish-subscribe/"
PAGES = (HOME, CHOOSE, "guidance/glossary/", "patterns/", PATTERN, "about/accessibility/", "about/conformance/")
RESULT = state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"})

# Text spacing as WCAG 2.2, 1.4.12 has it.
SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } "
SPACED += "p { margin-bottom: 2em !important; }"


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

# The contrast of a line with the ground that it is drawn on.
CONTRAST = """(control, line) => {
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = (colours) => {
    for (const colour of colours) { pixel.fillStyle = colour; pixel.fillRect(0, 0, 1, 1); }
    const parts = [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const grounds = [];
  for (let e = control.parentElement; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
  const drawn = getComputedStyle(control)[line].match(/^[a-z]+\\([^)]*\\)/)?.[0];
  if (!drawn) return 1;
  const [light, dark] = [luminance(grounds), luminance([...grounds, drawn])].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}"""


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

    @pytest.mark.parametrize("address", [RESULT, PATTERN])
    def test_tab_reaches_every_control_in_the_order_of_the_page_and_leaves_it(self, visit: Visit, address: str) -> None:
        page = visit(address)
        if address == RESULT:
            wait_for_engine(page)
            expect(tree(page).get_by_text("Why not the other patterns")).to_be_visible()
        controls = page.evaluate(NUMBER_CONTROLS)

        assert len(controls) > 20
        assert [number for number, _, _ in self.walk(page)] == controls

    @pytest.mark.parametrize("address", [CHOOSE, PATTERN])
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


class TestStillness:
    @pytest.mark.parametrize("address", [HOME, CHOOSE, RESULT])
    def test_nothing_moves_flashes_or_changes_by_itself(self, visit: Visit, address: str) -> None:
        page = ready(visit, address) if "choose" in address else visit(address)
        page.wait_for_timeout(1000)

        # WCAG allows 5 seconds of movement.
        seen = set()
        for _ in range(6):
            seen.add(page.screenshot())
            page.wait_for_timeout(1000)

        assert len(seen) == 1


class TestNavigation:
    """Of every page, as it was built."""

    @staticmethod
    def links(address: str, css_class: str) -> list[tuple[str, str]]:
        """Return where each link of a menu leads, from the site's root, and its words."""
        return [
            (urljoin(f"/{address}", link.attributes["href"]).split("#")[0], link.seen_text)
            for nav in built_page(address).all("nav")
            if css_class in nav.attributes.get("class", "").split()
            for link in nav.all("a")
            if not link.attributes["href"].startswith("#")
        ]

    @pytest.mark.parametrize("menu", ["md-tabs", "md-nav--primary"])
    def test_the_menus_are_the_same_on_every_page(self, menu: str) -> None:
        # On a narrow screen the page itself stands there twice: as a link, and as the heading of its contents.
        menus = {str(list(dict.fromkeys(self.links(address, menu)))) for address in pages()}

        assert len(menus) == 1

    def test_every_page_is_in_the_menu_and_in_the_search(self) -> None:
        index = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))
        found = {entry["location"].split("#")[0] for entry in index["docs"]}
        named = {address.removeprefix("/") for address, _ in self.links("", "md-nav--primary")}

        assert set(pages()) <= named
        assert set(pages()) <= found

    @pytest.mark.parametrize("address", pages())
    def test_the_menu_shows_which_page_this_is(self, address: str) -> None:
        current = {
            urljoin(f"/{address}", link.attributes["href"]).split("#")[0].removeprefix("/")
            for nav in built_page(address).all("nav")
            if "md-nav--primary" in nav.attributes.get("class", "")
            for link in nav.all("a")
            if "md-nav__link--active" in link.attributes.get("class", "")
        }

        assert current == {address}

    def test_the_controls_of_the_header_have_the_same_names_on_every_page(self) -> None:
        names = {
            str([part.attributes["aria-label"] for part in header.all() if "aria-label" in part.attributes])
            for header in (built_page(address).one("header") for address in pages())
        }

        assert len(names) == 1


class TestPictures:
    """Of every page, as it was built."""

    def test_words_in_diagrams_are_text(self) -> None:
        drawn = [
            svg
            for address in pages()
            for svg in built_page(address).all("svg")
            if {"seq-picture", "fp-map-picture"} & set(svg.attributes.get("class", "").split())
        ]

        assert len(drawn) >= 6
        assert all(list(svg.all("text")) and not list(svg.all("image", "foreignobject")) for svg in drawn)

    def test_the_only_images_are_a_chart_whose_numbers_stand_in_a_table(self) -> None:
        images = {address: list(built_page(address).all("img")) for address in pages()}

        assert [address for address, found in images.items() if found] == ["reference/performance/"]
        assert {image.attributes["alt"] for image in images["reference/performance/"]} == {
            "Bar chart of the start times in the table below"
        }


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


class TestContrast:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(
        ("part", "lines"),
        [
            ("decision-tree [data-answer]", ["borderTopColor"]),
            ("decision-tree button", ["borderTopColor"]),
            ("decision-tree textarea", ["borderTopColor"]),
            (".fp-map-picture rect", ["stroke", "fill"]),
        ],
    )
    def test_lines_that_show_what_can_be_used_stand_out(
        self, visit: Visit, part: str, lines: list[str], scheme: Literal["light", "dark"]
    ) -> None:
        address = CHOOSE if "answer" in part else RESULT
        page = ready(visit, address, color_scheme=scheme)
        if "textarea" in part:
            unfold(page, "record")
        seen = page.locator(part).filter(visible=True)

        assert seen.count()
        assert min(max(e.evaluate(CONTRAST, line) for line in lines) for e in seen.all()) >= 3

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("part", ["decision-tree [data-answer='yes']", ".md-header__title a, .md-logo"])
    def test_the_mark_of_the_focus_stands_out(self, visit: Visit, part: str, scheme: Literal["light", "dark"]) -> None:
        page = ready(visit, color_scheme=scheme)
        page.keyboard.press("Tab")
        control = page.locator(part).first
        control.focus()

        assert max(control.evaluate(CONTRAST, line) for line in ("outlineColor", "boxShadow")) >= 3


class TestSettings:
    def test_portrait_and_landscape_show_the_same(self, visit: Visit) -> None:
        shown = [
            ready(visit, viewport={"width": width, "height": height}).locator(".fp-live").inner_text()
            for width, height in ((390, 844), (844, 390))
        ]
        manifest = json.loads((SITE / "app.webmanifest").read_text(encoding="utf-8"))

        assert shown[0] == shown[1]
        assert "orientation" not in manifest
        assert not any("orientation:" in style.read_text(encoding="utf-8") for style in SITE.rglob("*.css"))

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
        page = visit(PATTERN)
        page.keyboard.press(key)

        expect(page.locator("[data-md-component='search-query']")).not_to_be_focused()
        assert page.url.endswith(PATTERN)


class TestHelp:
    def test_an_answer_with_the_focus_tells_which_outcomes_it_leaves(self, visit: Visit) -> None:
        page = ready(visit)
        tree(page).locator("[data-answer='yes']").focus()

        expect(tree(page).locator(".fp-preview")).to_have_text(
            "This answer leaves 3 of 6 patterns: Request/Response (synchronous), Registry/Repository, Shared repository"
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
