"""Links from an earlier edition, whose ids were renamed: their answers count with the engine and without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from new_site import build_new_site
from site_server import Reply, SiteServer
from the_page import expect_outcome, expect_question, tree, wait_for_engine

CUT_OFF = "The end of the link seems to be missing."


def tell_editions(site: Path) -> None:
    """Name an edition before the present one."""
    file = site / "docs" / "choose" / "tree.yml"
    text = file.read_text(encoding="utf-8")
    assert "talk: discussion" in text
    assert "same-place/few: some" in text
    file.write_text(f'{text}editions: ["0.9"]\n', encoding="utf-8")


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A new site, whose tree has renamed a question, an answer and an outcome."""
    with SiteServer(build_new_site(tmp_path_factory.mktemp("old") / "site", change=tell_editions)) as site:
        yield site


@pytest.fixture(params=["with the engine", "without the engine"])
def arrive(request: pytest.FixtureRequest, chromium: Browser, new_site: SiteServer) -> Iterator[Callable[[str], Page]]:
    """Open the questions by a link, and return the page once it shows what it is going to show."""
    works = request.param == "with the engine"
    new_site.intercept = None if works else lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
    page = chromium.new_page()

    def open_page(text: str) -> Page:
        page.goto(f"{new_site.address}choose/#{text}")
        wait_for_engine(page, "ready" if works else "failed")
        return page

    yield open_page
    page.close()
    new_site.intercept = None


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ("talk=no", "message"),
        ("talk=yes&same-place=few", "call"),
        ("talk=yes&same-place=some", "call"),
        ("discussion=yes&same-place=few", "call"),
        # Where a link names the question that replaced another one as well, its answer counts.
        ("talk=no&discussion=yes&same-place=all", "room"),
        ("discussion=yes&talk=no&same-place=all", "room"),
    ],
)
def test_answers_under_old_ids_count(arrive: Callable[[str], Page], answers: str, outcome: str) -> None:
    expect_outcome(arrive(f"way-to-meet?{answers}&edition=0.9"), outcome)


def test_a_question_that_is_asked_again_under_its_old_id_is(arrive: Callable[[str], Page]) -> None:
    page = arrive("way-to-meet?discussion=yes&same-place=some&edition=0.9&ask_again=talk")

    expect_question(page, "discussion")


@pytest.mark.parametrize("answers", ["talk=maybe", "constructor=yes", "talk=yes&same-place=toString"])
def test_what_never_was_an_id_does_not_count(arrive: Callable[[str], Page], answers: str) -> None:
    expect_question(arrive(f"way-to-meet?{answers}&edition=0.9"), "same-place" if "yes&" in answers else "discussion")


@pytest.mark.parametrize("end", ["&same-place=fe", "&same-place=some&edition=0.", "&same-place=some&edition="])
def test_a_cut_in_an_old_id_or_edition_is_noticed(arrive: Callable[[str], Page], end: str) -> None:
    page = arrive(f"way-to-meet?talk=yes{end}")

    expect(tree(page).locator(".fp-notices")).to_contain_text(CUT_OFF)
    expect(tree(page).locator("[data-row='discussion=yes']")).to_have_count(1)
