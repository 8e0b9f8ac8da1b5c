"""Measures the time of a build, and the wait of an author after a change."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from plain_site import mkdocs, plain_settings
from result import Result

from project.paths import CACHE, ROOT
from served_site import ServedSite

BUILDS = 5


def measure_builds() -> list[Result]:
    """Build the site and the plain one in turn, then save a page and a tree under `mkdocs serve`."""
    ours: list[float] = []
    plain: list[float] = []
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary, plain_settings() as plain_config:
        folder = Path(temporary)
        # The first pair only warms up the machine.
        for number in range(BUILDS + 1):
            times = [
                _timed(partial(mkdocs, plain_config, folder / "plain")),
                _timed(partial(mkdocs, ROOT / "mkdocs.yml", folder / "ours")),
            ]
            if number:
                plain.append(times[0])
                ours.append(times[1])
    with ServedSite(ROOT, "--no-strict") as served:
        page, tree = (median(_saves(served, ROOT / "docs" / name)) for name in ("about/privacy.md", "choose/tree.yml"))
    return [
        Result("build, everything up to date but the pages", "ms", median(ours), median(plain), "at most 1.3"),
        Result("a page saved, until the site is there again", "ms", page, None, "under 1500 ms"),
        Result("a tree saved, until the site is there again", "ms", tree, None, ""),
    ]


def _saves(served: ServedSite, path: Path) -> list[float]:
    """Save a file repeatedly, each time with another comment, and wait until the site shows it."""
    content = path.read_bytes()
    comment = "\n<!-- {} -->\n" if path.suffix == ".md" else "\n# {}\n"
    times: list[float] = []
    try:
        for number in range(BUILDS + 1):
            before = served.epoch()
            path.write_bytes(content + comment.format(number).encode())
            times.append(_timed(partial(served.wait_for_build, before)))
    finally:
        before = served.epoch()
        path.write_bytes(content)
        served.wait_for_build(before)
    return times[1:]


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
