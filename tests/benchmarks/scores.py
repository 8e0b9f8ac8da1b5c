"""Lighthouse's scores for the site, and for the same pages without our own additions."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from plain_site import mkdocs, plain_settings
from result import Result

from audit import audit
from project.paths import CACHE, SITE
from site_server import SiteServer

AUDITED = {"home": "", "choose/": "choose/", "a pattern page": "patterns/publish-subscribe/"}
AUDITS = 3


def measure_scores() -> Iterator[Result]:
    """Run Lighthouse on pages of both sites."""
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
        plain = Path(temporary)
        with plain_settings() as settings:
            mkdocs(settings, plain)
        with SiteServer(SITE) as server, SiteServer(plain) as other:
            for name, page in AUDITED.items():
                ours, theirs = (_score(each.address + page) for each in (server, other))
                yield Result(f"Lighthouse's performance score of {name}", "of 100", ours, None, "100", theirs)


def _score(address: str) -> float:
    return median(audit(address, "performance").scores["performance"] for _ in range(AUDITS))
