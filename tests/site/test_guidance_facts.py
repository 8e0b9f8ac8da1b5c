"""Every fact of the source guidance is on the built site, in words that a reader sees.

`facts.json` lists each fact, the page that states it, and the words there that do.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from built_site import main_of, page

FACTS = json.loads((Path(__file__).parent / "facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["fact"])
def test_a_fact_is_on_its_page(fact: dict[str, str]) -> None:
    assert fact["phrase"] in main_of(page(fact["page"])).seen_text


def test_no_fact_is_listed_twice() -> None:
    names = [fact["fact"] for fact in FACTS]

    assert len(set(names)) == len(names)
