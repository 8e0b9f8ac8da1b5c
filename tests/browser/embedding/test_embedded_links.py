"""Links of an embedded tree that lead away from the page around it, and a box that scrolls there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from host_page import STATE, HostPage, element, give, host_page, to_publish_subscribe
from links_elsewhere import asked_by, first_of_each_kind
from site_controls import list_controls
from site_server import SiteServer

pytestmark = pytest.mark.provokes("other origin", "a page of another origin shows trees of the site")


def links_away(host: HostPage) -> dict[str, Locator]:
    """Return the first link of each kind that leads to another origin than that of the page, by its control's name."""
    list_controls(host.page, "an embedded result")
    links = first_of_each_kind(host.tree().locator("a[href]").filter(visible=True))
    away = ("a to another site", "a to the tree's own site")
    return {name: link for name, link in links.items() if name.endswith(away)}


def test_each_leads_where_it_says_and_a_box_scrolls(chromium: Browser, trees: SiteServer) -> None:
    narrow = {"width": 360, "height": 740}
    with host_page(chromium, trees, element(trees, fragment=f"#{STATE}"), viewport=narrow) as host:
        host.wait_for_engine()
        away = links_away(host)
        nearest = away.pop("embedded > tree > panel why-not > another outcome > a to the tree's own site")
        assert len(away) > 6

        for name, link in away.items():
            assert asked_by(host.page, link) == link.evaluate("link => link.href.split('#')[0]"), name

        before = host.page.url
        nearest.click()
        expect(host.tree().locator(".fp-card")).not_to_have_attribute("data-outcome", "publish-subscribe")
        assert host.page.url == before, "the tree shows its states itself"
        host.tree().locator("[data-action='start-again']").click()
        give(host.tree(), ("proactive-request", "unsure"))
        expect(host.tree().locator("[data-panel='qualities']")).not_to_have_attribute("open", "")
        host.tree().locator("[data-panel='qualities'] > summary").click()
        host.tree().locator("[data-panel='qualities'] .fp-scroll").focus()
        host.page.keyboard.press("ArrowRight")
        host.page.keyboard.press("ArrowRight")
        expect(host.tree().locator("[data-panel='qualities'] .fp-scroll")).not_to_have_js_property("scrollLeft", 0)


def test_the_one_to_its_own_page_shows_the_same_state_there(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees)) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine()

        host.tree().locator(".fp-origin a").click()

        expect(host.page).to_have_url(f"{trees.address}choose/#{STATE}")
        expect(host.page.locator("decision-tree [data-outcome='publish-subscribe']").first).to_be_visible()
