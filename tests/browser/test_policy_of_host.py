"""The policy that `fingerpost policy` computes, sent by a host: the theme and the tree work under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from fingerpost.site.policy import policy_for
from other_builders import run, write
from site_server import Reply, SiteServer
from small_site import build, write_site
from the_page import answer, expect_outcome, expect_question

PALETTE = """\
  palette:
    - {scheme: default, toggle: {icon: material/brightness-7, name: Go dark}}
    - {scheme: slate, toggle: {icon: material/brightness-4, name: Go light}}
"""
MATERIAL = f"""\
site_name: Snacks
theme:
  name: material
  font: false
{PALETTE}plugins: [search, fingerpost: {{policy: false, offline: false}}]
"""


def material(folder: Path) -> None:
    """Build a site with Material and the plugin, without its policy."""
    write_site(folder, MATERIAL)
    status, printed = build(folder, "--strict")
    assert status == 0, printed


def zensical(folder: Path) -> None:
    """Build a site with Zensical and the extension."""
    from fingerpost.cli import main

    write(
        folder,
        "zensical",
        "extra_css: [a/fingerpost.css]\nextra_javascript: [{path: a/fingerpost.mjs, type: module}]\n",
    )
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("theme: {font: false}\n", f"theme:\n  font: false\n{PALETTE}"), encoding="utf-8")
    assert main(["assets", str(folder / "docs" / "a")]) == 0
    status, printed = run(folder, "zensical", "build")
    assert status == 0, printed


@pytest.mark.parametrize("make", [material, zensical])
def test_palette_search_and_tree_work_under_it(chromium: Browser, tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path)
    site = tmp_path / "site"
    value = policy_for(site).value

    def with_policy(path: str) -> Reply | None:
        file = site / (f"{path}index.html" if path.endswith("/") or not path else path)
        if file.suffix != ".html":
            return None
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": value}
        return Reply(body=file.read_bytes(), headers=headers)

    page = chromium.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    with SiteServer(site, intercept=with_policy) as server:
        reply = page.goto(server.address)
        assert reply is not None
        assert reply.headers["content-security-policy"] == value
        answer(page, "yes")
        expect_question(page, "size")
        answer(page, "yes")
        expect_outcome(page, "sheep")
        expect(page.locator("decision-tree")).to_have_attribute("engine", "ready", timeout=30_000)
        _goes_dark(page)
        page.keyboard.press("/")
        page.keyboard.type("nap")
        expect(page.locator("a[href*='nap/']").filter(has_text="nap").first).to_be_visible()
    page.close()
    # Zensical's own script writes style attributes, which it works without.
    theirs = "Applying inline style violates" if make is zensical else "nothing"
    assert [fault for fault in faults if not fault.startswith(theirs)] == []


def _goes_dark(page: Page) -> None:
    page.locator("label[title='Go dark']:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
