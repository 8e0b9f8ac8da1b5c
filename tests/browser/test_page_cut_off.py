"""A page that ends too early says so, wherever it ends, and its parts that are there work."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from host_page import element, host_page
from project.paths import SITE
from site_server import Reply, SiteServer
from the_page import CHOOSE, Visit, answer, expect_outcome, tree, wait_for_engine
from watch import Watch

POINTS = 24

HEIGHTS = """line => {
  const [comes] = line.getAnimations();
  const heights = [0, 4000].map((time) => {
    comes.currentTime = time;
    const { top } = line.getBoundingClientRect();
    return line.nextElementSibling ? line.nextElementSibling.getBoundingClientRect().top - top : line.clientHeight;
  });
  return [heights[0], heights[1] > 20 && getComputedStyle(line).visibility === "visible"];
}"""
"""The room that the line takes when the page begins, and whether it shows 4 seconds later."""


@pytest.fixture(scope="module")
def whole() -> str:
    """The page with the questions."""
    return (SITE / CHOOSE / "index.html").read_text(encoding="utf-8")


def sent(text: str) -> Reply:
    """Return an answer with this text as the page."""
    return Reply(200, text.encode(), {"Content-Type": "text/html; charset=utf-8", "Access-Control-Allow-Origin": "*"})


def test_wherever_it_ends_the_page_says_that_its_end_is_missing(visit: Visit, server: SiteServer, whole: str) -> None:
    first, last = whole.index('<p class="fp-cut"') + 200, whole.index('<script defer src="../assets/fingerpost/')
    page = visit("about/")
    for point in range(POINTS):
        end = first + (last - first) * point // POINTS
        server.intercept = {CHOOSE: sent(whole[:end])}.get
        page.goto(server.address + CHOOSE)
        assert page.locator(".fp-cut").evaluate(HEIGHTS) == [0, True], whole[end - 80 : end]
    server.intercept = None
    page.goto(server.address + CHOOSE)
    expect(page.locator(".fp-cut")).to_be_hidden()

    # By a link of another page, too, which fetches the page without loading it as such.
    page.goto(server.address + "about/")
    server.intercept = lambda path: sent(whole[: whole.index("data-listing=") + 9_000]) if path == CHOOSE else None
    page.get_by_role("link", name="Choose a pattern").first.click()
    expect(page.get_by_text("The end of this page did not arrive")).to_be_visible()


def test_an_answer_that_leads_nowhere_is_told_where_the_scripts_are_there(
    visit: Visit, server: SiteServer, watch: Watch, whole: str
) -> None:
    watch.expected = ("404 (Not Found)", "The tree")
    end = whole.index('data-entry="recipients-known"')
    end = whole.rindex("<section", 0, end)
    scripts = "".join(re.findall(r"<script.*?</script>", whole[whole.index('id="__config"') - 20 :], re.DOTALL))
    spoilt = whole[:end] + "</div></article></div></div></main></div>" + scripts
    broken = {CHOOSE: sent(spoilt)}
    server.intercept = lambda path: broken.get(path) or (Reply(404) if path.endswith(".whl") else None)
    page = visit(CHOOSE)
    wait_for_engine(page, "failed")
    expect(page.locator(".fp-cut")).to_be_hidden()

    answer(page, "no")
    answer(page, "no")

    expect(page.locator(".fp-cut")).to_be_visible()


def test_a_page_without_the_data_for_the_engine_works_by_its_listing(
    visit: Visit, server: SiteServer, watch: Watch, whole: str
) -> None:
    watch.expected = ("404 (Not Found)",)
    without = re.sub(r'<template class="fp-data".*?</template>', "", whole, flags=re.DOTALL)
    server.intercept = lambda path: sent(without) if path == CHOOSE else None
    page = visit(CHOOSE)

    wait_for_engine(page, "failed")

    expect(tree(page).get_by_text("could not start")).to_be_visible()
    for choice in ("no", "no", "yes"):
        answer(page, choice)
    expect_outcome(page, "information-push")


@pytest.mark.provokes("other origin", "a page of another origin shows a tree of the site")
def test_an_embedded_tree_whose_page_ends_too_early_is_a_link(chromium: Browser, whole: str) -> None:
    with SiteServer(SITE, prefix="/guide/") as trees:
        trees.headers = {"Access-Control-Allow-Origin": "*"}
        for end in ("data-listing=", '<span class="fp-anchor"', "</decision-tree>"):
            page = sent(whole[: whole.index(end) + 300])
            trees.intercept = {CHOOSE: page}.get
            with host_page(chromium, trees, element(trees)) as host:
                expect(host.page.locator("#one a:visible")).to_have_attribute("href", f"{trees.address}{CHOOSE}")
                expect(host.page.locator("decision-tree[tree]")).to_have_count(0)
