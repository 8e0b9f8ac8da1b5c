"""A site in English has no files for the search of other languages; a site that searches those keeps them."""

from __future__ import annotations

from pathlib import Path

from built_site import SITE
from small_site import build, write_site

SETTINGS = """\
site_name: Snacks
theme: {name: material, font: false}
plugins:
  - search: {lang: [en, de]}
  - fingerpost: {engine: false, exports: []}
"""
FOLDER = Path("assets") / "javascripts" / "lunr"


def test_a_site_in_english_has_no_files_of_other_languages() -> None:
    assert not (SITE / FOLDER).exists()
    assert list((SITE / "assets" / "javascripts" / "workers").glob("search.*.js"))


def test_a_site_in_two_languages_has_what_its_search_asks_for(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS)
    status, printed = build(tmp_path, "--strict")

    assert status == 0, printed
    assert (tmp_path / "site" / FOLDER / "min" / "lunr.de.min.js").is_file()
    assert (tmp_path / "site" / FOLDER / "min" / "lunr.multi.min.js").is_file()
