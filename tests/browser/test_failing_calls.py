"""A call of the engine fails while it runs: the reader is told, loses nothing, and can try again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from failing_calls import fail, prepare
from site_server import Reply, SiteServer
from the_page import (
    CHOOSE,
    RESULT,
    Visit,
    answer,
    expect_open_branches,
    expect_outcome,
    tree,
    unfold,
    wait_for_engine,
)
from the_plan import PLAN, TWO, act, expect_needs, row, store, stored, told, wait_for_plan
from watch import Watch

NOT_DONE = "That did not work. Nothing is lost: try again."
NOT_CHANGED = "The plan could not be changed."


def toast(page: Page, text: str) -> None:
    """Expect a message about the latest action, and end it, so that the next one is another."""
    expect(page.locator(".fp-toast")).to_have_text(text)
    page.keyboard.press("Escape")
    expect(page.locator(".fp-toast")).to_be_empty()


def test_a_state_that_cannot_be_drawn_is_told_and_can_be_tried_again(visit: Visit, tmp_path: Path) -> None:
    page = visit("about/")
    prepare(page, "view")
    page.goto(page.url.replace("about/", CHOOSE))
    wait_for_engine(page)
    line = tree(page).get_by_text("The explanation of this step could not be shown.")
    expect(line).to_be_visible()

    answer(page, "unsure")
    expect_open_branches(page, "proactive-request")
    assert "#integration-pattern?proactive-request=unsure" in page.url
    expect(line).to_be_visible()
    # It fails once more.
    tree(page).get_by_role("button", name="Try again").click()
    expect(line).to_be_visible()

    fail(page, "preview", "hand_over", "record", "reopen")
    tree(page).get_by_role("button", name="Try again").click()
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
    expect(line).to_be_hidden()

    tree(page).locator("[data-answer]").first.hover()
    expect(tree(page).locator(".fp-preview")).to_have_text("The effect of this answer could not be worked out.")
    unfold(page, "ask-whom")
    tree(page).get_by_role("button", name="Copy a link for a colleague").click()
    toast(page, NOT_DONE)
    page.evaluate("text => { location.hash = text; }", RESULT.partition("#")[2])
    expect_outcome(page, "publish-subscribe")
    unfold(page, "record")
    for button in ("Copy for a wiki or ticket", "Print", "Download as Markdown"):
        tree(page).get_by_role("button", name=button).click()
        toast(page, NOT_DONE)
    (tmp_path / "record.json").write_text("{}", encoding="utf-8")
    tree(page).locator("[data-open]").set_input_files(tmp_path / "record.json")
    toast(page, NOT_DONE)


def test_a_plan_that_cannot_be_drawn_or_changed_is_told_and_kept(visit: Visit, tmp_path: Path) -> None:
    page = visit("about/")
    prepare(page, "plan")
    store(page, TWO)
    page.goto(page.url.replace("about/", PLAN))
    element = page.locator("decision-plan")
    expect(element).to_have_attribute("engine", "failed", timeout=60_000)
    expect(element.get_by_text("The plan could not start.")).to_be_visible()
    expect(element.locator(".fp-plan-plain li")).to_have_text(["Tell the practice", "Look up the record"])

    fail(page)
    element.get_by_role("button", name="Try again").click()
    wait_for_plan(page)
    expect_needs(page, "Tell the practice", "Look up the record")

    fail(page, "plan", "plan_open", "plan_link", "plan_forms")
    act(page, "Tell the practice", "Move down")
    expect(told(page, NOT_CHANGED)).to_be_visible()
    page.get_by_label("What do you need?").fill("Book a visit")
    page.keyboard.press("Control+Enter")
    expect(told(page, NOT_CHANGED)).to_be_visible()
    expect(page.get_by_label("What do you need?")).to_have_value("Book a visit")
    row(page, "Tell the practice").get_by_text("To confirm: 0 of").click()
    tick = row(page, "Tell the practice").get_by_role("checkbox").first
    tick.click()
    expect(told(page, NOT_CHANGED)).to_be_visible()
    expect(tick).not_to_be_checked()
    row(page, "Tell the practice").get_by_label("Which system gets or holds it?").press_sequentially("Pharmacy")
    expect(told(page, NOT_CHANGED)).to_be_visible()
    assert stored(page)["needs"][0]["to"] == "Pharmacy"

    for button in ("Copy link", "Download as Markdown", "Print"):
        page.locator(".fp-plan-keep").get_by_role("button", name=button).click()
        toast(page, NOT_DONE)
    (tmp_path / "plan.json").write_text("{}", encoding="utf-8")
    page.locator("[data-open-plan]").set_input_files(tmp_path / "plan.json")
    expect(told(page, NOT_CHANGED)).to_be_visible()


def test_parts_of_a_page_that_do_not_arrive_are_told(visit: Visit, server: SiteServer, watch: Watch) -> None:
    watch.expected = ("404 (Not Found)",)
    server.intercept = lambda path: Reply(404) if path.endswith(("plan.mjs", "finder.mjs")) else None
    page = visit(PLAN)
    expect(page.get_by_text("The plan could not be loaded. It is still on this device")).to_be_visible()
    expect(page.locator(".fp-status:visible")).to_have_count(1)

    page.goto(server.address + "patterns/")
    expect(page.get_by_text("The choices could not be loaded, so this is the whole table.")).to_be_visible()
    expect(page.get_by_role("table", name="Comparison by quality")).to_be_visible()
