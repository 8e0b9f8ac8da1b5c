"""Write and see, in the browser: a good build loads the page again, a failed one shows its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from project.live import Live
from project.server import SiteServer
from the_page import answer, expect_question, wait_for_engine


@pytest.fixture
def problems() -> list[str]:
    """What the next builds have to tell; empty means good ones."""
    return []


@pytest.fixture
def live(server: SiteServer, problems: list[str]) -> Iterator[Live]:
    """Serve the site as scripts/serve.py does."""
    live = Live(files=lambda: (), build=lambda: problems.pop(0) if problems else "")
    server.intercept = live.reply
    server.in_pages = live.in_page(server.prefix)
    yield live
    server.in_pages = b""


def test_answers_stay_after_a_build(visit: Callable[..., Page], live: Live) -> None:
    """The page loads again by itself, and stands at the same question."""
    page = visit("choose/")
    wait_for_engine(page)
    answer(page, "yes")
    expect_question(page, "care-setting")
    page.evaluate("document.title = 'before the build'")

    with page.expect_navigation():
        live.build()

    expect_question(page, "care-setting")
    assert page.title() != "before the build"


def test_a_broken_tree_shows_its_findings_on_the_last_good_page(
    visit: Callable[..., Page], live: Live, problems: list[str]
) -> None:
    """The findings stand in the page until the next good build; the tree works meanwhile."""
    page = visit("choose/")
    wait_for_engine(page)
    problems.append("docs/choose/tree.yml:3:1: missing-target: There is no question or outcome 'x'.")
    live.build()

    expect(page.get_by_role("alert")).to_contain_text("missing-target")
    answer(page, "yes")
    expect_question(page, "care-setting")
    live.build()
    expect(page.get_by_role("alert").filter(has_text="missing-target")).to_have_count(0)
    expect_question(page, "care-setting")
