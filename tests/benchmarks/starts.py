"""Measures the start of the engine, and its size in bytes, compared with a stock Pyodide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page
from result import Result, profile

from project.paths import BROWSER_FILES, ENGINE
from runtime.building import MANIFEST
from runtime.bundles import IN_PAGES, OPTIONS, with_manifest
from runtime.engine_wheel import WHEEL
from runtime.esbuild import esbuild
from runtime.trimming import STOCK
from site_server import Line, SiteServer
from weights import engine_weight, on_the_wire

HERE = Path(__file__).parent
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
SLOW = {"bits_per_second": 10_000_000, "delay": 0.04}
# The modules that each page's script imports. On the site, the script contains them.
_IMPORTED = {
    "stock": (),
    "ours": ("assets/fingerpost/engine-client.mjs",),
    "floor": (),
}


def lay_out(root: Path) -> None:
    """Lay out both engines for one server, each with a page that does nothing else."""
    assets = root / "assets" / "fingerpost"
    shutil.copytree(BROWSER_FILES, assets)
    client = ENGINE / "web" / "engine" / "engine-client.mjs"
    esbuild(client, *OPTIONS, *IN_PAGES, with_manifest(MANIFEST), f"--outdir={assets}", problem="No client")
    (root / "pyodide").mkdir()
    for name in STOCK_FILES:
        shutil.copyfile(STOCK / name, root / "pyodide" / name)
    shutil.copyfile(WHEEL, root / "engine.whl")
    for name in ("page.mjs", "stock.mjs", "floor.mjs"):
        shutil.copyfile(HERE / name, root / name)
    for how, modules in _IMPORTED.items():
        ahead = "".join(f'<link rel="modulepreload" href="{name}">' for name in modules)
        html = f'<!doctype html><title>.</title>{ahead}<script type="module" src="page.mjs"></script>'
        (root / f"{how}.html").write_text(html)


def measure_starts(browser: Browser, root: Path, rounds: int, note: str, *, slow: bool = True) -> Iterator[Result]:
    """Start both engines and the floor in turn: on a first visit, on a slow line, and on a repeat visit."""
    hows = tuple(_IMPORTED)
    first: dict[str, list[float]] = {how: [] for how in hows}
    again: dict[str, list[float]] = {how: [] for how in hows}
    paced: dict[str, list[float]] = {how: [] for how in hows}
    with SiteServer(root) as server:
        # The first round only warms up the machine.
        for number in range(rounds + 1):
            for how in hows:
                with profile(browser) as context:
                    page = context.new_page()
                    cold = _time(page, server, how)
                    page.wait_for_timeout(1500)
                    page.goto("about:blank")
                    warm = _time(page, server, how)
                if number:
                    first[how].append(cold)
                    again[how].append(warm)
        for _ in range(rounds if slow else 0):
            for how in hows:
                server.line = Line(**SLOW)
                with profile(browser) as context:
                    paced[how].append(_time(context.new_page(), server, how))
                server.line = None
    yield _start(f"first visit{note}", first, "0.35")
    if slow:
        yield _start(f"first visit at 10 Mbit/s and 40 ms{note}", paced, "0.50")
    yield _start(f"repeat visit{note}", again, "0.15")


def _start(what: str, times: dict[str, list[float]], goal: str) -> Result:
    ours, stock, floor = (median(times[how]) for how in ("ours", "stock", "floor"))
    return Result(what, "ms", ours, stock, f"at most {goal} of stock", floor)


def _time(page: Page, server: SiteServer, how: str) -> float:
    page.goto(f"{server.address}{how}.html", wait_until="commit")
    page.locator("html[data-ms]").wait_for(state="attached")
    return float(page.locator("html").get_attribute("data-ms") or "nan")


def measure_bytes() -> Result:
    """Return the size of the engine as it is transferred."""
    stock = sum(on_the_wire(STOCK / name) for name in STOCK_FILES) + on_the_wire(WHEEL)
    return Result(
        "bytes for the engine, first visit", "KB", engine_weight() / 1000, stock / 1000, "at most 0.65 of stock"
    )
