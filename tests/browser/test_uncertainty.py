"""Not knowing every answer: what stays possible, whom to ask, handing over, and coming back with a result.

Every journey is made with the keyboard alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from the_page import CHOOSE, expect_outcome, expect_question, reach, state, tree, unfold, use, wait_for_engine

EITHER_WAY = {
    "proactive-request": "yes",
    "care-setting": "unsure",
    "location-known": "no",
    "repository-mandate": "no",
}


def test_a_whole_journey_by_keyboard_alone(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    for question, choice in EITHER_WAY.items():
        expect_question(page, question)
        use(page, tree(page).locator(f"[data-answer='{choice}']"))

    expect_outcome(page, "registry-repository")
    expect(tree(page).locator(".fp-ask")).to_be_focused()
    expect(tree(page)).to_contain_text("The questions without a definite answer do not change this result.")
    assert page.url.endswith(state(EITHER_WAY))


def test_the_result_is_announced(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "yes"}))
    wait_for_engine(page)

    use(page, tree(page).locator("[data-answer='no']"))

    announced = tree(page).get_by_role("status").filter(has_text="The guidance recommends: Registry/Repository.")
    expect(announced).to_have_count(1)
    expect(page.get_by_role("heading", name="Registry/Repository", level=3).first).to_be_focused()


def test_each_answer_says_how_far_it_is(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)
    left = tree(page).locator(".fp-left")

    expect(left).to_have_text("3 questions left")
    use(page, tree(page).locator("[data-answer='yes']"))
    expect(left).to_have_text("2 questions left")
    expect(tree(page).get_by_role("status").filter(has_text="Patterns still possible: 3 of 6")).to_have_count(1)
    use(page, tree(page).locator("[data-answer='yes']"))
    expect(left).to_have_text("1 question left")


def test_not_sure_tells_what_is_possible_and_whom_to_ask(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    use(page, tree(page).locator("[data-answer='unsure']"))

    expect_question(page, "care-setting")
    expect(tree(page).locator(".fp-left")).to_have_text("4 questions left")
    expect(tree(page).locator(".fp-standing summary")).to_have_text("Patterns still possible: 6 of 6")
    whom = tree(page).locator("[data-panel='ask-whom']")
    use(page, whom.locator("summary"))
    expect(whom).to_contain_text("Ask the clinical or service lead what starts this flow of information.")
    use(page, whom.get_by_role("link", name="Answer this question"))
    expect_question(page, "proactive-request")


def test_an_outcome_ruled_out_names_the_answer_that_did_it(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "no"}))
    wait_for_engine(page)

    use(page, tree(page).locator(".fp-standing summary"))

    ruled_out = tree(page).locator(".fp-ruled-out")
    expect(ruled_out.get_by_text("Publish/Subscribe")).to_contain_text("by the answer Yes to: Will a user or system")
    expect(ruled_out.get_by_text("Request/Response (synchronous)")).to_contain_text("by the answer No to")


def test_why_not_another_leads_to_the_nearest_change(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "yes", "location-known": "yes"}))
    wait_for_engine(page)
    other = tree(page).locator("[data-other='publish-subscribe']")

    use(page, tree(page).locator("[data-panel='why-not'] > summary"))
    use(page, other.locator("summary"))
    expect(other).to_contain_text(
        "To get Publish/Subscribe, you would answer:Will a user or system proactively request"
    )
    use(page, other.get_by_role("link"))

    expect_outcome(page, "publish-subscribe")
    assert page.url.endswith(
        "#integration-pattern?proactive-request=no&business-acknowledgement=no&recipients-known=no"
        "&care-setting=yes&location-known=yes&edition=2022-11-24"
    )


def test_the_forcing_answers_leave_the_others_out(visit: Callable[..., Page]) -> None:
    page = visit(state(EITHER_WAY))
    wait_for_engine(page)

    forcing = tree(page).locator(".fp-forcing li")

    expect(forcing).to_have_count(3)
    expect(tree(page).locator(".fp-forcing")).not_to_contain_text("specific care setting")


def test_handing_over_asks_just_the_open_questions_and_comes_back_with_everything(
    visit: Callable[..., Page],
) -> None:
    sent = {"proactive-request": "yes", "care-setting": "unsure", "location-known": "no"}
    page = visit(state(sent), permissions=["clipboard-read", "clipboard-write"])
    wait_for_engine(page)
    standing = tree(page).locator(".fp-standing summary").inner_text()
    use(page, tree(page).locator("[data-panel='record'] > summary"))
    reach(page, tree(page).get_by_label("What do you need to decide?"))
    page.keyboard.type("Where are <heights> & weights?")
    unfold(page, "ask-whom")
    tree(page).get_by_role("button", name="Copy a link for a colleague").focus()
    page.keyboard.press("Enter")
    expect(tree(page).get_by_role("status")).to_contain_text(["It asks the questions you are not sure about"])
    handed_over = page.evaluate("navigator.clipboard.readText()")

    page.goto("about:blank")
    receiver = visit(handed_over.partition("/guide/")[2], permissions=["clipboard-read", "clipboard-write"])
    wait_for_engine(receiver)
    expect_question(receiver, "care-setting")
    expect(tree(receiver)).to_contain_text("A colleague needs your help")
    expect(tree(receiver).locator("blockquote")).to_have_text("Where are <heights> & weights?")
    expect(tree(receiver).locator(".fp-standing summary")).to_have_text(standing)
    expect(tree(receiver).locator(".fp-live")).not_to_contain_text("your answer", ignore_case=True)
    use(receiver, tree(receiver).locator("[data-answer='yes']"))
    expect_outcome(receiver, "registry-repository")
    expect(tree(receiver)).to_contain_text("There are no more questions")
    use(receiver, tree(receiver).get_by_role("button", name="Copy the link to send back"))
    expect(tree(receiver).get_by_role("status").filter(has_text="Link copied.")).to_have_count(1)
    back = receiver.evaluate("navigator.clipboard.readText()")

    assert back.endswith(state({"proactive-request": "yes", "care-setting": "yes", "location-known": "no"}))


def test_who_gave_the_answers_goes_to_a_colleague_and_comes_back_into_the_notes(visit: Callable[..., Page]) -> None:
    """Both people say who they are; the sender's own notes are offered, and nothing in them is replaced."""
    clipboard = {"permissions": ["clipboard-read", "clipboard-write"]}
    sender = visit(state({"proactive-request": "yes", "care-setting": "unsure", "location-known": "no"}), **clipboard)
    wait_for_engine(sender)
    unfold(sender, "evidence", "ask-whom", "record")
    reach(sender, tree(sender).get_by_label("What do you need to decide?"))
    sender.keyboard.type("Heights")
    tree(sender).get_by_role("textbox", name="Who").first.fill("Bo <b>& co</b>")
    tree(sender).get_by_role("textbox", name="When").first.fill("1 May")
    use(sender, tree(sender).get_by_role("button", name="Copy a link for a colleague"))
    expect(tree(sender).get_by_role("status")).to_contain_text(["It asks the questions you are not sure about"])
    handed_over = sender.evaluate("navigator.clipboard.readText()")

    receiver = visit(handed_over.partition("/guide/")[2], **clipboard)
    wait_for_engine(receiver)
    expect(tree(receiver).locator(".fp-trail")).to_contain_text("Said by: Bo <b>& co</b>, 1 May")
    reach(receiver, tree(receiver).get_by_role("textbox", name="Your name or role"))
    receiver.keyboard.type("Asha, ward lead")
    tree(receiver).get_by_role("textbox", name="Date").fill("2 May")
    use(receiver, tree(receiver).locator("[data-answer='yes']"))
    expect_outcome(receiver, "registry-repository")
    expect(tree(receiver).get_by_role("textbox", name="Your name or role")).to_have_value("Asha, ward lead")
    use(receiver, tree(receiver).get_by_role("button", name="Copy the link to send back"))
    expect(tree(receiver).get_by_role("status").filter(has_text="Link copied.")).to_have_count(1)
    back = receiver.evaluate("navigator.clipboard.readText()")
    assert receiver.evaluate("Object.keys(localStorage).filter((key) => key.includes('notes'))") == []

    sender.goto("about:blank")
    sender.goto(back)
    wait_for_engine(sender)
    expect_outcome(sender, "registry-repository")
    expect(tree(sender).get_by_role("status")).to_contain_text(["Who gave the answers is now in your notes"])
    assert sender.url.endswith(state({"proactive-request": "yes", "care-setting": "yes", "location-known": "no"}))
    unfold(sender, "evidence", "record")
    use(sender, tree(sender).get_by_role("button", name="Use these notes"))
    who = tree(sender).get_by_role("textbox", name="Who")
    expect(who.nth(0)).to_have_value("Bo <b>& co</b>")
    expect(who.nth(1)).to_have_value("Asha, ward lead")
    expect(who.nth(2)).to_have_value("")
    with sender.expect_download() as download:
        tree(sender).get_by_role("button", name="JSON", exact=False).first.click()
    record = json.loads(download.value.path().read_text(encoding="utf-8"))
    said = [part.get("evidence") for part in record["answers"]]
    assert said == [{"who": "Bo <b>& co</b>", "when": "1 May"}, {"who": "Asha, ward lead", "when": "2 May"}, None]
    assert record["need"] == "Heights"


def test_several_reached_outcomes_are_named(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "no", "repository-mandate": "unsure"}))
    wait_for_engine(page)

    expect(tree(page).locator(".fp-card [data-outcome]")).to_have_text(["Registry/Repository", "Shared repository"])
