"""The compiled tree for the engine: a file beside the page, fetched with the engine and shared by what shows it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from built_site import compiled_tree
from site_server import Reply, SiteServer
from the_page import CHOOSE, answer, answer_by_links, expect_open_branches, tree, wait_for_engine
from watch import FAULTS_OF_THE_ENGINE, Watch

pytestmark = pytest.mark.first_visit

FILE = "engine-tree.json"


def fetched(server: SiteServer) -> list[str]:
    """Return the requests for trees."""
    return [path for path in server.requested if FILE in path]


def test_is_fetched_once_for_each_tree_of_a_page_and_not_again_on_coming_back(
    visit: Callable[..., Page], server: SiteServer
) -> None:
    page = visit("")
    tree(page).locator("[data-answer='yes']").hover()
    wait_for_engine(page)
    assert fetched(server) == []

    page.goto(server.address + "authors/trees/two-trees/")
    wait_for_engine(page)
    page.get_by_role("link", name="Choose a pattern").first.click()
    expect(tree(page)).to_have_count(1)
    wait_for_engine(page)
    page.go_back()
    expect(tree(page)).to_have_count(2)
    wait_for_engine(page)

    files = [path.rpartition("/")[0].rpartition("site/")[2] for path in fetched(server)]
    assert len(files) == len(set(files)) == 3


def test_a_page_that_waits_for_it_alone_goes_on_without_the_engine(
    visit: Callable[..., Page], server: SiteServer
) -> None:
    server.intercept = lambda path: Reply(200, compiled_tree().encode(), delay=4) if FILE in path else None
    page = visit(CHOOSE)

    answer_by_links(page)
    expect(tree(page)).to_have_attribute("engine", "loading")

    wait_for_engine(page)
    expect(tree(page).locator(".fp-standing, .fp-panels").first).to_be_attached()


def test_the_file_of_another_build_in_a_cache_is_asked_for_again(
    visit: Callable[..., Page], server: SiteServer
) -> None:
    stale = [Reply(200, compiled_tree().replace("proactively", "OLD").encode())]
    server.intercept = lambda path: stale.pop() if FILE in path and stale else None
    page = visit(CHOOSE)

    wait_for_engine(page)
    answer(page, "unsure")

    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
    expect(tree(page)).not_to_contain_text("OLD")
    assert len(fetched(server)) == 2


def test_a_broken_one_is_told_each_time_and_other_trees_work(
    visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> None:
    watch.expected = ("404 (Not Found)",)
    compiled = json.loads(compiled_tree())
    broken = {
        "empty": b"",
        "no text": b"\xff\xfe\x00",
        "other format": json.dumps({**compiled, "tree": {**compiled["tree"], "format": 99}}).encode(),
        "other tree": json.dumps({**compiled, "tree": {**compiled["tree"], "id": "another"}}).encode(),
        "no tree": b"{}",
    }
    replies = [Reply(404), *(Reply(200, content) for content in broken.values())]
    server.intercept = lambda path: replies[0] if path.startswith(f"choose/{FILE}") else None
    page = visit(CHOOSE)
    line = tree(page).get_by_text("Explanations and records could not start.")
    while True:
        expect(tree(page)).to_have_attribute("engine", "failed", timeout=60_000)
        expect(line).to_be_visible()
        answer(page, "unsure")
        expect_open_branches(page, "proactive-request")
        replies.pop(0)
        if not replies:
            break
        page.go_back()
        asked = len(fetched(server))
        tree(page).get_by_role("button", name="Try again").click()
        while len(fetched(server)) == asked:
            page.wait_for_timeout(50)

    server.intercept = None
    tree(page).get_by_role("button", name="Try again").click()
    wait_for_engine(page)
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()


def test_a_broken_one_leaves_the_other_tree_of_the_page_as_it_is(
    visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> None:
    watch.expected = ("404 (Not Found)",)
    broken: list[str] = []

    def first_tree(path: str) -> Reply | None:
        if FILE in path and not broken:
            broken.append(path)
        return Reply(404) if path in broken else None

    server.intercept = first_tree
    page = visit("authors/trees/two-trees/")
    expect(tree(page).and_(page.locator("[engine='ready']"))).to_have_count(1, timeout=60_000)
    expect(tree(page).and_(page.locator("[engine='failed']"))).to_have_count(1)

    server.intercept = None
    tree(page).get_by_role("button", name="Try again").click()
    wait_for_engine(page)


@pytest.mark.long
def test_a_server_that_never_sends_it_is_given_up(visit: Callable[..., Page], server: SiteServer, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(delay=60) if FILE in path else None
    page = visit(CHOOSE)

    expect(tree(page)).to_have_attribute("engine", "failed", timeout=40_000)

    answer_by_links(page)
