"""The record on paper: that of the state which is shown, with the last words, or none."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from records import RESULT, need, result
from the_page import (
    CHOOSE,
    Visit,
    change,
    expect_question,
    state,
    tree,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

# The test may keep back what the page asks of the engine, and stop the engine for good.
WORKER_IN_HAND = """
  const Native = Worker;
  window.Worker = class extends Native {
    constructor(...how) {
      super(...how);
      const stop = () => this.dispatchEvent(new ErrorEvent("error", { message: "stopped by the test" }));
      if (window.stopped) this.addEventListener("message", stop, { once: true });
      window.stopEngine = () => {
        window.stopped = true;
        stop();
      };
    }
    postMessage(message) {
      if (message.method !== "record" || !window.keepBack) {
        super.postMessage(message);
        return;
      }
      window.letGo = () => new Promise((done) => {
        this.addEventListener("message", ({ data }) => data.id === message.id && setTimeout(done));
        super.postMessage(message);
      });
    }
  };
"""


def result_with_the_worker_in_hand(visit: Visit) -> Page:
    """Open a result with its record ready for paper, and the worker in the hands of the test."""
    page = visit("about/")
    page.add_init_script(WORKER_IN_HAND)
    page.goto(page.url.replace("about/", state(RESULT)))
    wait_for_engine(page)
    expect(tree(page).locator(".fp-print")).to_contain_text("Registry/Repository")
    return page


def expect_no_record_on_paper(page: Page) -> None:
    """Expect paper to get what is on the screen."""
    expect(tree(page).locator(".fp-print")).to_be_empty()
    expect(page.locator("decision-tree[data-record]")).to_have_count(0)


def test_what_was_typed_never_runs_and_stands_on_paper_as_typed(visit: Visit) -> None:
    page = result(visit)
    need(page)

    page.emulate_media(media="print")

    paper = tree(page).locator(".fp-print")
    expect(paper).to_be_visible()
    expect(paper).to_contain_text("</textarea><img src=x onerror=alert(1)>")
    expect(paper.locator("img")).to_have_count(0)
    expect(paper).to_contain_text("Why not the other options")
    expect(page.locator("[data-listing]")).to_be_hidden()
    expect(tree(page).locator(".fp-card")).to_be_hidden()


def test_a_record_that_comes_late_is_not_for_paper(visit: Visit) -> None:
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("window.keepBack = true")
    need(page)
    page.wait_for_function("() => window.letGo !== undefined")
    tree(page).get_by_role("link", name="Start again").click()
    expect_question(page, "proactive-request")
    expect_no_record_on_paper(page)

    page.evaluate("letGo()")

    expect_no_record_on_paper(page)


def test_paper_gets_no_record_of_the_state_before(visit: Visit) -> None:
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("window.keepBack = true")

    change(page, "repository-mandate")

    expect_question(page, "repository-mandate")
    page.wait_for_function("() => window.letGo !== undefined")
    expect_no_record_on_paper(page)
    page.evaluate("letGo()")
    expect(tree(page).locator(".fp-print")).not_to_be_empty()


def test_paper_gets_no_record_that_a_stopped_engine_left(visit: Visit, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("stopEngine()")

    page.goto(page.url.partition("#")[0] + "#integration-pattern?proactive-request=yes")

    wait_for_engine(page, "failed")
    expect_question(page, "care-setting")
    expect_no_record_on_paper(page)


def test_paper_gets_no_record_without_the_last_words(visit: Visit, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = result_with_the_worker_in_hand(visit)
    page.evaluate("stopEngine()")

    need(page)

    wait_for_engine(page, "failed")
    expect_no_record_on_paper(page)


def test_without_answers_paper_shows_the_question_and_the_picture_of_the_tree(visit: Visit) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    page.emulate_media(media="print")

    expect(tree(page).locator(".fp-ask")).to_be_visible()
    expect(page.locator(".fp-map-picture")).to_be_visible()
    expect(page.locator("[data-listing]")).to_be_hidden()


def test_paper_keeps_the_items_of_lists_whole_and_shows_boxes_without_bullets(visit: Visit) -> None:
    page = result(visit)
    expect(tree(page).locator(".fp-print")).to_contain_text("Registry/Repository")

    page.emulate_media(media="print")

    item = tree(page).locator(".fp-print li", has_text="Will the provider system always be available").first
    assert item.evaluate("item => [getComputedStyle(item).breakInside, getComputedStyle(item).listStyleType]") == [
        "avoid",
        "none",
    ]
