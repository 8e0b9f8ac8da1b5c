"""Measures the site against stock Pyodide in the same browser and the same run; started by scripts/bench.py."""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "benchmarks")]

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, sync_playwright  # noqa: E402
from report import write  # noqa: E402

from audit import audit  # noqa: E402
from project.commands import environment_for_tools  # noqa: E402
from project.paths import BROWSER_FILES, CACHE, ENGINE, SITE, VENV, program  # noqa: E402
from runtime.building import MANIFEST  # noqa: E402
from runtime.bundles import IN_PAGES, OPTIONS, with_manifest  # noqa: E402
from runtime.engine_wheel import WHEEL  # noqa: E402
from runtime.esbuild import esbuild  # noqa: E402
from runtime.trimming import STOCK  # noqa: E402
from served_site import ServedSite  # noqa: E402
from site_server import Line, SiteServer  # noqa: E402
from weights import added_weight, engine_weight, on_the_wire  # noqa: E402

HERE = Path(__file__).parent
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
SLOW = {"bits_per_second": 10_000_000, "delay": 0.04}
CLICKS = 150
HELD = 80  # milliseconds: a finger is not off the button at once
# What each page's script imports. A page of the site has it in the script itself.
_IMPORTED = {
    "stock": (),
    "ours": ("assets/fingerpost/engine-client.mjs",),
    "floor": (),
}
AUDITED = {"home": "", "choose/": "choose/", "a pattern page": "patterns/publish-subscribe/"}
AUDITS = 3
BUILDS = 5


@dataclass(frozen=True)
class Result:
    """One line of the table; `stock` is None where there is nothing to compare with."""

    what: str
    unit: str
    ours: float
    stock: float | None
    goal: str
    floor: float | None = None


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="bench.py", description="Measure the site against a stock Pyodide.")
    parser.add_argument("--rounds", type=int, default=7, help="measurements of each kind (default: 7)")
    parser.add_argument("--firefox", type=Path, help="measure this Firefox, too (Debian: /usr/bin/firefox-esr)")
    parser.add_argument("--no-write", action="store_true", help="print only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        root = Path(temporary) / "site"
        _lay_out(root)
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--disable-gpu", "--disable-background-networking", *_root()]
        )
        results = [*_starts(chromium, root, options.rounds, "")]
        results += [_bytes(), _weight(), *_page(chromium), *_lighthouse()]
        machine = _machine(f"Chromium {chromium.version}")
        chromium.close()
        if options.firefox:
            firefox = _firefox(playwright, options.firefox)
            results += [*_starts(firefox, root, options.rounds, f", Firefox {firefox.version}", slow=False)]
            firefox.close()
    results += _builds()
    for result in results:
        print(result)
    if not options.no_write:
        write(results, machine, options.rounds)


def _root() -> list[str]:
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _firefox(playwright: Playwright, path: Path) -> Browser:
    return playwright.firefox.launch(channel="moz-firefox", executable_path=path)


def _machine(browser: str) -> str:
    name = platform.processor() or platform.machine()
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        models = [line for line in cpus.read_text().splitlines() if line.startswith("model name")]
        name = models[0].partition(":")[2].strip() if models else name
    load = f"load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, {load}; {browser}; Python {platform.python_version()}"


def _lay_out(root: Path) -> None:
    """Put both engines under one server, each with a page that does nothing else."""
    assets = root / "assets" / "fingerpost"
    shutil.copytree(BROWSER_FILES, assets)
    client = ENGINE / "web" / "engine" / "engine-client.mjs"
    esbuild(client, *OPTIONS, IN_PAGES, with_manifest(MANIFEST), f"--outdir={assets}", problem="No client")
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


# ---- Starting


