"""A site that `fingerpost new --site` started, in the browser: the engine runs from `fingerpost assets` alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from new_site import build_new_site, turn_engine_off
from site_server import SiteServer
from starters_tree import answer_starters_tree
from the_page import answer, expect_open_branches, expect_outcome, expect_question, tree


@pytest.fixture(scope="module")
def without_pyodide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A site as the guide makes it, but for Pyodide."""
    folder = build_new_site(tmp_path_factory.mktemp("new") / "site", change=turn_engine_off)
    with SiteServer(folder, prefix="/elsewhere/") as server:
        yield server


@pytest.fixture
def faults() -> list[str]:
    """What the browser had to complain about."""
    return []


@pytest.fixture
def page(chromium: Browser, faults: list[str]) -> Iterator[Page]:
    """A page that keeps what goes wrong on it."""
    page = chromium.new_page()
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    page.close()


def test_the_tree_of_a_new_site_is_answered_in_the_page(chromium: Browser, tmp_path: Path) -> None:
    """The engine gets ready, answers lead to an outcome, and nothing comes from another origin."""
    with SiteServer(build_new_site(tmp_path / "new"), prefix="/elsewhere/") as server:
        assert answer_starters_tree(chromium, server) == []


class TestWithoutPyodide:
    """The tree works as links, says so, and looks for nothing that is not there."""

    def test_answers_lead_to_an_outcome(self, page: Page, without_pyodide: SiteServer, faults: list[str]) -> None:
        page.goto(f"{without_pyodide.address}choose/")
        answer(page, "yes")
        expect_question(page, "same-place")
        answer(page, "some")

        expect_outcome(page, "call")
        expect(tree(page).locator("[data-row]")).to_have_count(2)
        page.go_back()
        expect_question(page, "same-place")
        assert faults == []

    def test_a_line_says_how_it_works_and_nothing_offers_to_try_again(
        self, page: Page, without_pyodide: SiteServer
    ) -> None:
        page.goto(f"{without_pyodide.address}choose/#way-to-meet?discussion=yes")

        expect_question(page, "same-place")
        expect(tree(page)).to_have_attribute("engine", "none")
        expect(tree(page).get_by_text("Each answer is a link to what comes next")).to_be_visible()
        expect(tree(page).get_by_role("button", name="Try again")).to_be_hidden()

    def test_not_sure_leads_to_the_branches_that_stay_open(self, page: Page, without_pyodide: SiteServer) -> None:
        page.goto(f"{without_pyodide.address}choose/")
        answer(page, "yes")
        expect_question(page, "same-place")
        answer(page, "unsure")

        branches = expect_open_branches(page, "same-place")
        branches.get_by_role("link", name="A room").click()
        expect_outcome(page, "room")

    def test_without_javascript_it_works_too(self, chromium: Browser, without_pyodide: SiteServer) -> None:
        page = chromium.new_page(java_script_enabled=False)
        page.goto(f"{without_pyodide.address}choose/")
        answer(page, "no")

        expect(page.locator("[data-entry='message']")).to_be_in_viewport()
        page.close()
