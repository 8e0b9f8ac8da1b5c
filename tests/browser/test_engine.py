"""Loading the engine: what is shown meanwhile, what a fault comes to, and that nothing moves or waits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Page, expect

from site_server import Reply, SiteServer
from the_page import (
    BY_LINKS,
    CHOOSE,
    answer,
    answer_by_links,
    expect_open_branches,
    expect_question,
    state,
    tree,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

pytestmark = pytest.mark.first_visit

FILES = (
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "*.whl",
    "engine-worker.mjs",
    "with-engine.mjs",
    "engine-tree.json",
)


def failing(name: str, reply: Reply) -> Callable[[str], Reply | None]:
    """Answer requests for one file with a fault; the name may be a pattern."""
    return lambda path: reply if PurePosixPath(path).match(name) else None


# A fault of the server is in the ordinary run where the test of "Try again" has it, for a file and for a module.
@pytest.mark.parametrize("status", [404, pytest.param(500, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_leaves_the_tree_working_as_links_and_is_told(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, name: str, status: int
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = failing(name, Reply(status, b"no"))
    page = visit(CHOOSE)

    wait_for_engine(page, "failed")

    expect(tree(page).get_by_text("could not start")).to_be_visible()
    answer_by_links(page)
    page.go_back()
    expect_question(page, "recipients-known")


def test_answers_are_listed_without_the_engine_as_with_it(
    visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    address = state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "yes"})
    # Only the engine knows an address that keeps the answers further on.
    rows = r"rows => rows.map(row => row.outerHTML.replace(/ href=\"[^\"]*\"/, ''))"
    page = visit(address)
    wait_for_engine(page)
    drawn_by_the_engine = tree(page).locator("[data-row]").evaluate_all(rows)
    server.intercept = failing("python_stdlib.zip", Reply(404))
    page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")

    page.reload()
    wait_for_engine(page, "failed")

    assert len(drawn_by_the_engine) == 3
    assert tree(page).locator("[data-row]").evaluate_all(rows) == drawn_by_the_engine


@pytest.mark.parametrize(
    ("name", "reply"),
    [
        ("pyodide.asm.wasm", Reply(200, b"<!doctype html>", {"Content-Type": "application/wasm"})),
        ("python_stdlib.zip", Reply(200, b"PK\x03\x04 cut off")),
        ("known-answer.json", Reply(200, b"{")),
        ("engine-worker.mjs", Reply(200, b"<!doctype html>", {"Content-Type": "text/html"})),
        ("with-engine.mjs", Reply(200, b"<!doctype html>", {"Content-Type": "text/html"})),
        ("engine-tree.json", Reply(200, b"<!doctype html>", {"Content-Type": "text/html"})),
        ("engine-tree.json", Reply(200, b'{"tree": {"format": 1, "id": "integration-pattern"')),
        ("engine-tree.json", Reply(200, b'{"tree": {"format": 1, "id": "integration-pattern"}}')),
    ],
    ids=[
        "wasm-is-a-page",
        "library-cut-off",
        "known-answer-broken",
        "worker-is-a-page",
        "module-is-a-page",
        "tree-is-a-page",
        "tree-cut-off",
        "tree-without-questions",
    ],
)
def test_a_spoilt_file_leaves_the_tree_working_as_links(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, name: str, reply: Reply
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = failing(name, reply)
    page = visit(CHOOSE)

    wait_for_engine(page, "failed")

    answer_by_links(page)


def test_a_boot_that_never_settles_is_cut_off(visit: Callable[..., Page], server: SiteServer) -> None:
    server.intercept = failing("pyodide.asm.wasm", Reply(delay=3600))
    page = visit("about/")
    page.clock.install()
    page.goto(server.address + CHOOSE)
    expect(tree(page)).to_have_attribute("engine", "loading")
    page.wait_for_timeout(1500)

    page.clock.run_for(25_000)

    wait_for_engine(page, "failed")
    answer_by_links(page)


@pytest.mark.parametrize("name", ["python_stdlib.zip", "with-engine.mjs", "engine-tree.json"])
def test_try_again_starts_afresh(visit: Callable[..., Page], server: SiteServer, watch: Watch, name: str) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = failing(name, Reply(500))
    page = visit(state({"proactive-request": "no"}))
    wait_for_engine(page, "failed")

    server.intercept = None
    tree(page).get_by_role("button", name="Try again").click()

    wait_for_engine(page)
    expect_question(page, "business-acknowledgement")
    answer(page, "unsure")
    expect(tree(page)).to_contain_text("Still possible")


def test_not_sure_without_the_engine_leads_to_the_branches_that_stay_open(
    visit: Callable[..., Page], server: SiteServer, watch: Watch
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    server.intercept = failing("python_stdlib.zip", Reply(404))
    page = visit(state({"proactive-request": "yes", "care-setting": "unsure"}))
    wait_for_engine(page, "failed")
    expect_question(page, "care-setting")

    answer(page, "no")
    expect_question(page, "repository-mandate")
    answer(page, "unsure")

    expect_open_branches(page, "repository-mandate")


def test_a_host_that_does_not_know_webassembly_will_do(visit: Callable[..., Page], server: SiteServer) -> None:
    module = (server.root / "assets" / "fingerpost" / "pyodide.asm.wasm").read_bytes()
    server.intercept = failing("pyodide.asm.wasm", Reply(200, module, {"Content-Type": "application/octet-stream"}))
    page = visit(CHOOSE)

    wait_for_engine(page)


def test_files_of_two_builds_are_noticed_and_the_server_is_asked_again(
    visit: Callable[..., Page], server: SiteServer
) -> None:
    manifest = json.loads((server.root / "assets" / "fingerpost" / "manifest.json").read_text(encoding="utf-8"))
    newer = Reply(200, json.dumps({**manifest, "build": "newer"}).encode(), {"Content-Type": "application/json"})
    stale = [Reply(200, b"of an earlier build")]

    def mixed(path: str) -> Reply | None:
        if path.endswith(".whl") and stale:
            return stale.pop()
        return newer if path.endswith("manifest.json") else None

    server.intercept = mixed
    page = visit(CHOOSE)
    wait_for_engine(page)
    answer(page, "unsure")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()

    page.evaluate("window.same = true")
    page.get_by_role("link", name="About").first.click()
    page.wait_for_url("**/about/")
    assert not page.evaluate("Boolean(window.same)")


@pytest.mark.parametrize("fault", ["slow line", "saves data"])
def test_where_bytes_are_dear_the_engine_waits_for_the_reader(visit: Callable[..., Page], fault: str) -> None:
    page = visit("about/")
    connection = {"effectiveType": "3g"} if fault == "slow line" else {"saveData": True}
    page.add_init_script(f"Object.defineProperty(navigator, 'connection', {{ value: {json.dumps(connection)} }})")
    page.goto(page.url.replace("about/", CHOOSE))
    page.wait_for_timeout(3000)
    expect(tree(page)).to_have_attribute("engine", "none")

    tree(page).locator("[data-answer='yes']").hover()

    wait_for_engine(page)


def test_an_answer_given_before_the_engine_is_ready_is_taken_over(
    visit: Callable[..., Page],
) -> None:
    page = visit(CHOOSE)

    answer(page, "yes")
    expect_question(page, "care-setting")
    wait_for_engine(page)

    expect_question(page, "care-setting")
    expect(tree(page).locator("[data-row]")).to_have_count(1)
    assert page.url.endswith(state({"proactive-request": "yes"}))


def test_not_sure_before_the_engine_is_ready_is_answered_when_it_is(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)

    answer(page, "unsure")
    wait_for_engine(page)

    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
    expect(tree(page)).to_contain_text("6 of 6")


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"proactive-request": "yes"},
        {"proactive-request": "no", "business-acknowledgement": "yes"},
        BY_LINKS,
    ],
    ids=["start", "one", "two", "outcome"],
)
def test_nothing_moves_when_the_engine_takes_over(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, answers: dict[str, str]
) -> None:
    # On a busy machine the font arrives after the first paint, and moves lines by itself: here it never does.
    watch.expected = ("404 (Not Found)",)
    server.intercept = failing("*.woff2", Reply(404))
    page = visit("about/")
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts.push(entry.value);
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(page.url.replace("about/", state(answers)))
    wait_for_engine(page)
    page.wait_for_timeout(300)

    assert page.evaluate("window.shifts") == []


def test_the_focus_stays_when_the_engine_takes_over(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes"}))
    expect_question(page, "care-setting")
    tree(page).locator("[data-answer='no']").focus()

    wait_for_engine(page)

    expect(tree(page).locator("[data-answer='no']")).to_be_focused()


def test_one_worker_serves_the_whole_visit(visit: Callable[..., Page], server: SiteServer) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    page.get_by_role("link", name="Patterns").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("compared")
    page.get_by_role("link", name="Choose a pattern").first.click()
    wait_for_engine(page)
    answer(page, "no")

    expect_question(page, "business-acknowledgement")
    assert [worker.url.startswith("blob:") for worker in page.workers].count(True) == 1
    assert ["/engine-worker.mjs" in path for path in server.requested].count(True) == 1
    assert ["/pyodide.asm.wasm" in path for path in server.requested].count(True) == 1


def test_the_home_page_asks_the_first_question_and_the_tree_goes_on_from_there(
    visit: Callable[..., Page],
) -> None:
    page = visit("")
    expect_question(page, "proactive-request")

    answer(page, "no")

    expect_question(page, "business-acknowledgement")
    assert page.url.endswith(state({"proactive-request": "no"}))
    wait_for_engine(page)
    expect_question(page, "business-acknowledgement")
