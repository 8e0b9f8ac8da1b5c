"""What the privacy page says that the browser stores is what it stores, and its button deletes all of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from notes import NOTES, RESULT, need, write
from project.paths import SITE
from site_server import SiteServer
from the_page import Visit, state, wait_for_engine
from the_plan import KEY, PLAN, TWO, store, wait_for_plan
from the_stored_data import PRIVACY, amounts, ask, delete, held, part, question

pytestmark = pytest.mark.first_visit

KINDS = {
    "Your colour scheme": ("localStorage", r"/guide/\.__palette"),
    "Whether you use the number keys": ("localStorage", r"fingerpost number-keys \S+"),
    "Your notes": ("localStorage", r"fingerpost notes \S+ \S+ \S+"),
    "Your plan": ("localStorage", r"fingerpost plan \S+ \S+"),
    "A plan that could not be read": ("localStorage", r"fingerpost plan \S+ \S+ saved \d+"),
    "Notes that could not be read": ("localStorage", r"fingerpost notes \S+ \S+ \S+ saved \d+"),
    "The need that you answer for": ("sessionStorage", r"fingerpost plan-\S+ \S+ \S+"),
    "Which notes belong to which answers": ("sessionStorage", r"fingerpost decisions \S+ \S+"),
    "The state of each tree": ("sessionStorage", r"fingerpost link \S+ \S+"),
    "The site's files": ("caches", r"site /guide/ [0-9a-f]+"),
    "A copy of the engine's memory": ("caches", r"fingerpost-engine-memory"),
}
"""What the page says, with what the browser then has: the names of the entries in a kind of storage."""

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

STORING_STILL = """async (times) => {
  const remove = CacheStorage.prototype.delete;
  const store = async () => {
    const memory = await caches.open("fingerpost-engine-memory");
    await memory.put("/guide/assets/fingerpost/memory/1", new Response(""));
  };
  CacheStorage.prototype.delete = async function (name) {
    const done = await remove.call(this, name);
    if (times-- > 0) await store();
    return done;
  };
  await store();
}"""
"""Stores a copy of the engine's memory again, as often as it is deleted."""


def use_everything(page: Page, address: str) -> None:
    """Use everything that stores something, as a reader does."""
    page.goto(f"{address}authors/trees/two-trees/")
    page.locator("decision-tree[tree='open-licence'] .fp-card [data-answer='own']").click()
    page.locator(".fp-setting summary").first.click()
    page.locator("[data-setting='number-keys']").first.uncheck()
    page.get_by_title("Switch to light mode").locator("visible=true").first.click()
    page.evaluate("key => localStorage.setItem(key, 'not a plan')", KEY)
    page.goto(address + PLAN)
    wait_for_plan(page)
    page.locator("[data-another]").fill("Tell the practice")
    page.get_by_role("button", name="Add this need").click()
    page.locator("[data-plan-need] a[href*='choose/']").first.click()
    wait_for_engine(page)
    page.goto(address + state(RESULT))
    wait_for_engine(page)
    write(page)
    page.evaluate(
        f"for (const [key, text] of {NOTES}) if (text.includes('heights')) localStorage.setItem(key, text.slice(0, 20))"
    )
    page.reload()
    wait_for_engine(page)
    write(page)
    page.evaluate(
        """async () => {
          const { active } = await navigator.serviceWorker.ready;
          if (active.state !== "activated") await new Promise((done) => { active.onstatechange = done; });
          while (!(await caches.has("fingerpost-engine-memory"))) await new Promise((done) => setTimeout(done, 100));
        }"""
    )


def names(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the names of everything that the browser holds, each with its kind of storage."""
    return [(area, name) for area in ("localStorage", "sessionStorage", "caches") for name in found[area]]


@pytest.mark.whole_search
@pytest.mark.long
def test_the_page_says_what_is_stored_and_deletes_it_all(visit: Visit, server: SiteServer) -> None:
    page = visit("about/", service_workers="allow")
    use_everything(page, server.address)
    page.goto(server.address + PRIVACY)

    found = held(page)

    said = page.locator("h2#what-your-browser-stores ~ ul").first.get_by_role("listitem").all_inner_texts()
    assert [kind for kind, text in zip(KINDS, said, strict=True) if not text.startswith(kind)] == []
    unnamed = [
        (area, name)
        for area, name in names(found)
        if not any(area == where and re.fullmatch(pattern, name) for where, pattern in KINDS.values())
    ]
    assert unnamed == []
    unused = [
        kind
        for kind, (where, pattern) in KINDS.items()
        if not any(area == where and re.fullmatch(pattern, name) for area, name in names(found))
    ]
    assert unused == []
    assert (found["cookies"], found["databases"], found["workers"]) == ("", [], ["/guide/"])

    ask(page)
    assert amounts(page) == [
        "notes on 2 decisions",
        "a plan with 1 need",
        "2 texts that could not be read",
        "2 settings",
        "what this tab remembers of your answers",
        "the site's files, for use without a network",
        "a copy of the engine's memory, for a faster start",
    ]
    page.keyboard.press("Escape")
    delete(page)
    assert held(page) == NOTHING
    page.wait_for_timeout(4000)
    assert held(page) == NOTHING, "and this page stores nothing again"


def test_another_tab_forgets_it_and_does_not_store_it_again(visit: Visit, server: SiteServer) -> None:
    privacy = visit(PRIVACY)
    store(privacy, TWO)
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


@pytest.mark.parametrize(("times", "told"), [(2, "Deleted."), (1000, "Your browser did not delete everything.")])
def test_what_another_tab_was_still_storing_is_deleted_too(visit: Visit, times: int, told: str) -> None:
    page = visit(PRIVACY)
    store(page, TWO)
    page.evaluate(STORING_STILL, times)

    ask(page)
    question(page).get_by_role("button", name="Delete it all").click()

    expect(part(page).get_by_role("status")).to_contain_text(told)
    assert (held(page) == NOTHING) is (told == "Deleted.")


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
    store(page, TWO)

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
    page.keyboard.press("Enter")
    expect(question(page)).to_be_hidden()
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEY)) == json.loads(TWO), "that kept it"

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
