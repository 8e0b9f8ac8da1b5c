"""What every fault is held to: the visitor sees what the table says, nothing is lost, and the listing still works."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from faults.fault import Fault, Sight
from faults.scene import NEED, Scene
from live_tree import live_tree
from notes import need, offer
from the_page import answer, expect_outcome, expect_question, tree

THROUGH_THE_LISTING = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "yes"}
WRITTEN = f"{NEED} Ask on Monday."


def check(fault: Fault, variant: str, scene: Scene) -> None:
    """Check what a fault has come to, and what is there after it.

    Args:
        fault: The fault.
        variant: Its variant.
        scene: The scene, with the page as the fault has left it.
    """
    sight, given, page = fault.sight_of(variant), fault.given_of(variant), scene.page
    _expect_sight(page, sight)
    view = _Listed(page) if sight.engine == "none" else _Drawn(page)
    place = _after(given)
    view.expect_answers(given, place)
    _expect_listing(page, view)
    if fault.back:
        _go_back(page, len(THROUGH_THE_LISTING))
        view.expect_back_at(place)
    else:
        _expect_listing(page, view, given)
    view.expect_answers(given, place)
    if fault.kept.stored:
        assert NEED in scene.stored_needs()
        assert scene.stores_the_plan()
    noted = NEED
    if sight.engine == "ready" and sight.drawn:
        noted = _expect_notes(scene, fault, given)
    else:
        view.answer(place, "no")
    _expect_healed(scene, noted)


def _expect_sight(page: Page, sight: Sight) -> None:
    expect(tree(page)).to_have_attribute("engine", sight.engine, timeout=60_000)
    for words in sight.words:
        expect(page.locator("article").get_by_text(words).first).to_be_visible()
    if sight.engine == "ready" and sight.drawn:
        expect(page.locator(".fp-status:visible")).to_have_count(0)


class _Drawn:
    """The questions as the page element draws them, with the engine or without."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def expect_place(self, node: str) -> None:
        if node in live_tree().questions:
            expect_question(self.page, node)
        else:
            expect_outcome(self.page, node)

    def expect_back_at(self, node: str) -> None:
        self.expect_place(node)

    def expect_answers(self, given: Mapping[str, str], place: str) -> None:
        self.expect_back_at(place)
        rows = tree(self.page).locator("[data-row]")
        expect(rows).to_have_count(len(given))
        for question, choice in given.items():
            expect(tree(self.page).locator(f"[data-row='{question}={choice}']")).to_have_count(1)

    def answer(self, place: str, choice: str) -> None:
        answer(self.page, choice)
        self.expect_place(_next(place, choice))


class _Listed(_Drawn):
    """The questions as the listing has them, without scripts."""

    def expect_place(self, node: str) -> None:
        expect(_entry(self.page, node)).to_be_in_viewport()

    def expect_back_at(self, node: str) -> None:
        # The window is where the visitor left: where they had scrolled to.
        expect(_entry(self.page, node).locator(":target")).to_be_attached()

    def expect_answers(self, given: Mapping[str, str], place: str) -> None:
        self.expect_back_at(place)
        for question, choice in given.items():
            assert f"{question}={choice}" in self.page.url

    def answer(self, place: str, choice: str) -> None:
        _follow(self.page, place, choice)
        self.expect_place(_next(place, choice))


def _expect_listing(page: Page, view: _Drawn, answers: Mapping[str, str] = THROUGH_THE_LISTING) -> None:
    """Go through the listing from the first question, by its links."""
    for question, choice in answers.items():
        _follow(page, question, choice)
        view.expect_place(_next(question, choice))


def _go_back(page: Page, steps: int) -> None:
    # On a page that the browser had kept in memory, Playwright's own way back waits in vain.
    page.evaluate("steps => history.go(-steps)", steps)


def _entry(page: Page, node: str) -> Locator:
    return page.locator(f"[data-listing] [data-entry='{node}']")


def _follow(page: Page, question: str, choice: str) -> None:
    entry = _entry(page, question)
    if entry.locator("> details").get_attribute("open") is None:
        entry.locator("> details > summary").click()
    entry.locator(f"[data-answer='{choice}']").click()


def _expect_notes(scene: Scene, fault: Fault, given: Mapping[str, str]) -> str:
    """Go on to a result, and write something; return what is noted now."""
    page, kept = scene.page, fault.kept
    place = _after(given)
    while place in live_tree().questions:
        answer(page, "no")
        place = _next(place, "no")
        _Drawn(page).expect_place(place)
    if offer(page).is_visible():
        offer(page).get_by_role("button", name="Use these notes").click()
    expect(need(page)).to_have_value(NEED if kept.notes else "")
    need(page).fill(WRITTEN)
    for words in kept.words:
        expect(tree(page).get_by_text(words)).to_be_visible()
    if fault.back:
        _go_back(page, 1)
        answer(page, "no")
    expect(need(page)).to_have_value(WRITTEN)
    assert (WRITTEN in scene.stored_needs()) == kept.stores
    assert scene.stores_the_unreadable() == kept.unreadable
    return WRITTEN if kept.stores else NEED


def _expect_healed(scene: Scene, noted: str) -> None:
    """Expect the notes once nothing fails any more."""
    expect(offer(scene.healed())).to_contain_text(noted)


def _after(given: Mapping[str, str]) -> str:
    place = live_tree().start
    while place in given:
        place = _next(place, given[place])
    return place


def _next(question: str, choice: str) -> str:
    return next(each.go for each in live_tree().questions[question].answers if each.id == choice)
