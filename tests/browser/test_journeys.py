"""Result, change and preview as a reader meets them: by keyboard, at the width of a phone and of a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from site_server import Reply, SiteServer
from the_page import (
    CHOOSE,
    Visit,
    answer,
    change,
    expect_outcome,
    expect_question,
    refuse_the_clipboard,
    state,
    tree,
    unfold,
    use,
    wait_for_engine,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

SYNCHRONOUS = {"proactive-request": "yes", "care-setting": "yes", "location-known": "yes"}
PUBLISH = {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"}
every_width = pytest.mark.parametrize("width", [360, 1280])


def ready(visit: Visit, address: str, width: int = 1280, **options: object) -> Page:
    """Open a page at a width, and wait for the engine."""
    page = visit(address, viewport={"width": width, "height": 800}, **options)
    wait_for_engine(page)
    return page


def box(control: Locator) -> dict[str, float]:
    """Return where something stands on the page."""
    return control.evaluate(
        "e => { const { x, y, width, height } = e.getBoundingClientRect();"
        " return { x: x + scrollX, y: y + scrollY, width, height }; }"
    )


@every_width
def test_a_result_says_what_why_and_what_to_do_and_folds_the_rest(visit: Visit, width: int) -> None:
    page = ready(visit, state(SYNCHRONOUS), width)
    card = tree(page).locator(".fp-card")

    expect(card.locator(".fp-why")).to_contain_text("so it can ask directly.")
    expect(card.locator(".fp-actions > :visible")).to_have_text(
        ["Read about Request/Response (synchronous)", "Add to the plan", "Copy link", "Save or share"]
    )
    folds = tree(page).locator(".fp-live > * > details > summary")
    expect(folds).to_have_text(
        [
            "Your answers",
            "What to expect from Request/Response (synchronous)",
            "Why not the other patterns",
            "Works together with",
            "Check before you decide",
            "Next steps",
            "Who said so, and when?",
            "Save or share",
        ]
    )
    expect(tree(page).locator(".fp-live details[open]")).to_have_count(0)
    expect(tree(page).locator("textarea:visible")).to_have_count(0)
    expect(tree(page).get_by_role("link", name="Start again")).to_be_visible()


@every_width
def test_save_or_share_opens_the_record_and_takes_the_focus_there(visit: Visit, width: int) -> None:
    page = ready(visit, state(SYNCHRONOUS), width)

    use(page, tree(page).get_by_role("button", name="Save or share"))

    summary = tree(page).locator("[data-panel='record'] > summary")
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()
    expect(tree(page).get_by_label("What do you need to decide?")).to_be_visible()
    below = page.locator(".md-header").evaluate("header => header.getBoundingClientRect().bottom")
    assert summary.evaluate("e => e.getBoundingClientRect().top") >= below


@every_width
def test_an_answer_is_changed_by_keyboard_and_the_result_comes_back(visit: Visit, width: int) -> None:
    page = ready(visit, state(SYNCHRONOUS), width)
    before = page.url
    use(page, tree(page).locator(".fp-answered > summary"))
    use(page, tree(page).locator("[data-change='care-setting']"))

    expect_question(page, "care-setting")
    expect(tree(page).locator(".fp-ask")).to_be_focused()
    expect(tree(page).locator(".fp-live > :first-child")).to_have_attribute("data-question", "care-setting")
    expect(tree(page).locator(".fp-notices")).to_have_count(0)
    expect(tree(page).locator(".fp-left")).to_have_text("1 to 2 questions left")
    expect(tree(page).locator(".fp-set-aside > summary")).to_have_text("We've kept your other answers")
    expect(tree(page).locator(".fp-trail .fp-actions > *")).to_have_text(
        ["Cancel this change", "Start again", "Copy link"]
    )
    use(page, tree(page).locator("[data-answer='yes']"))

    expect_outcome(page, "request-response-synchronous")
    expect(page).to_have_url(before)


@every_width
def test_a_change_is_cancelled(visit: Visit, width: int) -> None:
    page = ready(visit, state(SYNCHRONOUS), width)
    before = page.url
    change(page, "location-known")
    expect_question(page, "location-known")
    expect(tree(page).locator(".fp-set-aside")).to_have_count(0)
    page.reload()
    wait_for_engine(page)
    expect_question(page, "location-known")

    use(page, tree(page).get_by_role("link", name="Cancel this change"))

    expect_outcome(page, "request-response-synchronous")
    expect(page).to_have_url(before)


def test_another_answer_keeps_the_others_quietly(visit: Visit) -> None:
    page = ready(visit, state(SYNCHRONOUS))
    change(page, "proactive-request")
    answer(page, "no")

    expect_question(page, "business-acknowledgement")
    expect(tree(page).locator(".fp-notices")).to_have_count(0)
    tree(page).locator(".fp-set-aside > summary").click()
    expect(tree(page).locator(".fp-set-aside li")).to_have_count(2)


@every_width
def test_the_preview_of_an_answer_moves_nothing(visit: Visit, width: int) -> None:
    page = ready(visit, CHOOSE, width)
    parts = [tree(page).locator(part) for part in (".fp-answers", ".fp-standing", ".fp-foot")]
    before = [box(part) for part in parts]
    length = page.evaluate("document.documentElement.scrollHeight")

    tree(page).locator("[data-answer='yes']").focus()

    preview = tree(page).locator(".fp-preview")
    expect(preview).to_contain_text("This answer leaves 3 of 6 patterns: Request/Response (synchronous)")
    expect(preview).to_be_visible()
    assert [box(part) for part in parts] == before
    assert page.evaluate("document.documentElement.scrollHeight") == length
    page.keyboard.press("Escape")
    expect(preview).to_be_empty()
    assert [box(part) for part in parts] == before


@every_width
def test_no_gap_waits_for_the_preview(visit: Visit, width: int) -> None:
    page = ready(visit, CHOOSE, width)

    standing = box(tree(page).locator(".fp-standing"))
    place = box(tree(page).locator(".fp-standing-place"))

    assert place["height"] - standing["height"] < 12


@every_width
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_answers_fill_their_rows_and_carry_no_marks(visit: Visit, width: int, count: int) -> None:
    page = ready(visit, CHOOSE, width)
    answers = tree(page).locator(".fp-answers")
    answers.evaluate(
        """(list, count) => {
          const [first, second, unsure] = list.children;
          for (let number = 2; number < count; number += 1) list.insertBefore(second.cloneNode(true), unsure);
        }""",
        count,
    )

    rows: dict[float, list[dict[str, float]]] = {}
    for item in answers.locator("li").all():
        place = box(item)
        rows.setdefault(place["y"], []).append(place)

    whole = box(answers)
    for row in rows.values():
        assert abs(row[0]["x"] - whole["x"]) < 1
        assert abs(row[-1]["x"] + row[-1]["width"] - whole["x"] - whole["width"]) < 1
    drawn = answers.locator("a").evaluate_all("links => links.map((a) => getComputedStyle(a, '::before').content)")
    assert set(drawn) <= {"none", "normal"}


class TestWithoutTheEngine:
    @pytest.fixture
    def page(self, visit: Visit, server: SiteServer, watch: Watch) -> Page:
        """Open a result with an engine that does not start."""
        watch.expected = FAULTS_OF_THE_ENGINE
        server.intercept = lambda path: Reply(404) if path.endswith("python_stdlib.zip") else None
        page = visit(state(SYNCHRONOUS, edition="2021-01-01"))
        wait_for_engine(page, "failed")
        return page

    def test_a_result_has_its_reason_and_its_link_can_be_copied(self, page: Page) -> None:
        expect_outcome(page, "request-response-synchronous")
        expect(tree(page).locator(".fp-why")).to_contain_text("so it can ask directly.")
        refuse_the_clipboard(page)
        tree(page).get_by_role("button", name="Copy link").click()
        expect(tree(page).get_by_label("Link to these answers")).to_have_value(page.url)
        expect(tree(page).get_by_role("button", name="Save or share")).to_be_hidden()

    def test_a_link_of_another_edition_says_so(self, page: Page) -> None:
        expect(tree(page).locator(".fp-notices")).to_contain_text("made with another edition of the guidance")

    def test_an_answer_is_changed(self, page: Page) -> None:
        change(page, "location-known")

        expect_question(page, "location-known")
        expect(tree(page).get_by_role("button", name="Copy link")).to_be_visible()
        answer(page, "no")
        expect_outcome(page, "registry-repository")


def test_without_javascript_the_page_says_what_is_not_there(visit: Visit) -> None:
    page = visit(state(PUBLISH, edition="2021-01-01"), java_script_enabled=False)

    line = tree(page).locator("[data-status='none']")
    expect(line).to_be_visible()
    expect(line).to_contain_text("does not keep a list of your answers, explain a result or write a record")
    expect(line).to_contain_text("This page shows edition 2022-11-24.")
    entry = page.locator("[data-entry='publish-subscribe']")
    expect(entry.locator(".fp-summary")).to_be_visible()
    expect(entry.get_by_role("button")).to_have_count(0)


def test_unfolding_answers_works_by_keyboard(visit: Visit) -> None:
    page = ready(visit, state(PUBLISH))
    unfold(page, "answers")

    expect(tree(page).locator(".fp-answered li")).to_have_count(3)
