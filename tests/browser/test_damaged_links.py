"""Links after other programs handled them: the page shows the same with the engine and without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from damaged_links import CUT, WHOLE
from site_server import Reply, SiteServer
from the_page import CHOOSE, expect_outcome, expect_question, tree, wait_for_engine
from watch import FAULTS_OF_THE_ENGINE, Watch

LINK = "integration-pattern?proactive-request=yes&care-setting=no&repository-mandate=no&edition=2022-11-24"
WITHOUT_BREAKS = [name for name in WHOLE if not name.startswith(("wrapped", "as mail")) or "encoded" in name]
"""A browser takes the line breaks out of an address itself, and so are they tested by the engine's tests."""


@pytest.fixture(params=["with the engine", "without the engine"])
def arrive(
    request: pytest.FixtureRequest, visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> Callable[[str], Page]:
    """Open the questions by a link, and return the page once it shows what it is going to show."""
    works = request.param == "with the engine"
    if not works:
        watch.expected = FAULTS_OF_THE_ENGINE
        server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None

    def open_page(text: str) -> Page:
        page = visit(f"{CHOOSE}#{text}")
        wait_for_engine(page, "ready" if works else "failed")
        return page

    return open_page


def test_a_whole_link_leads_to_its_result(arrive: Callable[[str], Page]) -> None:
    page = arrive(LINK)
    for name in WITHOUT_BREAKS:
        # A start of its own for each would take a minute, and show the same.
        page.evaluate("text => location.hash = text", "integration-pattern")
        expect_question(page, "proactive-request")
        page.evaluate("text => location.hash = text", WHOLE[name](LINK))

        expect_outcome(page, "registry-repository")
        expect(tree(page).locator(".fp-notices"), name).to_have_count(0)


def test_a_link_that_was_cut_keeps_its_answers_and_is_noticed(arrive: Callable[[str], Page]) -> None:
    page = arrive(LINK)
    for name, damage in CUT.items():
        page.evaluate("text => location.hash = text", "integration-pattern")
        expect_question(page, "proactive-request")
        page.evaluate("text => location.hash = text", damage(LINK))

        notices = tree(page).locator(".fp-notices")
        expect(notices, name).to_contain_text("The end of the link seems to be missing.")
        expect(tree(page).locator("[data-row='care-setting=no']"), name).to_have_count(1)
        expect(notices.locator("li"), name).to_have_count(1)


def test_a_link_for_another_tree_is_not_applied_to_this_one(arrive: Callable[[str], Page]) -> None:
    page = arrive(LINK.replace("integration-pattern", "other-guidance"))

    expect_question(page, "proactive-request")
    expect(tree(page).locator(".fp-notices")).to_have_text(
        "The link is for other questions (“other-guidance”), so this page starts from the first question."
    )


@pytest.mark.parametrize("text", ["other-guidance%3Fproactive-request%3Dyes", "other-guidance?proactive-request=yes"])
def test_nor_while_the_engine_loads(visit: Callable[..., Page], server: SiteServer, text: str) -> None:
    server.intercept = lambda path: Reply(404, delay=10) if path.endswith("python_stdlib.zip") else None
    page = visit(f"{CHOOSE}#{text}")
    wait_for_engine(page, "loading")

    expect_question(page, "proactive-request")
    expect(tree(page).locator(".fp-notices")).to_contain_text("The link is for other questions (“other-guidance”)")


def test_the_beginning_of_the_trees_name_is_noticed(arrive: Callable[[str], Page]) -> None:
    page = arrive("integration-pat")

    expect_question(page, "proactive-request")
    expect(tree(page).locator(".fp-notices")).to_contain_text("The end of the link seems to be missing.")


@pytest.mark.provokes("query", "a program moved the answers out of the fragment before the reader opened the link")
@pytest.mark.provokes("words", "a program moved the answers out of the fragment before the reader opened the link")
@pytest.mark.parametrize("hash_mark", ["%23", "%2523"])
def test_a_link_whose_hash_was_encoded_comes_round_by_the_page_for_wrong_addresses(
    visit: Callable[..., Page], watch: Watch, hash_mark: str
) -> None:
    watch.expected = ("404 (Not Found)",)
    page = visit(f"{CHOOSE}{hash_mark}{LINK}")

    expect_outcome(page, "registry-repository")
    assert page.url.endswith(f"{CHOOSE}#{LINK}")


@pytest.mark.parametrize(
    "text",
    [
        "integration-pattern?edition=2020-01-01&proactive-request=yes",
        "integration-pattern%3Fproactive-request%3Dyes%26edition%3D2020-01-01",
    ],
)
def test_an_earlier_edition_is_told_wherever_it_stands(arrive: Callable[[str], Page], text: str) -> None:
    page = arrive(text)

    expect_question(page, "care-setting")
    expect(tree(page).locator(".fp-notices")).to_contain_text("This is edition 2022-11-24.")


def test_without_the_engine_the_page_names_what_it_does_not_use(
    visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
    start = "integration-pattern?proactive-request=yes"
    end = "&edition=2022-11-24"
    page = visit(f"{CHOOSE}#{start}&colour=red{end}")
    # Until it is known that the engine does not come, it could still explain this.
    wait_for_engine(page, "failed")
    notices = tree(page).locator(".fp-notices")
    expect(notices).to_have_text("This part of the link is not used here: “colour=red”.")
    expect_question(page, "care-setting")

    for more, told in {
        "&care-setting=maybe": "“care-setting=maybe”",
        "&manual-activity=yes": "“manual-activity=yes”",
        "&care-setting=no&care-setting=yes": "“care-setting=yes”",
        "&care-setting=unsure&location-known=no": "“location-known=no”",
        "&care-setting": "“care-setting”",
    }.items():
        page.evaluate("text => { location.hash = text; }", start + more + end)
        expect(notices, more).to_have_text(f"This part of the link is not used here: {told}.")
    page.evaluate("text => { location.hash = text; }", f"{start}{end}&mode=hand-over")
    expect(notices).to_contain_text("A colleague asks you to answer these questions.")
    expect_question(page, "care-setting")
    page.evaluate("text => { location.hash = text; }", f"{start}&care-setting={'no' * 40_000}")
    expect(notices).to_have_text("The link is too long, so this page starts from the first question.")
    expect_question(page, "proactive-request")
    page.evaluate("text => { location.hash = text; }", f"{start}&care-setting=no{end}")
    expect_question(page, "repository-mandate")
    expect(notices).to_have_count(0)
