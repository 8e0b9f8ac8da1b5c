"""The button of the privacy page deletes everything that the site has stored in the browser, and nothing else."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from notes import NOTES, RESULT, need, write
from project.paths import SITE
from site_server import SiteServer
from the_page import Visit, state, wait_for_engine
from the_plan import KEY, PLAN, TWO, wait_for_plan
from the_stored_data import PRIVACY, amounts, ask, delete, held, part, question

pytestmark = pytest.mark.first_visit

NOTHING = {"localStorage": [], "sessionStorage": [], "caches": {}, "databases": [], "cookies": "", "workers": []}

OTHER_SITES = """async () => {
  for (const path of ["/guide/within/", "/other/"]) {
    localStorage.setItem(`fingerpost notes ${path}choose/ integration-pattern one`, "{}");
    localStorage.setItem(`fingerpost plan ${path}assets/fingerpost/ integration-pattern`, "{}");
    localStorage.setItem(`${path}.__palette`, "{}");
    sessionStorage.setItem(`fingerpost link ${path}choose/ integration-pattern`, "x");
    await (await caches.open(`site ${path} 00`)).put(`${path}x`, new Response(""));
    await (await caches.open("fingerpost-engine-memory")).put(`${path}assets/fingerpost/memory/1`, new Response(""));
  }
  localStorage.setItem("fingerpost:notes:integration-pattern", "{}");
  localStorage.setItem("somebody else's", "x");
}"""


def test_another_tab_forgets_it_and_does_not_store_it_again(visit: Visit, server: SiteServer) -> None:
    privacy = visit(PRIVACY)
    privacy.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, TWO])
    notes, plan = privacy.context.new_page(), privacy.context.new_page()
    notes.goto(server.address + state(RESULT))
    wait_for_engine(notes)
    write(notes)
    plan.goto(server.address + PLAN)
    wait_for_plan(plan)
    typed = plan.locator("[data-plan-field='need']").first
    typed.press_sequentially(" and the hospital")  # not stored yet

    delete(privacy)

    wait_for_engine(notes)
    expect(need(notes)).to_have_value("")
    wait_for_plan(plan)
    expect(plan.locator("[data-plan-need]")).to_have_count(0)
    for page in (notes, plan):
        assert page.evaluate("Object.keys(sessionStorage)") == []
        page.goto(server.address + "about/")
    assert privacy.evaluate(NOTES) == []
    assert [key for key in held(privacy)["localStorage"] if key.startswith("fingerpost")] == []


def test_other_sites_of_the_host_keep_what_they_have(visit: Visit) -> None:
    page = visit(PRIVACY)
    page.evaluate(OTHER_SITES)
    before = held(page)
    page.evaluate("localStorage.setItem('fingerpost notes /guide/choose/ integration-pattern one', '{}')")
    page.evaluate("localStorage.setItem('fingerpost notes /guide/moved/ integration-pattern two', '{}')")

    ask(page)
    assert amounts(page) == ["notes on 2 decisions"]
    question(page).get_by_role("button", name="Delete it all").click()
    expect(part(page).get_by_role("status")).to_contain_text("Deleted.")

    assert held(page) == before


@pytest.mark.parametrize("width", [360, 1280])
def test_the_question_works_by_keyboard_and_fits(visit: Visit, width: int) -> None:
    page = visit(PRIVACY, viewport={"width": width, "height": 800})
    status = part(page).get_by_role("status")
    button = part(page).get_by_role("button", name="Delete everything that this site has stored")
    button.focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("This site has stored nothing in this browser.")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, TWO])

    page.keyboard.press("Enter")
    expect(question(page)).to_be_visible()
    expect(question(page).get_by_role("button", name="Keep it")).to_be_focused()
    box = question(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800
    page.keyboard.press("Escape")
    expect(question(page)).to_be_hidden()
    expect(button).to_be_focused()
    expect(status).to_have_text("Nothing was deleted.")
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEY)) == json.loads(TWO)

    page.keyboard.press("Enter")
    expect(question(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text("Deleted. This site now stores nothing in this browser.")
    expect(button).to_be_focused()
    assert held(page) == NOTHING


def test_without_javascript_the_page_says_how_the_browser_deletes_it(chromium: Browser, server: SiteServer) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(server.address + PRIVACY)

    expect(page.get_by_text("open its settings, look for “site data”")).to_be_visible()
    expect(page.get_by_role("button", name="Delete everything")).to_have_count(0)
    page.context.close()


def test_only_this_page_fetches_the_script() -> None:
    naming = [file for file in SITE.rglob("*.html") if "<stored-data" in file.read_text(encoding="utf-8")]

    assert [file.relative_to(SITE).as_posix() for file in naming] == ["about/privacy/index.html"]
