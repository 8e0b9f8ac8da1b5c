"""Every way through the tree, answered by clicking: with the engine, before it, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Page, expect

from fingerpost import State, check_file
from fingerpost.tree.ways import ways
from live_tree import DOCS, WAYS
from site_server import Reply, SiteServer
from the_page import CHOOSE, answer, expect_outcome, expect_question, state, tree, wait_for_engine

every_way = pytest.mark.parametrize(
    ("answers", "outcome"), WAYS, ids=["-".join([*way.values(), outcome]) for way, outcome in WAYS]
)


def never_load(path: str) -> Reply | None:
    """Keep Pyodide's module away for longer than any test takes."""
    return Reply(delay=3600) if PurePosixPath(path).name == "pyodide.asm.wasm" else None


@pytest.mark.every_variant
@every_way
def test_with_the_engine(visit: Callable[..., Page], answers: dict[str, str], outcome: str) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    for question, choice in answers.items():
        expect_question(page, question)
        answer(page, choice)

    expect_outcome(page, outcome)
    assert page.url.endswith(state(answers))


@every_way
def test_before_the_engine_is_ready(
    visit: Callable[..., Page], server: SiteServer, answers: dict[str, str], outcome: str
) -> None:
    server.intercept = never_load
    page = visit(CHOOSE)

    for question, choice in answers.items():
        expect_question(page, question)
        answer(page, choice)

    expect_outcome(page, outcome)
    expect(tree(page)).to_have_attribute("engine", "loading")
    expect(tree(page).locator("[data-row]")).to_have_count(3)
    assert page.url.endswith(state(answers))


@pytest.mark.every_variant
@every_way
def test_without_javascript(visit: Callable[..., Page], answers: dict[str, str], outcome: str) -> None:
    page = visit(CHOOSE, java_script_enabled=False)

    for number, (question, choice) in enumerate(answers.items()):
        place = "decision-tree" if number == 0 else f"[data-entry='{question}']"
        page.locator(f"{place} [data-answer='{choice}']").click()

    arrived = page.locator(f"[data-entry='{outcome}']")
    assert page.url.endswith(state(answers))
    expect(arrived).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').closest('[data-entry]').dataset.entry") == outcome
    with page.expect_navigation():
        arrived.get_by_role("link", name="Read about").click()
    assert page.url.endswith(f"/guide/patterns/{outcome}/")


@every_way
def test_by_a_deep_link(visit: Callable[..., Page], answers: dict[str, str], outcome: str) -> None:
    page = visit(state(answers))

    expect_outcome(page, outcome)
    wait_for_engine(page)
    expect_outcome(page, outcome)


def test_without_javascript_the_page_says_how_it_works(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE, java_script_enabled=False)

    expect(tree(page).get_by_text("Without JavaScript, this page does not keep a list of your answers")).to_be_visible()


def longer_ways(most: int = 4) -> list[tuple[str, str]]:
    """Return links to results of the incident tree that meet some question by another way than the shortest."""
    incident, _ = check_file(DOCS / "authors" / "trees" / "incident" / "tree.yml", DOCS)
    assert incident is not None
    found: list[tuple[str, str]] = []
    for way in ways(incident):
        given = list(way.answers.items())
        if any(dict(given[:at]) != incident.graph.way_to(question) for at, (question, _) in enumerate(given)):
            found.append((State(incident, way.answers).link, way.outcome))
    return found[:: max(1, len(found) // most)][:most]


@pytest.mark.parametrize(("link", "outcome"), longer_ways())
def test_a_way_that_joins_another_is_followed_before_the_engine_is_ready(
    visit: Callable[..., Page], server: SiteServer, link: str, outcome: str
) -> None:
    server.intercept = never_load
    page = visit(f"authors/trees/incident/#{link}")

    expect_outcome(page, outcome)
    expect(tree(page)).not_to_have_attribute("engine", "ready")
