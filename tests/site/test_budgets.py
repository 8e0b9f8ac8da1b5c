"""How many bytes a visitor fetches. Times are measured by scripts/bench.py and are no tests."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from built_site import page, pages
from project.paths import SITE
from weights import ASSETS, added_weight, engine_weight, on_the_wire, wheel


def test_the_engine_takes_at_most_3275_kilobytes() -> None:
    assert engine_weight() <= 3_275_000


def test_the_part_that_is_ours_takes_at_most_590_kilobytes_with_plans_forms_of_records_and_steps() -> None:
    assert sum(on_the_wire(ASSETS / name) for name in ("python_stdlib.zip", wheel())) <= 590_000


@pytest.mark.parametrize("address", pages())
def test_a_page_adds_at_most_30_kilobytes_to_plain_material(address: str) -> None:
    # With two trees it carries the data and the controls of each, and names the files of each.
    trees = len(list(page(address).all("decision-tree")))
    assert added_weight(f"{address}index.html") <= (31_900 if trees > 1 else 30_000)


@pytest.mark.parametrize("address", pages())
def test_a_page_asks_for_one_script_and_one_style_sheet_of_ours_besides_materials(address: str) -> None:
    document = page(address)

    scripts = [element.attributes["src"] for element in document.all("script") if "src" in element.attributes]
    sheets = [link.attributes["href"] for link in document.all("link") if link.attributes["rel"] == "stylesheet"]

    ours = [PurePosixPath(path).name for path in (*sheets, *scripts) if "assets/fingerpost/" in path]
    assert ours == ["site.css", "material-history.js", "site.mjs"]
    assert len(scripts) + len(sheets) == len(ours) + 3


def test_two_trees_on_a_page_have_the_elements_own_words_once() -> None:
    said = [template.attributes.get("data-say") for template in page("authors/trees/two-trees/").all("template")]

    assert said.count("copied") == said.count("undo") == 1


def test_the_page_script_imports_nothing_before_it_runs() -> None:
    assert re.findall(r"(?:^|[;}])import\b[^(.]", (ASSETS / "site.mjs").read_text(encoding="utf-8")) == []


def test_the_library_for_word_takes_at_most_72_kilobytes_and_no_page_names_it() -> None:
    assert on_the_wire(ASSETS / "word.mjs") <= 72_000
    naming = [address for address in pages() if b"word.mjs" in (SITE / address / "index.html").read_bytes()]
    assert naming == []


def test_the_typeface_takes_at_most_36_kilobytes_where_it_has_the_letters() -> None:
    assert on_the_wire(SITE / "assets" / "fonts" / "atkinson-hyperlegible-next-latin-wght-normal.woff2") <= 36_000
