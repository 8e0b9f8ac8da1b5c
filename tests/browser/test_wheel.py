"""The wheel alone: installed beside MkDocs Material, it gives a site that answers in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fingerpost.cli import main
from fingerpost.site import browser_files
from installed_wheel import install_wheel, run_installed
from site_server import SiteServer
from starters_tree import answer_starters_tree

SETTINGS = """site_name: A wheel and nothing else
theme: {name: material, font: false}
plugins: [search, fingerpost]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a tree in a fenced block, built by an installation of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    packages = install_wheel(folder)
    pages = folder / "pages"
    assert main(["new", str(pages), "--site"]) == 0
    (pages / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    built = run_installed(packages, pages, "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    return pages / "site"


def test_the_tree_is_answered_in_the_page(chromium: Browser, site: Path) -> None:
    with SiteServer(site, prefix="/elsewhere/") as server:
        assert answer_starters_tree(chromium, server) == []


def test_the_engine_and_its_licences_are_the_same_as_on_this_site(site: Path) -> None:
    ours, theirs = browser_files.folder(), site / "assets" / "fingerpost"
    licences = [f"LICENSES/{path.name}" for path in (ours / "LICENSES").iterdir()]

    assert "LICENSES/README.txt" in licences
    for file in (*browser_files.for_engine(), *licences):
        assert (theirs / file).read_bytes() == (ours / file).read_bytes(), file
