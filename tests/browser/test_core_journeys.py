"""The journeys that have to work for every reader, in each browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from site_server import Reply, SiteServer
from the_page import (
    CHOOSE,
    RESULT,
    Visit,
    answer,
    answer_by_links,
    answer_to_publish_subscribe,
    change,
    expect_open_branches,
    expect_outcome,
    expect_question,
    ready,
    refuse_the_clipboard,
    to_the_page,
    tree,
    unfold,
    use,
    wait_for_engine,
)
from the_plan import row, rows, undo, wait_for_plan
from watch import FAULTS_OF_THE_ENGINE, Watch

KEPT = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const names = await caches.keys();
  return registration?.active?.state === "activated" && names.includes("fingerpost-engine-memory");
}"""


type Save = Callable[[Locator], Path]
"""The fixture that clicks a button and returns the file that it downloads."""


@pytest.fixture(params=["chromium", "firefox"])
def in_browser(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def save(in_browser: str, firefox_downloads: Path, tmp_path: Path) -> Save:
    def save_in_firefox(button: Locator) -> Path:
        before = set(firefox_downloads.iterdir())
        button.click()
        for _ in range(100):
            new = [file for file in set(firefox_downloads.iterdir()) - before if file.suffix != ".part"]
            if new and new[0].stat().st_size:
                return new[0]
            button.page.wait_for_timeout(50)
        raise AssertionError("Firefox has downloaded nothing")

    def save_in_chromium(button: Locator) -> Path:
        with button.page.expect_download() as download:
            button.click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        return file

    return save_in_firefox if in_browser == "firefox" else save_in_chromium


def test_answers_lead_to_a_result_and_back_and_forward_through_them(visit: Visit) -> None:
    page = ready(visit)

    answer_to_publish_subscribe(page)

    expect(page).to_have_url(page.url.partition(CHOOSE)[0] + RESULT)
    expect(tree(page).locator(".fp-ask")).to_be_focused()
    page.go_back()
    expect_question(page, "recipients-known")
    page.go_back()
    expect_question(page, "business-acknowledgement")
    page.go_forward()
    page.go_forward()
    expect_outcome(page, "publish-subscribe")
    change(page, "recipients-known")
    answer(page, "yes")
    expect_outcome(page, "information-push")
    tree(page).locator("[data-action='start-again']").click()
    expect_question(page, "proactive-request")
    tree(page).get_by_role("button", name="Undo").click()
    expect_outcome(page, "information-push")


def test_the_keyboard_alone_leads_to_a_result_and_on_to_its_page(visit: Visit) -> None:
    page = ready(visit)

    for question in ("proactive-request", "business-acknowledgement", "recipients-known"):
        expect_question(page, question)
        use(page, tree(page).locator("[data-answer='no']"))

    expect_outcome(page, "publish-subscribe")
    use(page, to_the_page(page))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Publish/Subscribe")
    page.go_back()
    wait_for_engine(page)
    expect_outcome(page, "publish-subscribe")


def test_not_sure_shows_what_is_possible_and_whom_to_ask(visit: Visit) -> None:
    page = ready(visit)

    answer(page, "unsure")

    expect_question(page, "care-setting")
    expect(tree(page).locator(".fp-standing summary")).to_have_text("Patterns still possible: 6 of 6")
    expect(tree(page).locator("[data-panel='ask-whom']")).to_be_visible()
    answer(page, "no")
    expect_question(page, "business-acknowledgement")


def test_a_link_is_copied_and_opens_the_result_in_another_tab(visit: Visit) -> None:
    page = ready(visit, RESULT)
    refuse_the_clipboard(page)

    tree(page).locator("[data-action='copy-link']").click()

    link = tree(page).get_by_label("Link to these answers").input_value()
    other = page.context.new_page()
    other.goto(link)
    wait_for_engine(other)
    expect_outcome(other, "publish-subscribe")
    other.close()


def test_notes_are_kept_and_a_downloaded_record_opens_again(visit: Visit, save: Save) -> None:
    page = ready(visit, RESULT)
    unfold(page, "confirm", "record")
    tree(page).get_by_label("What do you need to decide?").fill("Tell the practice")
    tree(page).locator("[data-confirmed]").first.check()
    tree(page).locator("[data-note]").first.fill("Asked on Monday.")

    page.reload()
    wait_for_engine(page)

    unfold(page, "confirm", "record")
    expect(tree(page).locator("[data-confirmed]").first).to_be_checked()
    expect(tree(page).locator("[data-note]").first).to_have_value("Asked on Monday.")
    file = save(tree(page).get_by_role("button", name="Download as JSON"))
    record = json.loads(file.read_text(encoding="utf-8"))
    assert (record["need"], record["outcome"]["id"]) == ("Tell the practice", "publish-subscribe")
    page.evaluate("localStorage.clear()")
    page.goto(page.url.partition("#")[0])
    page.reload()
    wait_for_engine(page)
    tree(page).get_by_label("Open a saved record (JSON)").set_input_files(file)
    expect_outcome(page, "publish-subscribe")
    expect(tree(page).get_by_label("What do you need to decide?")).to_have_value("Tell the practice")


def test_a_plan_gets_a_result_and_a_second_need(visit: Visit) -> None:
    page = ready(visit, RESULT)

    tree(page).get_by_role("button", name="Add to the plan").click()
    tree(page).locator(".fp-toast").get_by_role("link", name="Open the plan").click()
    wait_for_plan(page)
    page.get_by_label("What do you need?").fill("Book a visit")
    page.get_by_role("button", name="Add this need").click()

    expect(rows(page)).to_have_count(2)
    expect(rows(page).first).to_contain_text("Publish/Subscribe")
    row(page, "Book a visit").get_by_role("button", name="Move up").click()
    expect(rows(page).first).to_contain_text("Book a visit")
    page.reload()
    wait_for_plan(page)
    expect(rows(page).first).to_contain_text("Book a visit")
    row(page, "Book a visit").get_by_role("button", name="Remove").click()
    expect(rows(page)).to_have_count(1)
    undo(page)
    expect(rows(page)).to_have_count(2)


def test_the_finder_leaves_what_fits(visit: Visit) -> None:
    page = visit("patterns/")
    fits = page.locator("outcome-finder").get_by_role("status")

    page.locator("outcome-finder summary", has_text="Who starts").click()
    page.get_by_role("checkbox", name="A requester").check()

    expect(fits).to_contain_text("3 of 6 patterns fit.")
    assert page.url.endswith("#fits?who-starts=requester")
    page.go_back()
    expect(fits).to_be_empty()
    page.go_forward()
    expect(fits).to_contain_text("3 of 6 patterns fit.")


def test_the_listing_answers_without_the_engine(visit: Visit, server: SiteServer, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(404) if path.endswith(".wasm") else None
    page = visit(CHOOSE)
    wait_for_engine(page, "failed")

    answer_by_links(page)

    page.go_back()
    expect_question(page, "recipients-known")
    answer(page, "unsure")
    expect_open_branches(page, "recipients-known")
    server.intercept = None
    tree(page).get_by_role("button", name="Try again").click()
    wait_for_engine(page)


@pytest.mark.first_visit
@pytest.mark.whole_search
def test_a_second_visit_needs_no_network_and_starts_from_what_was_kept(
    visit: Visit, server: SiteServer, watch: Watch
) -> None:
    watch.expected = ("console: ",)  # the browser reports each request that fails
    page = visit(CHOOSE, service_workers="allow")
    wait_for_engine(page)
    assert tree(page).get_attribute("data-engine-start") != "snapshot"
    wait_until_kept(page)
    page.context.set_offline(True)
    server.requested.clear()

    page.goto(server.address + "about/")
    page.goto(server.address + CHOOSE)

    wait_for_engine(page)
    assert tree(page).get_attribute("data-engine-start") == "snapshot"
    answer_to_publish_subscribe(page)
    to_the_page(page).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Publish/Subscribe")
    # Looking for a new build is the browser's own doing.
    assert [path for path in server.requested if not path.endswith("/service-worker.js")] == []


def wait_until_kept(page: Page) -> None:
    """Wait until the site and the snapshot of the engine are stored."""
    for _ in range(300):
        if page.evaluate(KEPT):
            return
        page.wait_for_timeout(100)
    pytest.fail("the browser never stored the site")
