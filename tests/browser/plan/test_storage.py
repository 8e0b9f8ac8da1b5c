"""A plan is stored on the device, and nothing is lost where tabs meet or storage fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from held_calls import hold, hold_on_arrival, release, wait_for_held
from the_page import Visit, ready, state, tree
from the_plan import (
    KEY,
    OPEN,
    PLAN,
    PUSH,
    SHARED,
    TWO,
    act,
    another_tab,
    expect_needs,
    need,
    plan_of,
    row,
    store,
    stored,
    told,
    undo,
    wait_for_plan,
    with_plan,
)
from watch import FAULTS_OF_THE_ENGINE, Watch

REFUSE = {
    "blocked": "() => { throw new DOMException('refused', 'SecurityError') }",
    "full": "() => { throw new DOMException('full', 'QuotaExceededError') }",
}


def refuse(page: Page, how: str) -> None:
    """Make the browser refuse to store anything from the next page on."""
    page.add_init_script(f"Storage.prototype.setItem = {REFUSE[how]};")


class TestTabs:
    def test_two_tabs_show_each_other_s_changes_and_lose_none(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)
        other = another_tab(page)

        act(page, "Look up the record", "Move up")
        expect_needs(other, "Look up the record", "Tell the practice")
        row(other, "Tell the practice").get_by_label("The need, in your own words").fill("Tell the pharmacy")
        act(page, "Look up the record", "Duplicate")

        expect_needs(page, "Look up the record", "Look up the record", "Tell the pharmacy")
        expect_needs(other, "Look up the record", "Look up the record", "Tell the pharmacy")
        other.close()

    def test_what_another_tab_stores_while_the_engine_changes_the_plan_is_not_overwritten(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)
        hold(page, "plan")
        act(page, "Tell the practice", "Remove")
        wait_for_held(page)
        both = json.loads(TWO)
        both["needs"].append(need("three", "Book a visit", OPEN))

        store(page, json.dumps(both))
        release(page)

        expect_needs(page, "Look up the record", "Book a visit")
        assert [each["need"] for each in stored(page)["needs"]] == ["Look up the record", "Book a visit"]

    def test_a_plan_that_another_tab_stores_while_a_damaged_one_is_read_stays(self, visit: Visit) -> None:
        page = visit("about/")
        store(page, "not a plan")
        hold_on_arrival(page, "plan_open")
        page.goto(page.url.replace("about/", PLAN))
        wait_for_held(page)

        store(page, TWO)
        release(page)

        expect_needs(page, "Tell the practice", "Look up the record")
        assert page.evaluate("key => localStorage.getItem(key)", KEY) == TWO

    def test_undo_takes_back_its_own_change_only(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)
        other = another_tab(page)

        act(page, "Tell the practice", "Remove")
        expect_needs(other, "Look up the record")
        other.get_by_label("What do you need?").fill("Book a visit")
        other.get_by_role("button", name="Add this need").click()
        expect_needs(page, "Look up the record", "Book a visit")
        undo(page)

        expect_needs(page, "Tell the practice", "Look up the record", "Book a visit")
        other.close()

    def test_words_typed_last_are_stored_when_the_page_is_left(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)

        row(page, "Tell the practice").get_by_label("Which system gets or holds it?").press_sequentially("Pharmacy")
        page.goto(page.url.replace(PLAN, "about/"))

        assert stored(page)["needs"][0]["to"] == "Pharmacy"

    def test_a_note_typed_last_is_stored_beside_its_tick_when_the_page_is_left(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)
        first = row(page, "Tell the practice")
        first.get_by_text("To confirm: 0 of").click()
        first.get_by_role("checkbox").first.check()
        expect(first.get_by_text("To confirm: 1 of")).to_be_visible()

        first.get_by_label("Your note").first.press_sequentially("Asked")
        page.goto(page.url.replace(PLAN, "about/"))

        (noted,) = stored(page)["needs"][0]["confirmations"].values()
        assert noted == {"confirmed": True, "note": "Asked"}

    def test_words_typed_last_are_stored_when_the_tab_is_hidden(self, visit: Visit) -> None:
        """A phone ends hidden tabs without a word."""
        page = with_plan(visit, TWO)
        row(page, "Tell the practice").get_by_label("Which system gets or holds it?").press_sequentially("Pharmacy")

        page.evaluate("""() => {
          Object.defineProperty(document, "hidden", { get: () => true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""")

        assert stored(page)["needs"][0]["to"] == "Pharmacy"

    def test_a_plan_that_another_tab_deletes_can_be_restored(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)
        other = another_tab(page)

        other.evaluate("localStorage.clear()")
        expect(told(page, "The plan was deleted from this device.")).to_be_visible()
        expect(page.get_by_role("heading", name="Your plan is empty")).to_be_visible()
        undo(page)

        expect_needs(page, "Tell the practice", "Look up the record")
        other.close()

    def test_a_plan_cleared_in_the_same_tab_is_not_lost_while_it_is_shown(self, visit: Visit) -> None:
        page = with_plan(visit, TWO)

        page.evaluate("localStorage.clear()")
        act(page, "Tell the practice", "Duplicate")

        expect_needs(page, "Tell the practice", "Tell the practice", "Look up the record")
        assert len(stored(page)["needs"]) == 3


@pytest.mark.parametrize("how", REFUSE)
def test_without_storage_the_plan_lives_on_in_the_tab_and_says_so(visit: Visit, how: str) -> None:
    page = visit("about/")
    refuse(page, how)
    page.goto(page.url.replace("about/", state(PUSH)))
    expect(tree(page)).to_have_attribute("engine", "ready", timeout=60_000)

    tree(page).get_by_role("button", name="Add to the plan").click()
    expect(told(page, "save it as a file")).to_be_visible()
    told(page, "save it").get_by_role("link", name="Open the plan").click()

    wait_for_plan(page)
    expect(page.locator("[data-plan-need]")).to_have_count(1)
    page.get_by_label("What do you need?").fill("Book a visit")
    page.get_by_role("button", name="Add this need").click()
    expect(page.locator("[data-plan-need]")).to_have_count(2)
    expect(page.locator(".fp-plan-notices")).to_contain_text("save it as a file")


class TestUnreadable:
    @pytest.mark.parametrize(
        "text",
        [
            "not a plan",
            '{"kind": "something else"}',
            plan_of(need("one", "Tell the practice", PUSH)).replace('"version": 1', '"version": 99'),
        ],
        ids=["no JSON", "another kind", "a later version"],
    )
    def test_what_cannot_be_read_is_kept_apart_and_can_be_saved(self, visit: Visit, text: str) -> None:
        page = with_plan(visit, text)
        notice = page.locator("[data-kind='plan-unreadable']")

        expect(notice).to_contain_text("cannot be read")
        page.get_by_label("What do you need?").fill("Book a visit")
        page.get_by_role("button", name="Add this need").click()
        expect_needs(page, "Book a visit")
        with page.expect_download() as download:
            notice.get_by_role("button", name="Download what is stored").click()
        assert Path(download.value.path()).read_text(encoding="utf-8") == text
        notice.get_by_role("button", name="Delete it").click()
        expect(notice).to_have_count(0)
        undo(page)
        expect(notice).to_have_count(1)

    def test_it_stays_where_it_is_if_there_is_no_room_to_keep_it_apart(self, visit: Visit) -> None:
        page = visit("about/")
        page.evaluate("(key) => localStorage.setItem(key, 'broken')", KEY)
        page.add_init_script(
            "{ const set = Storage.prototype.setItem; Storage.prototype.setItem = function (key, text) {"
            " if (key.includes(' saved ')) throw new DOMException('full', 'QuotaExceededError');"
            " set.call(this, key, text); }; }"
        )
        page.goto(page.url.replace("about/", PLAN))
        wait_for_plan(page)
        page.get_by_label("What do you need?").fill("Book a visit")
        page.get_by_role("button", name="Add this need").click()

        expect_needs(page, "Book a visit")
        expect(page.locator("[data-kind='plan-not-kept']")).to_be_visible()
        assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == "broken"

    def test_the_rest_of_a_damaged_plan_is_used_and_the_whole_is_kept(self, visit: Visit) -> None:
        text = plan_of(need("one", "Tell the practice", PUSH), "broken", need("two", "Look up", SHARED))
        page = with_plan(visit, text)

        expect_needs(page, "Tell the practice", "Look up")
        expect(page.locator("[data-kind='plan-unreadable']")).to_have_count(1)
        kept = page.evaluate("(key) => Object.entries(localStorage).filter(([name]) => name.startsWith(key))", KEY)
        assert text in [value for _, value in kept]

    def test_a_result_is_added_beside_a_plan_that_cannot_be_read(self, visit: Visit) -> None:
        page = ready(visit, state(PUSH))
        page.evaluate("(key) => localStorage.setItem(key, 'broken')", KEY)

        tree(page).get_by_role("button", name="Add to the plan").click()

        expect(told(page, "Added to your plan.")).to_be_visible()
        assert len(stored(page)["needs"]) == 1
        assert "broken" in page.evaluate("Object.values(localStorage)")


def test_without_the_engine_the_needs_are_listed_and_can_be_saved(visit: Visit, watch: Watch) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    page = visit("about/")
    page.add_init_script("window.Worker = class { constructor() { throw new Error('no worker'); } };")
    store(page, TWO)
    page.goto(page.url.replace("about/", PLAN))

    expect(page.locator("decision-plan")).to_have_attribute("engine", "failed")
    expect(page.get_by_role("listitem").filter(has_text="Tell the practice")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save them as a file").click()
    assert json.loads(Path(download.value.path()).read_text(encoding="utf-8")) == json.loads(TWO)


def test_without_scripts_the_page_leads_to_the_questions_and_to_an_empty_plan(visit: Visit) -> None:
    page = visit(PLAN, java_script_enabled=False)

    expect(page.get_by_text("A plan needs JavaScript.")).to_be_visible()
    expect(page.get_by_role("table", name="Empty plan")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="answer the questions").click()
    page.wait_for_url("**/choose/")
