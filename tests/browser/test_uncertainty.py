"""Not knowing every answer: what stays possible, whom to ask, handing over, and coming back with a result.

Every journey is made with the keyboard alone.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from the_page import CHOOSE, expect_outcome, expect_question, state, tree, use, wait_for_engine

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
    expect(tree(page)).to_contain_text("Either way, the answer is the same")
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
    expect(tree(page).get_by_role("status").filter(has_text="3 of 6 still possible")).to_have_count(1)
    use(page, tree(page).locator("[data-answer='yes']"))
    expect(left).to_have_text("1 question left")


def test_not_sure_tells_what_is_possible_and_whom_to_ask(visit: Callable[..., Page]) -> None:
    page = visit(CHOOSE)
    wait_for_engine(page)

    use(page, tree(page).locator("[data-answer='unsure']"))

    expect_question(page, "care-setting")
    expect(tree(page).locator(".fp-left")).to_have_text("4 questions left")
    expect(tree(page).locator(".fp-standing summary")).to_have_text("6 of 6 still possible")
    whom = tree(page).locator("[data-panel='ask-whom']")
    expect(whom).to_contain_text("Ask the clinical or service lead what starts this flow of information.")
    use(page, whom.get_by_role("link", name="Answer it"))
    expect_question(page, "proactive-request")


def test_an_outcome_ruled_out_names_the_answer_that_did_it(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "no"}))
    wait_for_engine(page)

    use(page, tree(page).locator(".fp-standing summary"))

    ruled_out = tree(page).locator(".fp-ruled-out")
    expect(ruled_out.get_by_text("Publish/Subscribe")).to_contain_text("by your answer Yes to: Will a user or system")
    expect(ruled_out.get_by_text("Request/Response (synchronous)")).to_contain_text("by your answer No to")


def test_why_not_another_leads_to_the_nearest_change(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "yes", "location-known": "yes"}))
    wait_for_engine(page)
    other = tree(page).locator("[data-other='publish-subscribe']")

    use(page, other.locator("summary"))
    expect(other).to_contain_text("instead: Will a user or system proactively request")
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
    page = visit(
        state({"proactive-request": "yes", "care-setting": "unsure", "location-known": "no"}),
        permissions=["clipboard-read", "clipboard-write"],
    )
    wait_for_engine(page)
    use(page, tree(page).get_by_role("button", name="Copy a link for the person who knows"))
    expect(tree(page).get_by_role("status")).to_contain_text(["It opens just the open questions"])
    handed_over = page.evaluate("navigator.clipboard.readText()")

    page.goto("about:blank")
    page.goto(handed_over)
    wait_for_engine(page)
    expect_question(page, "care-setting")
    expect(tree(page)).to_contain_text("You have been asked to answer what you know")
    use(page, tree(page).locator("[data-answer='yes']"))
    expect_outcome(page, "registry-repository")
    expect(tree(page)).to_contain_text("Every question that was open has an answer")
    use(page, tree(page).get_by_role("button", name="Copy the link to send back"))
    expect(tree(page).get_by_role("status").filter(has_text="Link copied.")).to_have_count(1)
    back = page.evaluate("navigator.clipboard.readText()")

    assert back.endswith(state({"proactive-request": "yes", "care-setting": "yes", "location-known": "no"}))


def test_several_reached_outcomes_are_named(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "yes", "care-setting": "no", "repository-mandate": "unsure"}))
    wait_for_engine(page)

    expect(tree(page).locator(".fp-card [data-outcome]")).to_have_text(["Registry/Repository", "Shared repository"])
