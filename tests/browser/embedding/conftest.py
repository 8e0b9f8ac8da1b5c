"""The site with the trees that pages of other origins embed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from project.paths import SITE
from site_server import SiteServer


@pytest.fixture(scope="module")
def trees() -> Iterator[SiteServer]:
    """The site, on a host that lets other origins read its files, as hosts of static pages do."""
    with SiteServer(SITE, prefix="/guide/") as server:
        server.headers = {"Access-Control-Allow-Origin": "*"}
        yield server


@pytest.fixture(autouse=True)
def _as_before(trees: SiteServer) -> Iterator[None]:
    trees.requested.clear()
    yield
    trees.intercept = None
    trees.headers = {"Access-Control-Allow-Origin": "*"}
