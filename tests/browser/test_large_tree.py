"""A tree too large for one page: answered in the page, and as links between the pages of its list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from large_tree import SETTINGS, build_large_site
from site_controls import list_controls
from site_server import SiteServer
from the_page import answer, expect_question, tree, wait_for_engine


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A site with a tree of 250 questions."""
    with SiteServer(build_large_site(tmp_path_factory.mktemp("large") / "site")) as server:
        yield server


def test_answers_are_shown_in_the_page(chromium: Browser, large: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(large.address)
    wait_for_engine(page)

    answer(page, "skip")
    expect_question(page, "q2")
    answer(page, "unsure")

    expect(tree(page).locator(".fp-answered li")).to_have_count(2)
    expect(tree(page).locator(".fp-left")).to_contain_text("questions left")
    assert "tree > answers > a change" in list_controls(page, "a question of a large tree", "article")
    page.close()


def test_an_answer_before_the_engine_is_ready_is_shown_when_it_is(chromium: Browser, large: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(large.address)

    answer(page, "skip")

    expect(tree(page).locator("[data-status=loading]")).to_contain_text("Your answer is shown when they are ready.")
    expect_question(page, "q2")
    page.close()


def test_a_page_of_the_list_prints_its_questions_with_their_notes(chromium: Browser, large: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(f"{large.address}long-questions/2/")
    page.wait_for_load_state()

    page.emulate_media(media="print")

    expect(page.locator("[data-entry=q100]").get_by_text("Notes on q100.")).to_be_visible()
    expect(page.locator("[data-entry=q199] [data-answer=skip]")).to_be_visible()
    expect(page.get_by_text("Answer the questions").first).to_be_hidden()
    page.close()


def test_each_link_of_a_page_of_the_list_leads_to_its_part(chromium: Browser, large: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(f"{large.address}long-questions/2/")
    page.wait_for_load_state()
    assert "question > a answer" in list_controls(page, "a page of the list of a large tree", "article")
    page.reload()
    first = page.locator("[data-entry=q100]")

    for link, part in (
        (first.get_by_role("link", name="Link to this question"), "q100"),
        (first.locator("[data-answer=on]"), "q101"),
        (first.locator("[data-answer=unsure]"), "q100/unsure"),
        (first.locator(".fp-entry-unsure").get_by_role("link", name="Q101?"), "q101"),
    ):
        link.click()
        expect(page).to_have_url(f"{large.address}long-questions/2/#long/{part}")
        expect(page.locator(":target")).to_be_in_viewport()
    first.locator(".fp-help > summary").click()
    expect(first.get_by_text("Notes on q100.")).to_be_visible()
    page.locator(".fp-entry-unsure").get_by_role("link", name="Q200?").first.click()
    expect(page).to_have_url(f"{large.address}long-questions/3/#long/q200")
    expect(page.locator(":target")).to_have_text("Q200?")
    page.close()


def test_without_scripts_answers_lead_through_the_list(chromium: Browser, large: SiteServer) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(large.address)

    answer(page, "skip")
    page.locator(":target").get_by_role("link", name="Q2?").click()
    expect(page).to_have_url(f"{large.address}long-questions/1/#long/q2")
    for number in range(2, 100, 2):
        page.locator(f"[data-entry=q{number}] [data-answer=skip]").click()

    expect(page).to_have_url(f"{large.address}long-questions/2/#long/q100")
    expect(page.locator(":target")).to_have_text("Q100?")
    context.close()


def test_without_the_engine_the_first_answer_leads_to_the_list(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = SETTINGS.replace("fingerpost]", "{fingerpost: {engine: false}}]")
    with SiteServer(build_large_site(tmp_path_factory.mktemp("links") / "site", settings)) as server:
        page = chromium.new_page()
        page.goto(server.address)

        answer(page, "skip")

        expect(page.locator(".fp-parts a").nth(1)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{server.address}long-questions/1/#long/q2")
        page.close()
