"""What the scripts make of a page is as good HTML as what the build wrote: every kind of state, as two checkers see it.

The pages as built are in tests/site/test_html.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from html_checkers import html_validate, nu_html_checker
from site_server import Reply, SiteServer
from the_page import (
    CHOOSE,
    Visit,
    answer,
    expect_outcome,
    expect_question,
    refuse_the_clipboard,
    state,
    tree,
    unfold,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

RESULT = state(
    {"proactive-request": "yes", "care-setting": "unsure", "location-known": "no", "repository-mandate": "no"}
)

STATES = {
    "start": CHOOSE,
    "mid-way": state({"proactive-request": "no", "business-acknowledgement": "no"}),
    "not-sure": state({"proactive-request": "unsure", "care-setting": "unsure"}),
    "result": RESULT,
    "notices": f"{CHOOSE}#integration-pattern?proactive-request=yes&manual-activity=yes&colour=red&edition=2021-01-01",
    "two-trees": "authors/trees/two-trees/#open-licence?existing=own&edition=2026-11",
    "asked-to-answer": state({"proactive-request": "unsure"}) + "&mode=answer",
}
"""Opened as links, with every fold open."""


def save_states(visit: Visit, server: SiteServer, folder: Path) -> None:
    """Write down each state as a page of its own."""

    def save(page: Page, name: str) -> None:
        (folder / f"{name}.html").write_text(page.content(), encoding="utf-8")

    for name, address in STATES.items():
        page = visit(address)
        wait_for_engine(page)
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        save(page, name)

    page = visit(RESULT)
    wait_for_engine(page)
    unfold(page, "record")
    tree(page).get_by_label("What do you need to decide?").fill('</textarea><img src=x>"&')
    with page.expect_download() as download:
        tree(page).get_by_role("button", name="Download as JSON").click()
    other = visit(CHOOSE)
    wait_for_engine(other)
    tree(other).get_by_label("Open a saved record (JSON)").set_input_files(download.value.path())
    expect_outcome(other, "registry-repository")
    refuse_the_clipboard(other)
    tree(other).get_by_role("button", name="Copy link").click()
    expect(tree(other).get_by_label("Link to these answers")).to_be_focused()
    save(other, "record-opened-and-link-to-copy-by-hand")

    server.intercept = lambda path: Reply(delay=3600) if path.endswith(".wasm") else None
    loading = visit(CHOOSE)
    answer(loading, "yes")
    expect_question(loading, "care-setting")
    wait_for_engine(loading, "loading")
    save(loading, "engine-loading")

    server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
    failed = visit(RESULT)
    wait_for_engine(failed, "failed")
    save(failed, "engine-missing")


@pytest.mark.long
def test_html_validate_finds_nothing(visit: Visit, server: SiteServer, watch: Watch, tmp_path: Path) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    save_states(visit, server, tmp_path)

    assert html_validate(tmp_path.glob("*.html"), ".htmlvalidate-states.mjs") == []


@pytest.mark.long
def test_the_nu_html_checker_finds_nothing(visit: Visit, server: SiteServer, watch: Watch, tmp_path: Path) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    save_states(visit, server, tmp_path)

    assert nu_html_checker([tmp_path]) == []
