"""Pages with a tree are short: what is needed now is in front of the reader, on the screen and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from accessibility_tree import headings
from live_tree import live_tree
from paper import has_words, print_sheets
from the_page import CHOOSE, RESULT, Visit, state, tree, wait_for_engine
from watch import Watch

INCIDENT = "authors/trees/incident/"
TWO_TREES = "authors/trees/two-trees/"

# How far below the top of the picture everything stands that comes after it.
TOPS = """() => {
  const [first, ...rest] = document.querySelectorAll(".fp-map, .fp-entry > .fp-ask, hr");
  return rest.map((part) => Math.round(part.getBoundingClientRect().top - first.getBoundingClientRect().top));
}"""


def opened(visit: Visit, address: str, width: int, **options: object) -> Page:
    """Open a page in a window of some width, and wait for the engine."""
    page = visit(address, viewport={"width": width, "height": 800}, **options)
    wait_for_engine(page)
    return page


def entry(page: Page, node: str) -> Locator:
    """Return a question or an outcome of the listing."""
    return page.locator(f"[data-entry='{node}']")


def height(page: Page) -> int:
    """Return how long the page is."""
    return page.evaluate("document.documentElement.scrollHeight")


class TestOnTheScreen:
    @pytest.mark.parametrize(("width", "limit"), [(1280, 4000), (360, 7000)])
    @pytest.mark.parametrize("address", [CHOOSE, RESULT])
    def test_the_page_with_the_questions_is_short(self, visit: Visit, address: str, width: int, limit: int) -> None:
        assert height(opened(visit, address, width)) < limit

    @pytest.mark.parametrize("address", [CHOOSE, INCIDENT])
    def test_the_browser_tells_of_the_heading_of_every_question_and_outcome(self, visit: Visit, address: str) -> None:
        page = opened(visit, address, 1280)

        listed = page.locator(".fp-entry > .fp-ask").all_inner_texts()

        assert len(listed) == page.locator("[data-entry]").count()
        # Chromium puts a space into the name of a heading where its line may break after a slash.
        told = [heading.replace("/ ", "/") for heading in headings(page)]
        assert [heading for heading in listed if heading not in told] == []

    @pytest.mark.parametrize("width", [360, 1280])
    def test_nothing_moves_when_the_scripts_arrive(self, visit: Visit, width: int) -> None:
        page = visit("about/", viewport={"width": width, "height": 800})
        held: list[Route] = []
        page.route(re.compile(r"site\.mjs"), lambda route: held.append(route))
        with page.expect_request(re.compile(r"site\.mjs")):
            page.goto(page.url.replace("about/", CHOOSE), wait_until="commit")
        expect(page.locator("hr").first).to_be_attached()
        page.evaluate("document.fonts.ready.then(() => true)")  # which also waits for the styles
        before = page.evaluate(TOPS)

        held[0].continue_()
        wait_for_engine(page)

        assert page.evaluate(TOPS) == before

    def test_what_is_folded_opens_and_closes(self, visit: Visit) -> None:
        page = opened(visit, CHOOSE, 1280)
        question = entry(page, "manual-activity")
        expect(question.locator(".fp-answers")).to_be_hidden()

        question.locator(":scope > .fp-fold > summary").click()

        expect(question.locator(".fp-answers")).to_be_visible()
        expect(question.locator(".fp-help")).to_have_attribute("open", "")

    def test_without_scripts_everything_is_open(self, visit: Visit) -> None:
        page = visit(CHOOSE, viewport={"width": 360, "height": 800}, java_script_enabled=False)

        for question in live_tree().questions:
            expect(entry(page, question).locator(".fp-entry-unsure")).to_be_visible()
        expect(page.locator(".fp-map-outline ol").first).to_be_visible()

    def test_where_the_scripts_never_come_everything_opens(self, visit: Visit, watch: Watch) -> None:
        watch.expected = ("Failed to load resource",)
        page = visit("about/")
        page.route(re.compile(r"site\.mjs"), lambda route: route.abort())
        page.goto(page.url.replace("about/", CHOOSE))
        answers = entry(page, "care-setting").locator(".fp-answers")
        expect(answers).to_be_hidden()

        page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")

        expect(answers).to_be_visible()


class TestOnPaper:
    @pytest.mark.parametrize(
        ("address", "most"),
        [(CHOOSE, 2), (RESULT, 3), (INCIDENT, 4), (f"{INCIDENT}#incident-triage?safety=yes", 11), (TWO_TREES, 5)],
    )
    def test_it_is_what_the_reader_has_in_front_of_them(self, visit: Visit, address: str, most: int) -> None:
        page = opened(visit, address, 1280)
        if "?" in address:
            expect(page.locator("decision-tree[data-record]")).to_be_attached()

        sheets = print_sheets(page)

        assert 1 <= len(sheets) <= most
        assert [has_words(sheet) for sheet in sheets] == [True] * len(sheets)

    def test_a_blank_sheet_would_be_noticed(self, chromium: Browser) -> None:
        page = chromium.new_page()
        page.set_content("<p style='break-after: page'>Words</p><p style='height: 1em'></p>")

        assert [has_words(sheet) for sheet in print_sheets(page)] == [True, False]
        page.close()

    def test_of_two_trees_the_one_that_is_answered_is_printed(self, visit: Visit) -> None:
        page = opened(visit, TWO_TREES, 1280)
        second = tree(page).nth(1)
        second.locator("[data-answer]").first.click()
        expect(second.locator(".fp-print")).not_to_be_empty()

        page.emulate_media(media="print")

        expect(second.locator(".fp-print")).to_be_visible()
        expect(tree(page).first).to_be_hidden()

    @pytest.mark.parametrize("address", [CHOOSE, RESULT])
    def test_the_whole_tree_is_printed_on_request(self, visit: Visit, address: str) -> None:
        page = opened(visit, address, 1280)
        if address == RESULT:
            expect(page.locator(".fp-print")).not_to_be_empty()
        page.evaluate("window.print = () => {}")

        page.get_by_role("link", name="Print every question").click()

        page.emulate_media(media="print")
        for question in live_tree().questions:
            expect(entry(page, question).locator(".fp-help")).to_be_visible()
        for outcome in live_tree().outcomes:
            expect(entry(page, outcome)).to_be_visible()
        expect(tree(page)).to_be_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("[data-listing]")).to_be_hidden()
        page.emulate_media(media="screen")
        expect(entry(page, "care-setting").locator(".fp-help")).to_be_hidden()

    def test_without_scripts_the_start_is_printed(self, visit: Visit) -> None:
        page = visit(CHOOSE, java_script_enabled=False)
        page.emulate_media(media="print")

        expect(tree(page).locator(".fp-ask")).to_be_visible()
        expect(page.locator("[data-listing]")).to_be_hidden()

    def test_without_scripts_the_question_that_the_address_names_is_printed(self, visit: Visit) -> None:
        page = visit(state({"proactive-request": "yes"}), java_script_enabled=False)
        page.emulate_media(media="print")

        expect(entry(page, "care-setting").locator(".fp-answers")).to_be_visible()
        expect(entry(page, "location-known")).to_be_hidden()
        expect(tree(page)).to_be_hidden()

    def test_without_scripts_the_address_of_the_list_prints_all_of_it(self, visit: Visit) -> None:
        page = visit(CHOOSE, java_script_enabled=False)
        page.get_by_role("link", name="Print every question").click()

        page.emulate_media(media="print")

        for node in (*live_tree().questions, *live_tree().outcomes):
            expect(entry(page, node)).to_be_visible()
