"""The engine gives the same answers in the browser as here: the same calls through both, compared byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from built_site import compiled_tree
from cases import Case, cases
from fingerpost.door import call
from live_tree import live_tree
from project.paths import SITE
from site_server import SiteServer
from the_page import CHOOSE

ASK_THE_WORKER = """([worker, manifest, calls]) => new Promise((resolve, reject) => {
  const engine = new Worker(worker, { type: "module" });
  const results = [];
  engine.addEventListener("error", (event) => reject(new Error(event.message)));
  engine.addEventListener("message", ({ data }) => {
    if (data.type === "failed") reject(new Error(data.reason));
    if (data.type !== "answer") return;
    results[data.id] = data.result;
    if (Object.keys(results).length < calls.length) return;
    engine.terminate();
    // As JSON in ASCII: nothing on the way to the test may repair a character that is not one.
    resolve(results.map((text) => JSON.stringify(text).replace(/[^ -~]/g,
      (letter) => "\\\\u" + letter.charCodeAt(0).toString(16).padStart(4, "0"))));
  });
  engine.postMessage({ type: "start", manifest, snapshots: false });
  calls.forEach(([method, payload], id) =>
    engine.postMessage({ type: "call", id, method, payload: JSON.parse(payload) }));
})"""


def as_units(text: str) -> str:
    """Return a text as JSON in ASCII, the form in which the page returns its results."""
    return json.dumps(text).replace("\x7f", "\\u007f")


@pytest.fixture(scope="module")
def every_case() -> list[Case]:
    """All calls, with the tree as the built page carries it."""
    return cases(live_tree(), compiled_tree())


def test_the_page_fetches_the_tree_that_is_compared(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)

    fetched = page.evaluate("fetch(document.querySelector('template.fp-data').dataset.file).then(got => got.text())")

    assert fetched == compiled_tree()


def test_both_give_the_same_bytes(visit: Callable[..., Page], server: SiteServer, every_case: list[Case]) -> None:
    page = visit("about/")
    page.set_default_timeout(120_000)

    in_browser = page.evaluate(
        ASK_THE_WORKER,
        [
            f"{server.address}assets/fingerpost/engine-worker.mjs",
            json.loads((SITE / "assets" / "fingerpost" / "manifest.json").read_text(encoding="utf-8")),
            [[case.method, json.dumps(case.payload)] for case in every_case],
        ],
    )

    here = [as_units(call(case.method, case.payload)) for case in every_case]
    different = [
        (case.name, mine, theirs)
        for case, mine, theirs in zip(every_case, here, in_browser, strict=True)
        if mine != theirs
    ]
    assert different == []


def test_the_cases_reach_every_kind_of_answer(every_case: list[Case]) -> None:
    answers = [json.loads(call(case.method, case.payload)) for case in every_case]

    errors = {answer["error"]["code"] for answer in answers if "error" in answer}
    # A plan's HTML comes in parts, and has tests of its own.
    drawn = "".join(html for answer in answers if isinstance(html := answer.get("html"), str))
    assert errors == {"unknown-method", "bad-json", "bad-parameters", "unknown-tree", "bad-tree"}
    parts = ("data-question=", "data-outcome=", "fp-notices", "fp-standing", "fp-panel", "fp-hand-over", "fp-trail")
    assert all(part in drawn for part in parts)
    assert {key for answer in answers for key in answer} >= {"html", "forms", "notes", "refused"}
