"""Faults of what the browser stores for the visitor."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from faults.fault import IN_THE_PAGE, WORKS, Fault, Group, Kept, Sight
from faults.scene import UNREADABLE, Scene
from fingerpost.text.wording import say
from fingerpost.text.wording_of_plan_pages import say_on_page
from notes import need
from snapshots import SPOIL, wait_until_stored
from the_page import answer, wait_for_engine
from the_plan import KEY, PLAN, wait_for_plan
from watch import FAULTS_OF_THE_ENGINE

REFUSED = "throw new DOMException('refused by the test', '{}');"
BLOCKED = f"""for (const name of ["localStorage", "sessionStorage"]) {{
  Object.defineProperty(window, name, {{ get() {{ {REFUSED.format("SecurityError")} }} }});
}}"""
CACHE_STORAGE = {
    "full": f"Cache.prototype.put = async () => {{ {REFUSED.format('QuotaExceededError')} }};",
    "absent": "Object.defineProperty(globalThis, 'caches', { value: undefined });",
    "blocked": f"CacheStorage.prototype.open = async () => {{ {REFUSED.format('SecurityError')} }};",
}
THEME = {"no JSON": "{", "another kind": "[1]", "unknown colours": '{"index": 99, "color": {}}'}
FULL = f"Storage.prototype.setItem = () => {{ {REFUSED.format('QuotaExceededError')} }};"


def in_pages(script: str) -> Callable[[Scene, str], None]:
    """Return how a script of the page before its own brings a fault about."""

    def bring_about(scene: Scene, _: str) -> None:
        scene.in_pages(script)
        scene.arrive()

    return bring_about


def _cleared(scene: Scene, _: str) -> None:
    """Delete everything while a page shows it."""
    scene.begin()
    scene.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


def _cleared_of_files(scene: Scene, _: str) -> None:
    scene.begin()
    scene.page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")


def _decisions(scene: Scene, _: str) -> None:
    scene.page.evaluate("() => sessionStorage.setItem(Object.keys(sessionStorage)[0], '{')")
    scene.arrive()


def _notes(scene: Scene, _: str) -> None:
    scene.page.evaluate(
        "text => Object.keys(localStorage).filter((key) => key.startsWith('fingerpost notes'))"
        ".forEach((key) => localStorage.setItem(key, text))",
        UNREADABLE,
    )
    scene.arrive()


def _theme(scene: Scene, variant: str) -> None:
    scene.page.evaluate("text => localStorage.setItem('/guide/.__palette', text)", THEME[variant])
    scene.arrive()


def _plan(scene: Scene, _: str) -> None:
    """Spoil the plan, and go by its page."""
    scene.page.evaluate("key => localStorage.setItem(key, 'no plan')", KEY)
    scene.page.goto(scene.server.address + PLAN)
    wait_for_plan(scene.page)
    expect(scene.page.get_by_text(say_on_page("unreadable"))).to_be_visible()
    assert "no plan" in scene.stored().values()
    scene.arrive()


def _plan_not_kept(scene: Scene, _: str) -> None:
    """Add a need on the page of a plan that the browser does not store."""
    scene.in_pages(FULL)
    scene.page.goto(scene.server.address + PLAN)
    wait_for_plan(scene.page)
    scene.page.get_by_label("What do you need?").fill("Book a visit")
    scene.page.get_by_role("button", name="Add this need").click()
    expect(scene.page.locator(".fp-plan-notices")).to_contain_text("save it as a file")
    expect(scene.page.get_by_role("heading", name="Book a visit")).to_be_visible()
    scene.arrive()


def _two_tabs(scene: Scene, _: str) -> None:
    """Let another tab write about a decision of its own."""
    scene.begin()
    other = scene.page.context.new_page()
    other.goto(scene.page.url)
    wait_for_engine(other)
    answer(other, "yes")
    need(other).fill("Another decision.")
    other.close()
    assert "Another decision." in scene.stored_needs()


def _no_cache_storage(scene: Scene, variant: str) -> None:
    scene.in_worker(CACHE_STORAGE[variant])
    scene.arrive()


def _snapshot(scene: Scene, variant: str) -> None:
    scene.begin()
    wait_until_stored(scene.page)
    scene.page.evaluate(SPOIL, variant)
    scene.page.reload()


GROUP = Group(
    "Storage of the browser",
    order=4,
    faults=(
        Fault(
            name="storage-full",
            slow=True,
            title="The browser's storage is full.",
            how=in_pages(FULL),
            sight=WORKS,
            kept=IN_THE_PAGE,
        ),
        Fault(
            name="storage-blocked",
            title="The browser's settings refuse storage.",
            how=in_pages(BLOCKED),
            sight=WORKS,
            kept=Kept(
                "Answers. What you write lasts until you leave the page, which says so.",
                notes=False,
                stores=False,
                words=(say("storage-refused"),),
            ),
            expected=("refused by the test",),
        ),
        Fault(
            name="storage-cleared",
            slow=True,
            title="The browser's storage is cleared while a page is open.",
            how=_cleared,
            sight=WORKS,
            kept=Kept("Answers. Notes on the page are stored again when you change them.", stored=False),
        ),
        Fault(
            name="decisions-spoilt",
            slow=True,
            title="The list of which notes belong to which answers is broken.",
            how=_decisions,
            sight=WORKS,
            told="The page offers your notes as those of an earlier decision.",
        ),
        Fault(
            name="notes-spoilt",
            slow=True,
            title="Stored notes cannot be read.",
            how=_notes,
            sight=Sight("ready", f"“{say('notes-unreadable')}”", (say("notes-unreadable"),)),
            kept=Kept("Answers. The text that cannot be read, beside what you write.", False, False, unreadable=True),
        ),
        Fault(
            name="theme-spoilt",
            slow=True,
            title="The stored colour scheme is broken.",
            how=_theme,
            variants=tuple(THEME),
        ),
        Fault(
            name="plan-spoilt",
            slow=True,
            title="The stored plan cannot be read.",
            how=_plan,
            told=f"On the page with the plan: “{say_on_page('unreadable')}” Everything works.",
            kept=Kept("Answers and notes. The text that cannot be read, beside a new plan.", stored=False),
        ),
        Fault(
            name="plan-not-kept",
            slow=True,
            title="The browser does not store a change to the plan.",
            how=_plan_not_kept,
            told="The page with the plan says so, and that you can save it as a file. Everything works.",
            kept=IN_THE_PAGE,
            expected=("refused by the test",),
        ),
        Fault(
            name="two-tabs",
            slow=True,
            title="2 tabs write notes.",
            how=_two_tabs,
            sight=WORKS,
        ),
        Fault(
            name="files-cleared",
            slow=True,
            title="The stored files are deleted while a page is open.",
            how=_cleared_of_files,
            sight=WORKS,
        ),
        Fault(
            name="no-room-for-files",
            slow=True,
            title="The browser has no room for files, or refuses to store them.",
            how=_no_cache_storage,
            variants=tuple(CACHE_STORAGE),
        ),
        Fault(
            name="memory-spoilt",
            title="The stored copy of the engine's memory is damaged, or is of another version.",
            how=_snapshot,
            variants=("cut off", "bytes flipped", "sealed, another version", "sealed, a page missing"),
            told="Everything works. The start takes longer.",
            expected=FAULTS_OF_THE_ENGINE,
            slow=True,
        ),
    ),
)
