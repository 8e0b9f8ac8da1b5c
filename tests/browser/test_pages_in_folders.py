"""A site whose tree stands two folders deep, with the scripts of instant navigation that this site has."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from following import note_loads
from new_site import build_new_site
from project.paths import ROOT
from site_server import SiteServer
from the_page import answer, expect_outcome, expect_question, tree, wait_for_engine

DEEP = "teams/meetings/choose/"
SCRIPT = Path("assets", "javascripts", "instant.mjs")
WEB = ROOT / "engine" / "fingerpost" / "web"


def rearrange(site: Path) -> None:
    """Put the page of the tree two folders deep, and let links swap pages in place."""
    docs = site / "docs"
    (docs / DEEP).mkdir(parents=True)
    (docs / "choose" / "index.md").rename(docs / DEEP / "index.md")
    block = "tree: choose/tree.yml\n"
    for page in docs.rglob("*.md"):
        text = page.read_text(encoding="utf-8").replace(block, f"{block}page: {DEEP}index.md\n")
        page.write_text(text, encoding="utf-8")
    (docs / SCRIPT).parent.mkdir(parents=True)
    shutil.copy(WEB / "material" / "instant.mjs", docs / SCRIPT)
    for imported in ("each-page.mjs", "links.mjs"):
        shutil.copy(WEB / imported, (docs / SCRIPT).parent.parent)
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("choose/index.md", f"{DEEP}index.md")
    text = text.replace("  name: material\n", "  name: material\n  features: [navigation.instant]\n")
    scripts = f"extra_javascript:\n  - path: {SCRIPT.as_posix()}\n    type: module\n"
    settings.write_text(f"{text}\n{scripts}", encoding="utf-8")


@pytest.fixture(scope="module")
def deep_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """The site, under a path of its host."""
    with SiteServer(build_new_site(tmp_path_factory.mktemp("deep") / "site", change=rearrange), prefix="/a/b/") as site:
        yield site


def test_a_result_two_folders_deep_leads_to_its_page_and_back(chromium: Browser, deep_site: SiteServer) -> None:
    page = chromium.new_page()
    page.goto(f"{deep_site.address}{DEEP}#way-to-meet?discussion=yes&same-place=some&edition=1")
    wait_for_engine(page)
    expect_outcome(page, "call")
    result = page.url
    note_loads(page)

    tree(page).locator(".fp-live .fp-more a").click()

    expect(page).to_have_url(f"{deep_site.address}choose/ways/call/")
    expect(page.locator("h1")).to_contain_text("A video call")
    assert page.evaluate("Boolean(window.stayedHere)"), "the page was loaded whole"
    page.go_back()
    expect(page).to_have_url(result)
    wait_for_engine(page)
    expect_outcome(page, "call")
    page.close()


def test_answers_two_folders_deep_lead_through_the_questions_to_a_page(
    chromium: Browser, deep_site: SiteServer
) -> None:
    page = chromium.new_page()
    page.goto(deep_site.address + DEEP)
    wait_for_engine(page)

    answer(page, "yes")
    expect_question(page, "same-place")
    answer(page, "some")
    expect_outcome(page, "call")
    assert page.url.startswith(f"{deep_site.address}{DEEP}#way-to-meet?")
    tree(page).locator(".fp-live .fp-more a").first.click()

    expect(page).to_have_url(f"{deep_site.address}choose/ways/call/")
    expect(page.locator("h1")).to_contain_text("A video call")
    page.close()
