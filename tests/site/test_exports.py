"""The plugin publishes each tree in the formats of other programs, in a site elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built_site import read
from fingerpost.export.formats import FORMATS
from fingerpost.source import read_tree
from small_site import build, write_site

SETTINGS = """\
site_name: Snacks
site_url: https://example.org/guide/
theme: {name: material, font: false}
plugins: [search, fingerpost: {EXPORTS}]
"""

FILES = [each.file for each in FORMATS.values()]


def built(folder: Path, exports: str = "", settings: str = SETTINGS) -> Path:
    """Build the site with an option for the formats, and return its folder."""
    write_site(folder, settings.replace("EXPORTS", exports))
    status, printed = build(folder, "--strict")
    assert status == 0, printed
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that names no formats."""
    return built(tmp_path_factory.mktemp("exports"))


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_beside_the_page_with_its_address(site: Path, name: str) -> None:
    tree = read_tree(site.parent / "docs" / "tree.yml").tree
    assert tree is not None

    assert (site / FORMATS[name].file).read_bytes() == FORMATS[name].write(tree, "https://example.org/guide/")


def test_the_page_links_to_each_file_in_its_body_and_its_head(site: Path) -> None:
    page = read((site / "index.html").read_text(encoding="utf-8"))

    linked = [link.attributes["href"] for link in page.all("a") if "download" in link.attributes]
    named = [link.attributes["href"] for link in page.all("link") if "alternate" in link.attributes["rel"]]
    data = [script for script in page.all("script") if script.attributes.get("type") == "application/ld+json"]
    assert linked == FILES
    assert set(named) <= set(FILES)
    assert len(named) + len(data) == len(FILES)


def test_the_files_are_not_searched_and_not_kept_by_the_service_worker(site: Path) -> None:
    worker = (site / "service-worker.js").read_text(encoding="utf-8")
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")

    assert [name for name in FILES if f'"{name}"' in worker] == []
    assert "other programs" not in index


@pytest.mark.parametrize(("exports", "files"), [("exports: []", set[str]()), ("exports: [outline]", {"outline.txt"})])
def test_a_site_chooses_its_formats(tmp_path: Path, exports: str, files: set[str]) -> None:
    site = built(tmp_path, exports)

    assert {name for name in FILES if (site / name).exists()} == files
    assert ("fp-downloads" in (site / "index.html").read_text(encoding="utf-8")) == bool(files)


def test_a_site_without_an_address_can_give_one_for_the_files(tmp_path: Path) -> None:
    settings = re.sub(r"site_url: .*\n", "", SETTINGS)

    site = built(tmp_path, "address: https://example.org/elsewhere", settings)

    assert "Page: https://example.org/elsewhere/\n" in (site / "outline.txt").read_text(encoding="utf-8")


def test_a_format_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS.replace("EXPORTS", "exports: [outlin]"))

    status, printed = build(tmp_path)

    assert status == 1
    assert "there is no format 'outlin'. Did you mean 'outline'?" in " ".join(printed.split())
