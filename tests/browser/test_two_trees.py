"""Two trees on one page: each keeps its own answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from the_page import wait_for_engine

PAGE = "authors/trees/two-trees/"


def tree(page: Page, name: str) -> Locator:
    """Return one of the trees."""
    return page.locator(f"decision-tree[tree='{name}']")


def expect_question(page: Page, name: str, question: str) -> None:
    """Expect a tree to show a question."""
    expect(tree(page, name).locator(".fp-card").first).to_have_attribute("data-question", question)


def test_each_tree_keeps_its_answers(visit: Callable[..., Page]) -> None:
    """An answer to one leaves the other as it is, before and after a reload, and going back."""
    page = visit(PAGE)
    wait_for_engine(page)

    tree(page, "incident-triage").locator("[data-answer='no']").first.click()
    expect_question(page, "incident-triage", "attack")
    tree(page, "open-licence").locator("[data-answer='own']").first.click()
    expect_question(page, "open-licence", "material")
    expect_question(page, "incident-triage", "attack")

    page.reload()
    wait_for_engine(page)
    expect_question(page, "open-licence", "material")
    expect_question(page, "incident-triage", "attack")

    tree(page, "incident-triage").locator("[data-answer='no']").first.click()
    expect_question(page, "incident-triage", "data-loss")
    page.go_back()
    expect_question(page, "open-licence", "material")


def test_a_page_with_one_tree_stores_nothing(visit: Callable[..., Page]) -> None:
    """Session storage is for pages with several trees alone."""
    page = visit("authors/trees/licence/#open-licence?existing=own&edition=2026-11")
    expect_question(page, "open-licence", "material")

    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('fingerpost'))") == []


def stored(page: Page) -> list[str]:
    """Return the links that are stored for this tab."""
    return page.evaluate(
        "Object.entries(sessionStorage).filter(([key]) => key.startsWith('fingerpost link')).map(([, link]) => link)"
    )


def test_a_tree_that_is_started_again_leaves_nothing_stored(visit: Callable[..., Page]) -> None:
    page = visit(PAGE)
    wait_for_engine(page)
    tree(page, "open-licence").locator("[data-answer='own']").first.click()
    expect_question(page, "open-licence", "material")
    assert [link.partition("&")[0] for link in stored(page)] == ["open-licence?existing=own"]

    tree(page, "open-licence").get_by_text("Start again").first.click()
    expect_question(page, "open-licence", "existing")

    assert stored(page) == []


def test_words_that_are_taken_out_of_the_address_are_not_stored_with_it(visit: Callable[..., Page]) -> None:
    page = visit(f"{PAGE}#open-licence?existing=own&edition=2026-11&said_by=Asha,,existing")
    wait_for_engine(page)
    expect_question(page, "open-licence", "material")

    page.wait_for_function("() => !location.hash.includes('Asha')")
    assert [link.partition("&")[0] for link in stored(page)] == ["open-licence?existing=own"]
    assert "Asha" not in stored(page)[0]


def test_no_id_stands_twice(visit: Callable[..., Page]) -> None:
    """What one tree's links lead to is never part of the other."""
    ids = visit(PAGE).evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")

    assert [name for name, count in Counter(ids).items() if count > 1] == []
