"""Each control of a tree in a page of another origin does there what it does at home."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from host_page import STATE, HostPage, element, host_page, to_publish_subscribe
from site_server import SiteServer
from the_page import refuse_the_clipboard

pytestmark = pytest.mark.provokes("other origin", "a page of another origin shows trees of the site")


def open_each(host: HostPage) -> None:
    """Open every fold by its summary, those within others too."""
    folds = host.tree().locator(".fp-live details")
    for number in range(folds.count()):
        fold = folds.nth(number)
        if fold.get_attribute("open") is None:
            fold.locator(":scope > summary").click()
        else:
            fold.locator(":scope > summary").click()
            expect(fold).not_to_have_attribute("open", "")
            fold.locator(":scope > summary").click()
        expect(fold).to_have_attribute("open", "")


def saved(host: HostPage, button: Locator) -> bytes:
    """Click a button, and return the file that it downloads."""
    with host.page.expect_download() as download:
        button.click()
    return download.value.path().read_bytes()


def test_a_result_unfolds_takes_notes_and_gives_its_record(chromium: Browser, trees: SiteServer) -> None:
    clipboard = ["clipboard-read", "clipboard-write"]
    with host_page(chromium, trees, element(trees), permissions=clipboard) as host:
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        expect(host.tree().locator("[data-panel='record']")).to_be_visible()
        open_each(host)
        for field in host.tree().locator(".fp-live").get_by_role("textbox").all():
            field.fill("Asked on Monday.")
            expect(field).to_have_value("Asked on Monday.")
        for box in host.tree().locator(".fp-live").get_by_role("checkbox").all():
            box.check()
            expect(box).to_be_checked()

        record = json.loads(saved(host, host.tree().locator("[data-action='record-download-json']")))
        assert record["need"] == "Asked on Monday."
        assert all(point["confirmed"] for point in record["confirm"])
        for button in host.tree().locator("[data-action^='record-download']").all():
            assert len(saved(host, button)) > 500
        host.page.evaluate("window.print = () => { window.printed = true; }")
        host.tree().locator("[data-action='record-print']").click()
        host.page.wait_for_function("() => window.printed")
        host.tree().locator("[data-action='record-copy']").click()
        expect(host.tree().locator(".fp-toast")).to_have_text("Record copied.")
        assert "Asked on Monday." in host.page.evaluate("navigator.clipboard.readText()")
        host.tree().locator("[data-action='clear-notes']").click()
        expect(host.tree().locator("[data-need]")).to_have_value("")
        host.tree().get_by_role("button", name="Undo").click()
        expect(host.tree().locator("[data-need]")).to_have_value("Asked on Monday.")
        assert host.faults == []


def test_a_question_has_its_help_its_standing_its_settings_and_not_sure(
    chromium: Browser, trees: SiteServer, tmp_path: Path
) -> None:
    with host_page(chromium, trees, element(trees)) as host:
        expect(host.tree().locator(".fp-ask")).to_be_visible()
        host.tree().locator("[data-answer='yes']").hover()
        host.wait_for_engine()
        for fold in (".fp-help", ".fp-standing", ".fp-setting"):
            host.tree().locator(f"{fold} > summary").click()
            expect(host.tree().locator(fold)).to_have_attribute("open", "")
        host.tree().locator("[data-setting='number-keys']").uncheck()
        host.tree().locator("[data-answer='yes']").focus()
        host.page.keyboard.press("2")
        expect(host.tree().locator(".fp-card")).to_have_attribute("data-question", "proactive-request")
        host.tree().locator("[data-answer='unsure']").click()
        expect(host.tree().locator(".fp-card")).to_have_attribute("data-question", "care-setting")
        file = tmp_path / "record.json"
        file.write_text("{}", encoding="utf-8")
        host.tree().locator("[data-open]").set_input_files(file)
        expect(host.tree().locator(".fp-toast")).to_contain_text("This file is not a saved record.")


def test_a_result_leads_on_and_back(chromium: Browser, trees: SiteServer) -> None:
    with host_page(chromium, trees, element(trees)) as host:
        refuse_the_clipboard(host.page)
        to_publish_subscribe(host.tree())
        host.wait_for_engine()
        host.tree().locator("[data-action='copy-link']").first.click()
        expect(host.tree().locator("input.fp-link")).to_have_value(f"{trees.address}choose/#{STATE}")
        host.tree().locator("[data-action='save-or-share']").click()
        expect(host.tree().locator("[data-panel='record'] > summary")).to_be_visible()
        host.tree().locator(".fp-answered > summary").click()
        host.tree().locator("[data-change='recipients-known']").click()
        expect(host.tree().locator(".fp-card")).to_have_attribute("data-question", "recipients-known")
        host.tree().locator("[data-action='cancel-change']").click()
        expect(host.tree().locator(".fp-card")).to_have_attribute("data-outcome", "publish-subscribe")
        host.tree().locator("[data-action='start-again']").click()
        expect(host.tree().locator(".fp-card")).to_have_attribute("data-question", "proactive-request")
