"""Faults of pages: on the way to one, while it loads, and on it."""

from __future__ import annotations

import contextlib
import re

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Route, expect

from faults.fault import PLAIN, WORKS, Fault, Group, Sight
from faults.scene import Scene, html
from fingerpost.text.wording import say
from fingerpost.text.wording_of_plan_pages import say_on_page
from following import click_new_link
from site_server import Reply
from the_page import answer, expect_question, wait_for_engine

WAYS = {
    "throws": "() => { throw new DOMException('refused by the test', 'SecurityError'); }",
    "ignores": "() => {}",  # as Chromium does after many changes
}

PARTS = {
    "plan": ("plan.mjs", "plan/", say_on_page("unloaded")),
    "finder": ("finder.mjs", "patterns/", say("finder-failed")),
}
"""Scripts of single pages: the file, the page, and what it says without it."""

PATTERN = "patterns/registry-repository/"

# As browsers do that translate pages: each text is put into elements, again whenever it changes.
TRANSLATE = """() => {
  const translate = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
      if (!text.data.trim() || text.parentElement?.closest("font, script, style, textarea")) continue;
      const [outer, inner] = ["font", "font"].map((name) => document.createElement(name));
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text.data);
    }
  };
  translate(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element && node.tagName !== "FONT") translate(node);
    }
  }).observe(document.body, { childList: true, subtree: true });
}"""


def _missing(name: str, scene: Scene) -> None:
    scene.spoil(name, lambda _: Reply(404, b"no"))
    scene.arrive()


def _back_from_memory(scene: Scene, _: str) -> None:
    """Leave the site and come back to the page as it was."""
    scene.begin()
    page = scene.page
    page.evaluate("""() => {
      addEventListener("pageshow", ({ persisted }) => { window.wasInMemory = persisted; });
    }""")
    page.goto("about:blank")
    page.evaluate("() => { setTimeout(() => history.back(), 50); }")
    # Playwright waits for a page to load, which this one does not.
    for _attempt in range(50):
        page.wait_for_timeout(100)
        with contextlib.suppress(BrowserError):
            if page.evaluate("window.wasInMemory"):
                return
    raise AssertionError("the browser did not keep the page in memory")


def _back_mid_load(scene: Scene, _: str) -> None:
    """Go back from a page before it has come."""
    held: list[Route] = []
    scene.begin()
    page = scene.page
    page.route(re.compile(rf"/{PATTERN}$"), lambda route: held.append(route))
    click_new_link(page, scene.server.address + PATTERN)
    expect(page).to_have_url(scene.server.address + PATTERN)
    page.go_back()
    for route in held:
        route.continue_()
    page.unroute_all()
    page.wait_for_timeout(300)  # in which the page would come
    wait_for_engine(page)


def _leave_mid_load(scene: Scene, _: str) -> None:
    """Follow a link while the engine loads, and come back."""
    scene.arrive()
    wait_for_engine(scene.page, "loading")
    click_new_link(scene.page, scene.server.address + PATTERN)
    expect(scene.page.locator("h1")).to_contain_text("Registry")
    scene.page.go_back()


def _reload_mid_answer(scene: Scene, _: str) -> None:
    """Reload a page as soon as an answer is given."""
    scene.begin()
    scene.arrive("choose/#integration-pattern?proactive-request=no")
    wait_for_engine(scene.page)
    answer(scene.page, "no")
    scene.page.reload()


def _translated(scene: Scene, _: str) -> None:
    scene.begin()
    scene.page.evaluate(TRANSLATE)
    answer(scene.page, "no")
    scene.page.go_back()
    expect_question(scene.page, "recipients-known")


def _address_stays(scene: Scene, variant: str) -> None:
    scene.in_pages(f"History.prototype.pushState = {WAYS[variant]};")
    scene.begin()


def _part_missing(scene: Scene, variant: str) -> None:
    """Go to a page whose own part does not arrive, and from there to the questions."""
    script, address, words = PARTS[variant]
    scene.spoil(script, lambda _: Reply(404, b"no"))
    scene.page.goto(scene.server.address + address)
    expect(scene.page.get_by_text(words)).to_be_visible()
    scene.arrive()


def _cut(scene: Scene, _: str) -> None:
    """End the page behind its listing, before its scripts."""
    scene.spoil("choose/index.html", lambda page: html(page[: page.index(b'<script id="__config"')]))
    scene.arrive()


GROUP = Group(
    "Pages",
    order=0,
    faults=(
        Fault(
            name="no-script",
            slow=True,
            title="The script of the page is missing.",
            how=lambda scene, _: _missing("site.mjs", scene),
            sight=PLAIN,
            expected=("404 (Not Found)",),
        ),
        Fault(
            name="no-style",
            slow=True,
            title="The style sheets are missing.",
            how=lambda scene, _: _missing("*.css", scene),
            sight=WORKS,
            told="A plain page, in which everything works.",
            expected=("404 (Not Found)",),
        ),
        Fault(
            name="no-theme",
            slow=True,
            title="The script of the theme is missing.",
            how=lambda scene, _: _missing("bundle.*.js", scene),
            sight=WORKS,
            told="Everything but the search and the menus.",
            expected=("404 (Not Found)",),
        ),
        Fault(
            name="no-font",
            title="The typeface is missing.",
            how=lambda scene, _: _missing("*.woff2", scene),
            sight=WORKS,
            told="Another typeface.",
            expected=("404 (Not Found)",),
            slow=True,
        ),
        Fault(
            name="no-part",
            slow=True,
            title="The script of the page with a plan, or of the comparison, is missing.",
            how=_part_missing,
            variants=tuple(PARTS),
            told=f"“{say_on_page('unloaded')}” Or: “{say('finder-failed')}” The questions work.",
            expected=("404 (Not Found)",),
        ),
        Fault(
            name="back-from-memory",
            slow=True,
            title="You go back to a page that the browser has kept in memory.",
            how=_back_from_memory,
            remembers=True,
        ),
        Fault(name="back-mid-load", slow=True, title="You go back before the next page has come.", how=_back_mid_load),
        Fault(
            name="leave-mid-load",
            slow=True,
            title="You leave while the engine loads, and come back.",
            how=_leave_mid_load,
        ),
        Fault(
            name="reload-mid-answer", slow=True, title="You reload the page while you answer.", how=_reload_mid_answer
        ),
        Fault(
            name="cut",
            slow=True,
            title="The page ends too early.",
            how=_cut,
            sight=Sight("none", f"“{say('page-cut')}”", (say("page-cut"),)),
        ),
        Fault(
            name="address-stays",
            slow=True,
            title="The browser does not let the page change its address.",
            how=_address_stays,
            variants=tuple(WAYS),
            told=f"Everything works. Once: “{say('address-stays')}”",
            back=False,
            expected=("refused by the test",),
        ),
        Fault(
            name="translated",
            slow=True,
            title="The browser translates the page.",
            how=_translated,
            told="Everything works, in the other language.",
        ),
    ),
)
