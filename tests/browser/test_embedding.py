"""A tree of the site in a page of another origin, which has a strict policy of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from host_page import HostPage, host_page
from project.paths import SITE
from site_server import Reply, SiteServer
from the_page import Visit

RESULT = "proactive-request=no&business-acknowledgement=no&recipients-known=no"
STATE = f"integration-pattern?{RESULT}&edition=2022-11-24"

SPHINX = """
*, *::before { all: revert; margin: 3px !important; text-transform: uppercase; letter-spacing: 4px }
html { font-size: 62.5% }
body { font: italic 700 9px/0.9 monospace; text-align: center; color: silver; background: #222 }
a, a:visited { color: lime !important; text-decoration: none; display: block }
h2, h3, p, section, div { background: purple; padding: 40px; font-size: 80px }
.fp-widget, .fp-answer, .fp-ask, decision-tree a { display: none !important }
decision-tree[tree] { visibility: hidden }
"""
"""What a page can do to the element and all that it might think is in it, worse than any theme."""

LOOKS = """(tree) => [".fp-widget", ".fp-title", ".fp-ask", "a.fp-answer", ".fp-label", "summary"].map((part) => {
  const style = getComputedStyle(tree.querySelector(part));
  return ["display", "color", "backgroundColor", "fontSize", "fontWeight", "fontStyle", "lineHeight", "padding",
    "textAlign", "textTransform", "letterSpacing", "visibility", "textDecorationLine"].map((name) => style[name]);
})"""


@pytest.fixture(scope="module")
def trees() -> Iterator[SiteServer]:
    """The site, on a host that lets other origins read its files, as hosts of static pages do."""
    with SiteServer(SITE, prefix="/guide/") as server:
        server.headers = {"Access-Control-Allow-Origin": "*"}
        yield server


@pytest.fixture(autouse=True)
def _as_before(trees: SiteServer) -> Iterator[None]:
    trees.requested.clear()
    yield
    trees.intercept = None
    trees.headers = {"Access-Control-Allow-Origin": "*"}


def element(server: SiteServer, *, name: str = "one", fragment: str = "", more: str = "", inside: str = "") -> str:
    """Return the line of HTML that embeds the tree."""
    return f'<decision-tree id="{name}" src="{server.address}choose/{fragment}"{more}>{inside}</decision-tree>'


def give(tree: Locator, *answers: tuple[str, str]) -> None:
    """Give answers, each to the question that has to be shown."""
    for question, answer in answers:
        tree.locator(f".fp-card[data-question='{question}'] [data-answer='{answer}']").click()


def to_publish_subscribe(tree: Locator) -> None:
    """Give the answers that lead to publish/subscribe."""
    give(tree, ("proactive-request", "no"), ("business-acknowledgement", "no"), ("recipients-known", "no"))
    expect(tree.locator("[data-outcome='publish-subscribe'] .fp-ask")).to_have_text(re.compile("Publish"))


def test_answers_lead_to_a_result_and_the_page_hears_each(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees)) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        expect(host.tree().locator("[data-panel='why-not']")).to_be_visible()

        def told(what: str, link: str, **more: Any) -> list[Any]:
            detail = {"tree": "integration-pattern", "edition": "2022-11-24", **more}
            address = f"{trees.address}choose/#integration-pattern?{link}&edition=2022-11-24"
            return [f"decision-tree:{what}", "one", {**detail, "link": address}]

        pairs = RESULT.split("&")
        assert host.told() == [
            *(
                told("answer", "&".join(pairs[: number + 1]), question=pair.split("=")[0], answer="no")
                for number, pair in enumerate(pairs)
            ),
            told("outcome", RESULT, outcomes=["publish-subscribe"]),
        ]
        assert host.faults == []


def test_the_page_keeps_its_address_title_and_storage(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees), path="page#part") as host:
        expect(host.tree().locator(".fp-ask")).to_be_visible()
        entries = host.page.evaluate("history.length")
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        host.tree().locator("[data-panel='record'] > summary").click()
        host.tree().locator("[data-need]").first.fill("a secret")
        expect(host.tree().locator(".fp-toast")).to_have_text(re.compile("not kept on this page"))

        assert host.page.url.endswith("/page#part")
        assert host.page.title() == "A host"
        assert host.page.evaluate("document.documentElement.getAttributeNames()") == ["lang"]
        kept = "async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length, history.length]"
        assert host.page.evaluate(kept) == [0, 0, 0, entries]
        expect(host.tree().locator("xpath=../..").locator(".fp-origin a")).to_have_attribute(
            "href", f"{trees.address}choose/#{STATE}"
        )
        assert host.faults == []


def test_the_keyboard_alone_leads_to_a_result(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, f"<button>before</button>{element(trees)}") as host:
        expect(host.tree().locator(".fp-ask")).to_be_visible()
        host.page.locator("button").first.focus()
        for question in ("proactive-request", "business-acknowledgement"):
            expect(host.tree().locator(f"[data-question='{question}']")).to_be_visible()
            for _ in range(20):
                if focused(host.page) == "no":
                    break
                host.page.keyboard.press("Tab")
            host.page.keyboard.press("Enter")
        expect(host.tree().locator("[data-question='recipients-known'] .fp-ask")).to_be_focused()
        host.page.keyboard.press("2")
        expect(host.tree().locator("[data-outcome='publish-subscribe'] .fp-ask")).to_be_focused()
        assert host.faults == []


def focused(page: Page) -> str | None:
    """Return the answer that has the focus, if one has."""
    return page.evaluate("document.activeElement.shadowRoot?.activeElement?.dataset.answer")


def test_two_trees_on_a_page_share_nothing_but_the_engine(chromium: Browser, trees: SiteServer) -> None:
    body = element(trees) + element(trees, name="two", fragment=f"#{STATE}")
    with host_page(chromium, trees, body) as host:
        expect(host.tree(1).locator("[data-outcome='publish-subscribe']")).to_be_visible()
        give(host.tree(0), ("proactive-request", "yes"))
        expect(host.tree(0).locator("[data-question='care-setting']")).to_be_visible()
        host.wait_for_engine()
        host.tree(1).locator("[data-action='start-again']").click()
        expect(host.tree(1).locator("[data-question='proactive-request']")).to_be_visible()
        host.tree(1).get_by_role("button", name="Undo").click()
        expect(host.tree(1).locator("[data-outcome='publish-subscribe']")).to_be_visible()
        expect(host.tree(0).locator("[data-question='care-setting']")).to_be_visible()

        events = [(what, name) for what, name, _ in host.told()]
        assert events == [
            ("decision-tree:outcome", "two"),
            ("decision-tree:answer", "one"),
            ("decision-tree:outcome", "two"),
        ]
        assert sum("engine-worker" in path for path in trees.requested) == 1
        assert host.faults == []


def test_only_the_attribute_lets_it_use_the_address_of_the_page(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees, more=" address"), path=f"#{STATE}") as host:
        expect(host.tree().locator("[data-outcome='publish-subscribe']")).to_be_visible()
        host.page.evaluate("location.hash = '#elsewhere'")
        expect(host.tree().locator("[data-outcome='publish-subscribe']")).to_be_visible()
        host.page.evaluate("location.hash = '#integration-pattern'")
        give(host.tree(), ("proactive-request", "yes"))
        expect(host.page).to_have_url(re.compile("#integration-pattern\\?proactive-request=yes&"))
        host.page.go_back()
        expect(host.tree().locator("[data-question='proactive-request']")).to_be_visible()
        assert host.faults == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_style_of_the_page_changes_nothing_but_colours_that_it_sets(
    chromium: Browser, trees: SiteServer, width: int
) -> None:
    size = {"width": width, "height": 800}
    head = '<link rel="stylesheet" href="host.css">'
    with (
        host_page(chromium, trees, element(trees), viewport=size) as plain,
        host_page(
            chromium, trees, element(trees), head=head, files={"host.css": SPHINX + DEFAULT_SIZES}, viewport=size
        ) as hostile,
    ):
        for host in (plain, hostile):
            expect(host.tree().locator("a.fp-answer").first).to_be_visible()
        assert hostile.tree().evaluate(LOOKS) == plain.tree().evaluate(LOOKS)
        assert hostile.page.evaluate("document.documentElement.scrollWidth") <= width
        assert hostile.faults == plain.faults == []


DEFAULT_SIZES = "decision-tree { --fp-font: initial; color-scheme: light; display: block !important }"


def test_properties_and_parts_theme_it_and_nothing_leaks_out(chromium: Browser, trees: SiteServer) -> None:
    css = (
        "decision-tree { --fp-accent: rgb(1, 2, 3); --fp-ground: rgb(4, 5, 6); --fp-font: monospace }"
        "decision-tree::part(answer) { border-radius: 9px } decision-tree::part(question) { font-style: italic }"
    )
    body = f'<p class="fp-ask fp-widget" id="theirs">Mine</p>{element(trees)}'
    with host_page(chromium, trees, body, head='<link rel="stylesheet" href="a.css">', files={"a.css": css}) as host:
        answer = host.tree().locator("a.fp-answer").first
        expect(host.tree().locator(".fp-label").first).to_have_css("color", "rgb(1, 2, 3)")
        expect(host.tree().locator(".fp-widget")).to_have_css("background-color", "rgb(4, 5, 6)")
        expect(answer).to_have_css("border-radius", "9px")
        expect(answer).to_have_css("font-family", "monospace")
        expect(host.tree().locator(".fp-ask")).to_have_css("font-style", "italic")
        give(host.tree(), ("proactive-request", "no"))
        host.wait_for_engine()
        # Drawn by the engine.
        expect(host.tree().locator("a.fp-answer").first).to_have_css("border-radius", "9px")
        theirs = host.page.locator("#theirs")
        assert theirs.evaluate("(it) => getComputedStyle(it).fontWeight + getComputedStyle(it).padding") == "4000px"
        assert host.faults == []


def test_every_part_of_the_manifest_is_there(chromium: Browser, trees: SiteServer) -> None:
    seen: set[str] = set()
    with host_page(chromium, trees, element(trees, fragment="#integration-pattern?no-such=thing")) as host:
        expect(host.tree().locator("a.fp-answer").first).to_be_visible()
        host.tree().locator("a.fp-answer").first.hover()
        host.wait_for_engine()
        expect(host.tree().locator(".fp-notices")).to_be_visible()
        seen |= parts(host)
        to_publish_subscribe(host.tree())
        expect(host.tree().locator("[data-panel='record']")).to_be_visible()
        seen |= parts(host)
    with host_page(chromium, trees, element(trees, fragment="no-such-page/")) as host:
        seen |= parts(host)

    manifest = json.loads((SITE / "assets/fingerpost/custom-elements.json").read_text(encoding="utf-8"))
    (declared,) = manifest["modules"][0]["declarations"]
    assert seen == {part["name"] for part in declared["cssParts"]}


def parts(host: HostPage) -> set[str]:
    """Return the names of all parts on the page."""
    expect(host.page.locator("decision-tree [part]").first).to_be_attached()
    found = "(host) => [...host.shadowRoot.querySelectorAll('[part]')].flatMap((it) => [...it.part])"
    return set(host.page.locator("#one").evaluate(found))


def test_a_dark_page_has_a_dark_tree(chromium: Browser, trees: SiteServer) -> None:
    head = '<meta name="color-scheme" content="light dark">'
    with host_page(chromium, trees, element(trees), head=head, color_scheme="dark") as host:
        expect(host.tree().locator(".fp-widget")).to_have_css("background-color", "rgb(18, 18, 18)")
        expect(host.tree().locator(".fp-ask")).to_have_css("color", "rgb(255, 255, 255)")


@pytest.mark.parametrize("missing", ["engine-worker.mjs", "pyodide.asm.wasm", "with-engine.mjs"])
def test_without_a_file_of_the_engine_the_answers_still_work(
    chromium: Browser, trees: SiteServer, missing: str
) -> None:
    trees.intercept = lambda path: Reply(status=404) if path.endswith(missing) else None
    with host_page(chromium, trees, element(trees)) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine("failed")
        expect(host.tree().locator("[data-status='failed']")).to_be_visible()
        expect(host.page.locator(".fp-origin a")).to_have_attribute("href", f"{trees.address}choose/#{STATE}")
        assert [what for what, _, _ in host.told()] == ["decision-tree:answer"] * 3 + ["decision-tree:outcome"]


def test_under_a_policy_without_workers_the_answers_still_work(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees), worker=False) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine("failed")
        # The browser says which policy it was.
        assert any("worker-src" in fault for fault in host.faults)


@pytest.mark.parametrize("inside", ["", '<a href="https://example.org/">Choose</a>'])
@pytest.mark.parametrize("fault", ["script", "page", "permission", "no tree"])
def test_a_tree_that_can_not_be_shown_is_a_link(chromium: Browser, trees: SiteServer, fault: str, inside: str) -> None:
    if fault == "permission":
        trees.headers = {}
    else:
        broken = {"script": "embed.mjs", "page": "choose/", "no tree": "choose/"}[fault]
        status = 200 if fault == "no tree" else 404
        headers = {"Content-Type": "text/html", "Access-Control-Allow-Origin": "*"}
        trees.intercept = lambda path: Reply(status, b"<p>Nothing", headers) if path.endswith(broken) else None
    with host_page(chromium, trees, element(trees, inside=inside)) as host:
        link = host.page.locator("#one a:visible")
        # Without the script, only what the page's author has written can show.
        script_is_missing = fault in ("script", "permission")
        expect(link).to_have_count(0 if script_is_missing and not inside else 1)
        if inside:
            expect(link).to_have_attribute("href", "https://example.org/")
        elif not script_is_missing:
            expect(link).to_have_attribute("href", f"{trees.address}choose/")


def test_a_page_of_another_site_than_the_script_is_not_taken(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, '<decision-tree id="one" src="/evil.html"></decision-tree>') as host:
        expect(host.page.locator("#one a")).to_have_text(re.compile("/evil.html$"))
        assert host.faults == []


def test_another_address_shows_another_tree(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees)) as host:
        expect(host.tree()).to_have_attribute("tree", "integration-pattern")
        host.page.locator("#one").evaluate(
            f"(it) => {{ it.src = ''; it.setAttribute('src', '{trees.address}examples/licence/') }}"
        )
        expect(host.tree()).to_have_attribute("tree", re.compile("licence"))
        expect(host.tree()).to_have_count(1)
        assert host.faults == []


@pytest.mark.parametrize("number", [0, 1])
def test_the_fragment_names_one_of_two_trees_and_each_has_the_words(
    chromium: Browser, trees: SiteServer, number: int
) -> None:
    ids = re.findall(
        r'<decision-tree tree="([^"]+)"', (SITE / "examples/two-trees/index.html").read_text(encoding="utf-8")
    )
    address = f"{trees.address}examples/two-trees/#{ids[number]}"
    with host_page(chromium, trees, f'<decision-tree id="one" src="{address}"></decision-tree>') as host:
        expect(host.tree()).to_have_attribute("tree", ids[number])
        host.tree().locator("a.fp-answer").first.click()
        host.wait_for_engine()
        host.tree().locator("[data-action='start-again']").click()
        expect(host.tree().get_by_role("button", name="Undo")).to_be_visible()
        assert host.faults == []


def test_our_own_page_tells_its_scripts_the_same(visit: Visit, server: SiteServer) -> None:
    page = visit("choose/")
    page.evaluate(
        "() => { window.told = []; for (const what of ['answer', 'outcome'])"
        " document.addEventListener(`decision-tree:${what}`, ({ type, detail }) => window.told.push([type, detail])) }"
    )
    to_publish_subscribe(page.locator("decision-tree"))

    told = page.evaluate("window.told")
    assert [what for what, _ in told] == ["decision-tree:answer"] * 3 + ["decision-tree:outcome"]
    detail = {"tree": "integration-pattern", "edition": "2022-11-24", "outcomes": ["publish-subscribe"]}
    assert told[-1][1] == {**detail, "link": f"{server.address}choose/#{STATE}"}


FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr")


@pytest.mark.long
@pytest.mark.skipif(FIREFOX is None, reason="no Firefox ESR on this machine; FIREFOX can name one")
def test_firefox_starts_the_engine_for_another_origin(playwright: Playwright, trees: SiteServer) -> None:
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    with host_page(browser, trees, element(trees)) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        assert [fault for fault in host.faults if "favicon" not in fault] == []
    browser.close()
