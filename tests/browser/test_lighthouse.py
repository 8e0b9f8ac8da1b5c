"""What Lighthouse says of the pages, but for their speed: that depends on the machine (scripts/bench.py)."""

from __future__ import annotations

import pytest

from audit import audit
from site_server import SiteServer

PAGES = ("", "choose/", "patterns/publish-subscribe/", "guidance/glossary/", "authors/trees/incident/")
CATEGORIES = ("accessibility", "best-practices", "seo")


@pytest.mark.long
@pytest.mark.whole_search
@pytest.mark.parametrize("address", PAGES, ids=lambda address: address or "home")
def test_lighthouse_finds_nothing_to_fix(server: SiteServer, address: str) -> None:
    found = audit(server.address + address, *CATEGORIES)

    assert found.findings == []
    assert found.scores == dict.fromkeys(CATEGORIES, 100)
