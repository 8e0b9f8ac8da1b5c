"""A tree of the site in a page of another origin: its answers, and what the page hears and keeps."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from host_page import RESULT, STATE, element, give, host_page, to_publish_subscribe
from project.paths import SITE
from site_server import SiteServer
from the_page import Visit

pytestmark = pytest.mark.provokes("other origin", "a page of another origin shows trees of the site")


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
        expect(host.tree().locator(".fp-origin a")).to_have_attribute("href", f"{trees.address}choose/#{STATE}")
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


def test_another_address_shows_another_tree(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees)) as host:
        expect(host.tree()).to_have_attribute("tree", "integration-pattern")
        host.page.locator("#one").evaluate(
            f"(it) => {{ it.src = ''; it.setAttribute('src', '{trees.address}authors/trees/licence/') }}"
        )
        expect(host.tree()).to_have_attribute("tree", re.compile("licence"))
        expect(host.tree()).to_have_count(1)
        assert host.faults == []


@pytest.mark.parametrize("number", [0, 1])
def test_the_fragment_names_one_of_two_trees_and_each_has_the_words(
    chromium: Browser, trees: SiteServer, number: int
) -> None:
    ids = re.findall(
        r'<decision-tree tree="([^"]+)"', (SITE / "authors/trees/two-trees/index.html").read_text(encoding="utf-8")
    )
    address = f"{trees.address}authors/trees/two-trees/#{ids[number]}"
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


def test_firefox_starts_the_engine_for_another_origin(firefox: Browser, trees: SiteServer) -> None:
    with host_page(firefox, trees, element(trees)) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        assert [fault for fault in host.faults if "favicon" not in fault] == []
