"""axe-core finds nothing on any kind of page, in any state of the tree, narrow and dark, wide and light."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from axe_core import run_axe
from built_site import pages
from site_server import Reply, SiteServer
from the_page import CHOOSE, answer, expect_outcome, expect_question, refuse_the_clipboard, state, tree, wait_for_engine
from the_plan import TWO, with_plan
from watch import FAULTS_OF_THE_ENGINE, Watch

LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((360, "dark"), (1280, "light"))

OF_EACH_KIND = (
    "",
    "guidance/",
    "guidance/considerations/",
    "patterns/",
    "patterns/#fits?latency=channel,gone",
    "patterns/publish-subscribe/",
    "plan/",
    "authors/",  # has code
    "about/",
)
OTHERS = tuple(address for address in pages() if address not in (*OF_EACH_KIND, CHOOSE))

# Rules that are off by themselves: the size of targets, and two of level AAA.
MORE = ("target-size", "color-contrast-enhanced", "identical-links-same-purpose")
ON = {"enabled": True}

STATES = {
    "start": "",
    "question": state({"proactive-request": "yes"}),
    "outcome": state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "yes"}),
    "several-open": state({"proactive-request": "unsure", "care-setting": "unsure"}),
    "several-possible": state({"proactive-request": "yes", "care-setting": "yes", "location-known": "unsure"}),
    "either-way": state(
        {"proactive-request": "yes", "care-setting": "unsure", "location-known": "no", "repository-mandate": "no"}
    ),
    "notice": f"{CHOOSE}#integration-pattern?proactive-request=yes&manual-activity=yes&colour=red&edition=2021-01-01",
}


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, narrow in the dark scheme and wide in the light one."""
    found: list[str] = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(50)
        found += [
            f"{width} px, {scheme}: {violation}" for violation in run_axe(page, {"rules": dict.fromkeys(MORE, ON)})
        ]
    return found


@pytest.mark.parametrize("address", [*OF_EACH_KIND, *(pytest.param(page, marks=pytest.mark.long) for page in OTHERS)])
def test_a_page(visit: Callable[..., Page], address: str) -> None:
    page = visit(address)

    assert violations(page) == []


def test_the_page_for_an_address_that_is_not_there(visit: Callable[..., Page], watch: Watch) -> None:
    watch.expected = ("404 (Not Found)",)
    page = visit("no/such/page/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert violations(page) == []


@pytest.mark.every_variant
@pytest.mark.parametrize("name", STATES)
def test_a_state_of_the_tree(visit: Callable[..., Page], name: str) -> None:
    page = visit(STATES[name] or CHOOSE)
    wait_for_engine(page)

    assert violations(page) == []


def test_with_everything_opened_and_a_link_to_copy_by_hand(visit: Callable[..., Page]) -> None:
    page = visit(STATES["question"])
    wait_for_engine(page)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    refuse_the_clipboard(page)
    tree(page).get_by_role("button", name="Copy link").click()
    expect(tree(page).get_by_label("Link to these answers")).to_be_focused()

    assert violations(page) == []


def test_a_plan_with_its_needs_opened(visit: Callable[..., Page]) -> None:
    page = with_plan(visit, TWO)
    for fold in page.locator("decision-plan details").all():
        fold.evaluate("fold => { fold.open = true; }")

    assert violations(page) == []


def test_while_the_engine_loads(visit: Callable[..., Page], server: SiteServer) -> None:
    server.intercept = lambda path: Reply(delay=3600) if path.endswith(".wasm") else None
    page = visit(CHOOSE)
    answer(page, "yes")
    expect_question(page, "care-setting")

    wait_for_engine(page, "loading")
    assert violations(page) == []


def test_with_an_engine_that_failed(visit: Callable[..., Page], server: SiteServer, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
    page = visit(STATES["outcome"])
    wait_for_engine(page, "failed")
    expect_outcome(page, "information-push")

    assert violations(page) == []
