"""The actions of a reader on a page with a decision tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playwright.sync_api import Locator, Page, expect

type Visit = Callable[..., Page]
"""The fixture that opens a page of the site; it takes its address and the reader's settings, as Playwright has them."""

CHOOSE = "choose/"
PUBLISH_SUBSCRIBE = "patterns/publish-subscribe/"
EDITION = "2022-11-24"


BY_LINKS = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "yes"}
"""The answers of a whole way, without "not sure"."""


def state(answers: Mapping[str, str], *, edition: str | None = EDITION) -> str:
    """Return the address of a state below the site's own."""
    if not answers:
        return f"{CHOOSE}#integration-pattern"
    pairs = "&".join(f"{question}={answer}" for question, answer in answers.items())
    return f"{CHOOSE}#integration-pattern?{pairs}" + (f"&edition={edition}" if edition else "")


RESULT = state({"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"})
"""The result that leads to publish/subscribe."""


def tree(page: Page) -> Locator:
    """Return the page element."""
    return page.locator("decision-tree")


def wait_for_engine(page: Page, engine: str = "ready") -> None:
    """Wait until every element of the page reports this state of the engine."""
    expect(tree(page).first).to_be_attached()
    for element in tree(page).all():
        expect(element).to_have_attribute("engine", engine, timeout=60_000)


def ready(visit: Visit, address: str = CHOOSE, **options: object) -> Page:
    """Open a page with a tree, and wait for the engine."""
    page = visit(address, **options)
    wait_for_engine(page)
    return page


def answer(page: Page, answer_id: str) -> None:
    """Give an answer to the question that is shown."""
    tree(page).locator(f"[data-answer='{answer_id}']").click()


def answer_to_publish_subscribe(page: Page) -> None:
    """Give the answers that lead from the first question to publish/subscribe."""
    answer(page, "no")
    expect_question(page, "business-acknowledgement")
    answer(page, "no")
    expect_question(page, "recipients-known")
    answer(page, "no")
    expect_outcome(page, "publish-subscribe")


def unfold(page: Page, *panels: str) -> None:
    """Open folds below a state: panels by their names, and the reader's own answers with `answers`."""
    for panel in panels:
        fold = tree(page).locator(".fp-answered" if panel == "answers" else f"[data-panel='{panel}']")
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()


def change(page: Page, question: str) -> None:
    """Change the answer to a question."""
    unfold(page, "answers")
    tree(page).locator(f"[data-change='{question}']").click()


def reach(page: Page, control: Locator, limit: int = 150) -> None:
    """Move the focus to a control with the Tab key, as somebody without a pointer does."""
    for _ in range(limit):
        if control.evaluate("control => control === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {control}")


def use(page: Page, control: Locator, key: str = "Enter") -> None:
    """Use a control with the keyboard alone."""
    reach(page, control)
    page.keyboard.press(key)


def expect_question(page: Page, question: str) -> None:
    """Expect a question to be shown."""
    expect(tree(page).locator(".fp-card")).to_have_attribute("data-question", question)


def expect_outcome(page: Page, outcome: str) -> None:
    """Expect an outcome to be shown."""
    expect(tree(page).locator(".fp-card")).to_have_attribute("data-outcome", outcome)


def answer_by_links(page: Page) -> None:
    """Answer a whole way without the engine."""
    for question, choice in BY_LINKS.items():
        expect_question(page, question)
        answer(page, choice)
    expect_outcome(page, "information-push")


def to_the_page(page: Page) -> Locator:
    """Return the link from a result to its explanation."""
    return tree(page).locator(".fp-live .fp-more a")


def expect_open_branches(page: Page, question: str) -> Locator:
    """Expect the listing to show and focus the branches open to somebody who is not sure; return them."""
    branches = page.locator(f"[data-entry='{question}'] .fp-entry-unsure")
    expect(branches).to_be_in_viewport()
    expect(branches.get_by_role("link").first).to_be_focused()
    return branches


def refuse_the_clipboard(page: Page) -> None:
    """Make the browser refuse every copy, as if the page may not use the clipboard."""
    page.evaluate(
        "() => { for (const way of ['write', 'writeText'])"
        " navigator.clipboard[way] = () => Promise.reject(new Error('refused')); }"
    )
