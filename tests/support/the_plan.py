"""The actions of a reader on the page with a plan."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from the_page import BY_LINKS, EDITION, Visit, state

PLAN = "plan/"
KEY = "fingerpost plan /guide/assets/fingerpost/ integration-pattern"
"""The key of the plan in the storage of the browser."""

PUSH = BY_LINKS
SHARED = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "yes"}
OPEN = {"proactive-request": "no"}


def need(need_id: str, words: str, answers: dict[str, str], **more: object) -> dict[str, object]:
    """Return a need as a plan has it."""
    return {"id": need_id, "need": words, "link": state(answers).partition("#")[2], "changed": 1, **more}


def plan_of(*needs: dict[str, object] | str, **more: object) -> str:
    """Return a plan as text."""
    return json.dumps(
        {
            "kind": "fingerpost-plan",
            "version": 1,
            "tree": "integration-pattern",
            "edition": EDITION,
            "needs": needs,
            **more,
        }
    )


TWO = plan_of(need("one", "Tell the practice", PUSH), need("two", "Look up the record", SHARED))


def wait_for_plan(page: Page) -> None:
    """Wait until the engine has drawn the plan."""
    expect(page.locator("decision-plan")).to_have_attribute("engine", "ready", timeout=60_000)


def store(page: Page, text: str) -> None:
    """Store a plan, as another tab would."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def with_plan(visit: Visit, text: str, address: str = PLAN, **options: object) -> Page:
    """Open the plan in a browser that holds one."""
    page = visit("about/", **options)
    store(page, text)
    page.goto(page.url.replace("about/", address))
    wait_for_plan(page)
    return page


def rows(page: Page) -> Locator:
    """Return the needs."""
    return page.locator("[data-plan-need]")


def row(page: Page, words: str) -> Locator:
    """Return the need with these words."""
    return rows(page).filter(has=page.get_by_role("heading", name=words))


def expect_needs(page: Page, *words: str) -> None:
    """Expect the plan to have needs with these words, in this order."""
    expect(rows(page).locator("h3 > [dir]")).to_have_text(list(words))


def act(page: Page, words: str, button: str) -> None:
    """Use a button of a need."""
    row(page, words).get_by_role("button", name=button).click()


def undo(page: Page) -> None:
    """Take back what was done last."""
    page.get_by_role("status").get_by_role("button", name="Undo").click()


def told(page: Page, text: str) -> Locator:
    """Return the line that reports the latest action."""
    return page.locator(".fp-toast").filter(has_text=text)


def stored(page: Page) -> dict[str, Any]:
    """Return the plan that the browser holds."""
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "{}")


def another_tab(page: Page) -> Page:
    """Open the plan in a further tab of the same browser."""
    other = page.context.new_page()
    other.goto(page.url.partition("#")[0])
    wait_for_plan(other)
    return other
