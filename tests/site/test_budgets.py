"""How many bytes a visitor fetches. Times are measured by scripts/bench.py and are no tests."""

from __future__ import annotations

import pytest

from project.paths import SITE
from weights import ASSETS, added_weight, engine_weight, on_the_wire, wheel


def test_the_engine_takes_at_most_3_7_megabytes() -> None:
    assert engine_weight() <= 3_700_000


def test_the_part_that_is_ours_takes_at_most_600_kilobytes() -> None:
    assert sum(on_the_wire(ASSETS / name) for name in ("python_stdlib.zip", wheel())) <= 600_000


@pytest.mark.parametrize(
    ("page", "most"),
    [("index.html", 32_000), ("choose/index.html", 40_000), ("patterns/publish-subscribe/index.html", 32_000)],
)
def test_a_page_adds_little_to_plain_material(page: str, most: int) -> None:
    assert added_weight(page) <= most


def test_the_typeface_takes_at_most_36_kilobytes_where_it_has_the_letters() -> None:
    assert on_the_wire(SITE / "assets" / "fonts" / "atkinson-hyperlegible-next-latin-wght-normal.woff2") <= 36_000
