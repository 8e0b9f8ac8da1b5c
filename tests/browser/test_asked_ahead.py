"""The states after the answers are asked ahead for one after another, and a click goes before them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from large_tree import SETTINGS, build_large_site
from made_up import tree_of
from site_server import SiteServer
from the_page import answer, expect_question, tree, wait_for_engine

WIDE = [f"a{number}" for number in range(30)]
VERY_WIDE = [f"a{number}" for number in range(50)]

WATCH = """
const views = window.views = { asked: [], hold: false, held: [], refuse: REFUSE };
window.Worker = class extends Worker {
  constructor(...how) {
    super(...how);
    views.fail = () => {
      this.dispatchEvent(new MessageEvent("message", { data: { type: "failed", reason: "made up" } }));
    };
    // The first of all listeners, so that none of the others hears what is held back.
    this.addEventListener("message", (event) => {
      if (!event.isTrusted || event.data.type !== "answer") return;
      const refused = event.data.id === views.refused;
      if (!views.hold && !refused) return;
      event.stopImmediatePropagation();
      const data = refused ? { ...event.data, result: '{"error": {"code": "made-up", "message": ""}}' } : event.data;
      const tell = () => this.dispatchEvent(new MessageEvent("message", { data }));
      if (views.hold) views.held.push(tell);
      else tell();
    });
  }
  postMessage(message) {
    const link = message.method === "view" ? JSON.parse(message.payload).link : "";
    if (link) views.asked.push(link);
    if (views.refuse && link.includes(views.refuse)) {
      views.refused = message.id;
      views.refuse = "";
    }
    super.postMessage(message);
  }
};
"""
"""Notes which states are asked for, holds the engine's answers back on request, spoils the first of one state, and
lets the engine fail."""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A site with a tree whose first questions have 30 answers each, and the third has 50."""
    routes = {
        "q1": {name: ("q2", "q3")[number % 2] for number, name in enumerate(WIDE)},
        "q2": {name: ("q3", "one")[number % 2] for number, name in enumerate(WIDE)},
        "q3": {name: ("one", "two")[number % 2] for number, name in enumerate(VERY_WIDE)},
    }
    tree = tree_of(routes, ("one", "two"), tree_id="wide")
    with SiteServer(build_large_site(tmp_path_factory.mktemp("wide") / "site", SETTINGS, tree)) as server:
        yield server


@pytest.fixture
def page(request: pytest.FixtureRequest, chromium: Browser, wide: SiteServer) -> Iterator[Page]:
    """The page with the tree, whose engine is ready; a parameter is part of the link that it refuses to draw once."""
    page = chromium.new_page()
    page.add_init_script(WATCH.replace("REFUSE", json.dumps(getattr(request, "param", ""))))
    page.goto(wide.address)
    wait_for_engine(page)
    yield page
    page.close()


def asked(page: Page) -> list[str]:
    """Return the links of the states that the engine was asked for, in order."""
    return page.evaluate("views.asked")


def wait_for_more_than(page: Page, count: int) -> None:
    """Wait until the engine was asked for more states than that."""
    for _ in range(600):
        if len(asked(page)) > count:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the engine was only asked for {asked(page)}")


def test_every_answer_is_asked_ahead_for(page: Page) -> None:
    wait_for_more_than(page, 31)

    links = asked(page)
    assert links[0] == "wide"
    assert [link.partition("?")[2].partition("&")[0] for link in links[1:31]] == [f"q1={name}" for name in WIDE]
    assert len(set(links)) == len(links)


def test_a_click_goes_before_what_is_still_to_be_asked(page: Page) -> None:
    """While one answer of the engine is due, no other state is asked for, but that of a click is at once."""
    wait_for_more_than(page, 31)
    page.wait_for_timeout(500)
    page.evaluate("views.hold = true")
    before = len(asked(page))

    answer(page, "a0")
    expect_question(page, "q2")  # it was asked ahead for
    wait_for_more_than(page, before)
    page.wait_for_timeout(300)
    assert len(asked(page)) == before + 1

    answer(page, "a2")
    assert [link.partition("&")[2].partition("&")[0] for link in asked(page)[before:]] == ["q2=a0", "q2=a2"]

    page.evaluate("() => { views.hold = false; for (const let_go of views.held) let_go(); }")
    expect_question(page, "q3")
    wait_for_more_than(page, before + 10)
    left_over = [link for link in asked(page)[before + 2 :] if "q3=" not in link and "ask_again" not in link]
    assert left_over in ([], ["wide"])


def test_a_late_answer_does_not_replace_a_state_that_the_reader_has_gone_on_to(page: Page) -> None:
    wait_for_more_than(page, 31)
    page.wait_for_timeout(500)
    known = asked(page)[2]
    assert known.startswith("wide?q1=a1&")
    page.evaluate("views.hold = true")
    page.evaluate("location.hash = '#wide?q1=a0&q2=a1'")  # leads to a result, and was not asked ahead for
    for _ in range(100):
        if page.evaluate("views.held.length"):
            break
        page.wait_for_timeout(50)

    page.evaluate(f"location.hash = '#{known}'")
    expect_question(page, "q3")
    page.evaluate("() => { views.hold = false; for (const let_go of views.held) let_go(); }")

    page.wait_for_timeout(500)
    expect_question(page, "q3")
    expect(tree(page).locator("[data-row]")).to_have_count(1)
    assert page.url.endswith(f"#{known}")


@pytest.mark.parametrize("page", ["q1=a0"], indirect=True)
def test_a_state_that_was_asked_ahead_for_in_vain_is_asked_for_again(page: Page) -> None:
    wait_for_more_than(page, 31)
    page.wait_for_timeout(500)

    answer(page, "a0")

    expect_question(page, "q2")
    expect(tree(page).locator("[data-row='q1=a0']")).to_be_visible()
    assert [link.startswith("wide?q1=a0&edition") for link in asked(page)].count(True) == 2


def test_no_more_than_40_states_are_asked_ahead_for(page: Page) -> None:
    wait_for_more_than(page, 31)
    page.wait_for_timeout(500)
    before = len(asked(page))

    answer(page, "a1")
    expect_question(page, "q3")
    wait_for_more_than(page, before + 35)
    page.wait_for_timeout(1000)

    ahead = asked(page)[before:]
    assert len(ahead) == 40
    assert all("&q3=" in link for link in ahead)


def test_a_new_engine_is_asked_for_every_state_afresh(page: Page) -> None:
    """It may be of another build."""
    wait_for_more_than(page, 31)
    page.wait_for_timeout(500)
    known = asked(page)[1]
    page.evaluate("views.hold = true")
    page.evaluate("location.hash = '#wide?q1=a0&q2=a1'")
    page.wait_for_function("() => views.held.length > 0")
    page.evaluate("views.fail()")
    page.evaluate("views.fail()")
    wait_for_engine(page, "failed")
    page.evaluate("views.hold = false")
    tree(page).get_by_role("button", name="Try again").first.click()
    wait_for_engine(page)

    page.evaluate(f"location.hash = '#{known}'")

    expect_question(page, "q2")
    assert asked(page).count(known) == 2