def _starts(browser: Browser, root: Path, rounds: int, note: str, *, slow: bool = True) -> Iterator[Result]:
    hows = tuple(_IMPORTED)
    first: dict[str, list[float]] = {how: [] for how in hows}
    again: dict[str, list[float]] = {how: [] for how in hows}
    paced: dict[str, list[float]] = {how: [] for how in hows}
    with SiteServer(root) as server:
        # The first round only warms the machine up.
        for number in range(rounds + 1):
            for how in hows:
                with _profile(browser) as context:
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
                with _profile(browser) as context:
                    paced[how].append(_time(context.new_page(), server, how))
                server.line = None
    yield _start(f"first visit{note}", first, "0.35")
    if slow:
        yield _start(f"first visit at 10 Mbit/s and 40 ms{note}", paced, "0.50")
    yield _start(f"repeat visit{note}", again, "0.15")


def _start(what: str, times: dict[str, list[float]], goal: str) -> Result:
    ours, stock, floor = (median(times[how]) for how in ("ours", "stock", "floor"))
    return Result(what, "ms", ours, stock, f"at most {goal} of stock", floor)


@contextmanager
def _profile(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.set_default_timeout(120_000)
    yield context
    context.close()


def _time(page: Page, server: SiteServer, how: str) -> float:
    page.goto(f"{server.address}{how}.html", wait_until="commit")
    page.locator("html[data-ms]").wait_for(state="attached")
    return float(page.locator("html").get_attribute("data-ms") or "nan")


def _bytes() -> Result:
    stock = sum(on_the_wire(STOCK / name) for name in STOCK_FILES) + on_the_wire(WHEEL)
    return Result(
        "bytes for the engine, first visit", "KB", engine_weight() / 1000, stock / 1000, "at most 0.65 of stock"
    )


# ---- The page


def _weight() -> Result:
    heaviest = max(added_weight(path.relative_to(SITE).as_posix()) for path in SITE.rglob("index.html"))
    return Result("heaviest page over plain Material", "KB", heaviest / 1000, None, "at most 30 KB")


def _page(browser: Browser) -> list[Result]:
    with SiteServer(SITE) as server, _profile(browser) as context:
        page = context.new_page()
        page.add_init_script(
            "window.long = []; new PerformanceObserver((list) => window.long.push(...list.getEntries().map("
            "(entry) => entry.startTime))).observe({ type: 'longtask', buffered: true });"
            "addEventListener('load', () => { window.loadedAt = performance.now(); });" + _WATCH
        )
        page.goto(server.address + "choose/")
        page.locator("decision-tree[engine=ready]").wait_for(timeout=120_000)
        page.wait_for_timeout(1000)
        starting = page.evaluate("window.long.filter((start) => start > window.loadedAt).length")
        answering = _long_tasks(page, lambda: _answer(page, CLICKS // 5))
        assert _long_tasks(page, lambda: page.evaluate(_BUSY)) == 1, "the browser does not tell of long tasks"
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        times = _answer(page, CLICKS)
        floor = _floor(page, CLICKS)
    return [
        Result("long tasks on the main thread while the engine starts", "tasks", starting, None, "0"),
        Result(f"the same during {CLICKS // 5} answers", "tasks", answering, None, "0"),
        Result("answer to next question painted, 4x slower CPU, median", "ms", median(times), None, "", median(floor)),
        Result("the same, 99th percentile", "ms", _last_percent(times), None, "at most 50 ms", _last_percent(floor)),
    ]


def _long_tasks(page: Page, during: Callable[[], object]) -> int:
    page.evaluate("window.long.length = 0")
    during()
    page.wait_for_timeout(500)
    return page.evaluate("window.long.length")


def _last_percent(times: list[float]) -> float:
    return times[int(len(times) * 0.99)]


_BUSY = """() => setTimeout(() => {
  for (const start = performance.now(); performance.now() - start < 100;);
})"""

# The browser's own measure: from the press of the button to the paint that follows, as it stands in the record of
# slow events; what is quicker than 16 ms is not in there.
_WATCH = """window.pressed = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === "click") window.pressed.push(entry.duration);
}).observe({ type: "event", durationThreshold: 16 });"""


def _answer(page: Page, count: int) -> list[float]:
    """Give answers with the pointer, back and forth through the tree; return how long each paint took, sorted."""
    page.evaluate("window.pressed.length = 0")
    for number in range(count):
        wanted = page.locator(f".fp-live [data-answer={'no' if number % 2 else 'yes'}]")
        target = wanted if wanted.count() else page.locator("[data-action=start-again]")
        before = page.url
        _press(page, target)
        page.wait_for_url(lambda address, before=before: address != before)
    return _pressed(page, count)


def _press(page: Page, target: Locator) -> None:
    # A reader reads first: quick, and still long enough for what is asked for ahead.
    target.scroll_into_view_if_needed()
    page.wait_for_timeout(400)
    box = target.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, delay=HELD)
    page.wait_for_timeout(100)


def _pressed(page: Page, count: int) -> list[float]:
    page.wait_for_timeout(500)
    slow: list[float] = page.evaluate("window.pressed")
    return sorted([16.0] * (count - len(slow)) + slow)


def _lighthouse() -> Iterator[Result]:
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary:
        plain = Path(temporary)
        with _plain_settings() as settings:
            _mkdocs(settings, plain)
        with SiteServer(SITE) as server, SiteServer(plain) as other:
            for name, page in AUDITED.items():
                ours, theirs = (_score(each.address + page) for each in (server, other))
                yield Result(f"Lighthouse's performance score of {name}", "of 100", ours, None, "100", theirs)


def _score(address: str) -> float:
    return median(audit(address, "performance").scores["performance"] for _ in range(AUDITS))


# The least that any script can do: the same states, already there as nodes, put into the same place one after another,
# with no address, focus, notes or picture of the tree to care about.
_FLOOR = """async () => {
  const place = document.querySelector("decision-tree .fp-live");
  const states = [];
  for (let answered = 0; answered < 4; answered++) {
    while (place.querySelectorAll("[data-row]").length < answered) await new Promise((done) => setTimeout(done, 50));
    states.push([...place.children].map((part) => part.cloneNode(true)));
    place.querySelector("[data-answer]")?.click();
  }
  const button = document.createElement("button");
  button.id = "floor";
  button.textContent = "Next";
  let next = 0;
  button.addEventListener("click", () => place.replaceChildren(...states[next++ % states.length]));
  place.before(button);
}"""


def _floor(page: Page, count: int) -> list[float]:
    page.reload()
    page.locator("decision-tree[engine=ready]").wait_for(timeout=120_000)
    page.evaluate(_FLOOR)
    page.evaluate("window.pressed.length = 0")
    for _ in range(count):
        _press(page, page.locator("#floor"))
    return _pressed(page, count)


# ---- The build


def _builds() -> list[Result]:
    ours: list[float] = []
    plain: list[float] = []
    with tempfile.TemporaryDirectory(dir=CACHE) as temporary, _plain_settings() as plain_settings:
        folder = Path(temporary)
        # The first pair only warms the machine up.
        for number in range(BUILDS + 1):
            times = [
                _timed(partial(_mkdocs, plain_settings, folder / "plain")),
                _timed(partial(_mkdocs, ROOT / "mkdocs.yml", folder / "ours")),
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


@contextmanager
def _plain_settings() -> Iterator[Path]:
    """The same pages without what is ours: no trees, no engine. They lack the headings that the trees make."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for ours in (
        r"  - fingerpost\n",
        r"strict: true\n",
        r"  - assets/fingerpost/fingerpost\.css .*\n",
        r"extra_javascript:\n(?:  .*\n)+",
    ):
        text, count = re.subn(ours, "", text)
        assert count == 1, ours
    settings = ROOT / "mkdocs.plain.yml"
    settings.write_text(text, encoding="utf-8")
    try:
        yield settings
    finally:
        settings.unlink()


def _saves(served: ServedSite, path: Path) -> list[float]:
    """Save a file again and again, each time with another comment, and wait until the site shows it."""
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


def _mkdocs(config: Path, site: Path) -> None:
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    subprocess.run(
        [program(VENV, "python"), "-m", "mkdocs", "build", "-q", "--clean", "-f", config, "--site-dir", site],
        cwd=ROOT,
        check=True,
        env=environment_for_tools(quiet),
        stderr=subprocess.DEVNULL,
    )


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
