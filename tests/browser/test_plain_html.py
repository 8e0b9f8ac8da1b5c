"""A page of plain HTML, without a theme: exactly one line about the engine shows, whichever files the page names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Page, expect

from fingerpost.site.assets import write_assets
from fingerpost.site.extension import FingerpostExtension
from site_server import SiteServer
from small_site import PAGE, write_site
from the_page import answer, expect_outcome, expect_question, wait_for_engine

STYLES = '<link rel="stylesheet" href="a/fingerpost.css">'
SCRIPT = '<script type="module" src="a/fingerpost.mjs"></script>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page for each choice of files."""
    folder = tmp_path_factory.mktemp("plain")
    write_site(folder, "")
    write_assets(folder / "a")
    for name, files in {"nothing": "", "styles": STYLES, "script": SCRIPT, "both": STYLES + SCRIPT}.items():
        extension = FingerpostExtension(docs_dir=str(folder / "docs"), page=f"{name}.md", use_directory_urls=False)
        text = PAGE.replace("tree: tree.yml", f"tree: tree.yml\npage: {name}.md")
        content = Markdown(extensions=["fenced_code", extension]).convert(text)
        head = f'<head><meta charset="utf-8"><title>Snacks</title>{files}</head>'
        page = f'<!doctype html><html lang="en">{head}<body>{content}</body></html>'
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    """The folder, served."""
    with SiteServer(site) as server:
        yield server


def expect_line(page: Page, status: str) -> None:
    """Expect that a line about the engine shows, and no other; an empty status is for none."""
    lines = page.locator("[data-status]:visible")
    if status:
        expect(page.locator(f"[data-status={status}]")).to_be_visible(timeout=10_000)
    expect(lines).to_have_count(1 if status else 0)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("files", ["nothing", "styles"])
def test_without_the_script_a_line_describes_the_links(
    chromium: Browser, server: SiteServer, files: str, javascript: bool
) -> None:
    page = chromium.new_page(java_script_enabled=javascript)
    page.goto(f"{server.address}{files}.html")

    expect_line(page, "none")
    page.close()


@pytest.mark.parametrize("files", ["script", "both"])
def test_a_line_shows_while_the_engine_loads_and_none_when_it_is_ready(
    chromium: Browser, server: SiteServer, files: str
) -> None:
    page = chromium.new_page()
    held: list[object] = []
    page.route("**/engine-worker.mjs*", lambda route: held.append(route))
    page.goto(f"{server.address}{files}.html")
    wait_for_engine(page, "loading")

    expect_line(page, "loading")
    page.unroute_all(behavior="ignoreErrors")
    page.reload()
    wait_for_engine(page)
    expect_line(page, "")
    answer(page, "yes")
    expect_question(page, "size")
    answer(page, "yes")
    expect_outcome(page, "sheep")
    page.close()


@pytest.mark.parametrize("files", ["script", "both"])
def test_a_line_shows_if_the_engine_can_not_start(chromium: Browser, server: SiteServer, files: str) -> None:
    page = chromium.new_page()
    page.add_init_script("delete window.Worker;")
    page.goto(f"{server.address}{files}.html")
    wait_for_engine(page, "failed")

    expect_line(page, "failed")
    page.close()
