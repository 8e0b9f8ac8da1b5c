"""How many bytes a visitor fetches. Times are measured by scripts/bench.py and are no tests."""

from __future__ import annotations

import pytest

from weights import ASSETS, added_weight, engine_weight, on_the_wire


def test_the_engine_takes_at_most_3_7_megabytes() -> None:
    assert engine_weight() <= 3_700_000


def test_the_part_that_is_ours_takes_at_most_600_kilobytes() -> None:
    assert sum(on_the_wire(ASSETS / name) for name in ("python_stdlib.zip", "engine.zip")) <= 600_000


@pytest.mark.parametrize("page", ["index.html", "choose/index.html", "patterns/publish-subscribe/index.html"])
def test_a_page_adds_at_most_30_kilobytes_of_ours(page: str) -> None:
    assert added_weight(page) <= 30_000
