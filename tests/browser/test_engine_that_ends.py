"""An engine that ends or falls silent while it runs: a new one answers, or the reader is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from inside_worker import inside_worker
from site_server import Reply, SiteServer
from the_page import CHOOSE, Visit, answer, change, expect_open_branches, expect_question, state, tree, wait_for_engine
from watch import FAULTS_OF_THE_ENGINE, Watch

pytestmark = pytest.mark.first_visit

ENDING = """
window.ends = 0;
window.workers = [];
window.Worker = class extends Worker {
  constructor(...how) {
    super(...how);
    if (String(how[0]).startsWith("blob:")) window.workers.push(this); // the search has one, too
  }
  postMessage(message) {
    super.postMessage(message);
    if (message.type === "call" && window.ends-- > 0) this.terminate();
  }
};
"""
"""Lets the worker end as the browser would end it, without a word: at its next call, or at once."""

UNSURE = "proactive-request=yes&care-setting=unsure"


def opened(visit: Visit, server: SiteServer) -> Page:
    """Open the second question with an engine that is ready."""
    page = visit("about/")
    page.add_init_script(ENDING)
    page.goto(server.address + state({"proactive-request": "yes"}))
    wait_for_engine(page)
    page.wait_for_timeout(1000)  # the answers after this question are known, and the snapshot is stored
    return page


def expect_unsure(page: Page) -> None:
    """Expect what only the engine can show, well before the 20 seconds that a start may be silent."""
    row = tree(page).locator("[data-row='care-setting=unsure']")
    expect(row).to_be_visible(timeout=10_000)
    expect(tree(page)).to_have_attribute("engine", "ready")


def test_a_new_engine_answers_in_place_of_one_that_has_ended(visit: Visit, server: SiteServer) -> None:
    page = opened(visit, server)

    # Between two calls, and with a call under way: neither that call nor the next has been asked ahead for.
    page.evaluate("window.workers.at(-1).terminate()")
    page.evaluate(f"location.hash = '#integration-pattern?{UNSURE}&repository-mandate=unsure'")
    expect_unsure(page)
    page.evaluate("window.ends = 1")
    page.evaluate("location.hash = '#integration-pattern?proactive-request=unsure'")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible(timeout=10_000)

    change(page, "proactive-request")
    expect_question(page, "proactive-request")
    assert page.evaluate("window.workers.length") == 3


def test_the_focus_goes_to_the_answer_of_the_new_engine(visit: Visit, server: SiteServer) -> None:
    page = opened(visit, server)
    page.evaluate("window.ends = 1")
    answer(page, "no")
    expect_question(page, "repository-mandate")  # asked ahead for; what comes after it is not

    answer(page, "unsure")

    expect(tree(page).locator("[data-row='repository-mandate=unsure']")).to_be_visible(timeout=10_000)
    expect(tree(page).locator(".fp-card .fp-ask")).to_be_focused()


@pytest.mark.parametrize(
    "how", ["throw new RangeError('out of memory')", pytest.param("self.close()", marks=pytest.mark.long)]
)
def test_an_answer_that_ends_every_engine_is_told_and_not_lost(
    visit: Visit, server: SiteServer, watch: Watch, how: str
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = visit("about/")
    inside_worker(
        page,
        "self.addEventListener('message', (event) => {"
        "  if (!event.data.payload?.includes('care-setting=unsure')) return;"
        f"  event.stopImmediatePropagation(); {how}; }});",
    )
    page.goto(server.address + state({"proactive-request": "yes"}))

    # Either before the answer, since it is asked ahead for, or with it.
    answer(page, "unsure")

    wait_for_engine(page, "failed")
    expect(tree(page).get_by_text("could not start")).to_be_visible()
    assert "care-setting=unsure" in page.url
    expect_open_branches(page, "care-setting")


def test_a_clock_that_jumps_during_the_start_does_not_end_it(visit: Visit, server: SiteServer) -> None:
    """As of a computer that sleeps for an hour, and as of one that is set right afterwards."""
    module = (server.root / "assets" / "fingerpost" / "pyodide.asm.wasm").read_bytes()
    late = Reply(200, module, {"Content-Type": "application/wasm"}, delay=2)
    server.intercept = lambda path: late if path.endswith(".wasm") else None
    page = visit("about/")
    page.clock.install()
    page.goto(server.address + CHOOSE)
    expect(tree(page)).to_have_attribute("engine", "loading")

    page.clock.fast_forward("01:00:00")
    page.clock.set_system_time(0)

    wait_for_engine(page)
    answer(page, "unsure")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
