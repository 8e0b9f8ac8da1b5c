"""Measures a tree and its page, size by size. Usage: .venv/bin/python tests/benchmarks/sizes.py [QUESTIONS ...].

It needs a built site, and the environment variable CHROMIUM. It writes its part of docs/reference/benchmarks.md.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "support"), str(Path(__file__).parent)]

from big_trees import guideline  # noqa: E402 - found through the path above
from clicks import median_and_99th, times_of_clicks  # noqa: E402 - as above
from playwright.sync_api import Browser, sync_playwright  # noqa: E402 - as above
from run import machine  # noqa: E402 - as above
from sizes_page import write_sizes  # noqa: E402 - as above

from fingerpost.answers.state import State  # noqa: E402 - as above
from fingerpost.tree.compiled_writer import to_json  # noqa: E402 - as above
from fingerpost.tree.model import UNSURE, Tree  # noqa: E402 - as above
from project.paths import VENV, program  # noqa: E402 - as above
from runtime import trimming  # noqa: E402 - as above
from runtime.engine_wheel import WHEEL  # noqa: E402 - as above
from runtime.library import LIBRARY  # noqa: E402 - as above
from site_server import SiteServer  # noqa: E402 - as above

SIZES = [40, 100, 400, 1000, 4000]
RUNS = 3

LIMITS = {400: 100, 1000: 200}
"""The milliseconds in which 99 of 100 clicks have to be answered, by the number of questions."""

SETTINGS = """site_name: Guideline
theme: {name: material, font: false}
plugins:
  - search
  - fingerpost: {cache_dir: ""}
"""


def main(sizes: list[int]) -> None:
    """Measure every size, and write the page."""
    pages: list[str] = []
    answers: list[str] = []
    slow: list[str] = []
    smaller, faster = 0, 0.0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        for size in sizes:
            tree = guideline(size)
            with tempfile.TemporaryDirectory() as temporary:
                site = Path(temporary)
                seconds = _build(tree, site)
                html = (site / "site" / "choose" / "index.html").read_bytes()
                elements, scripts = _opened(browser, site / "site")
                clicks = [median_and_99th(times) for times in times_of_clicks(browser, site / "site")]
                states = _times_of_states(tree, site)
            weight, compressed = len(html) / 1000, len(gzip.compress(html)) / 1000
            further = f"{1000 * (seconds - faster) / (size - smaller):.1f} ms" if smaller else "-"
            smaller, faster = size, seconds
            pages.append(
                f"| {size:,} | {seconds:.1f} s | {further} | {weight:,.0f} KB | {compressed:,.0f} KB "
                f"| {elements:,} | {scripts:.2f} s |"
            )
            answers.append(
                f"| {size:,} | {' | '.join(f'{time:.0f} ms' for pair in clicks for time in pair)} "
                f"| {median(states):.0f} ms | {max(states):.0f} ms |"
            )
            slowest = max(most for _, most in clicks)
            if slowest > LIMITS.get(size, slowest):
                slow.append(f"{size:,} questions: {slowest:.0f} ms, more than {LIMITS[size]} ms")
            print(pages[-1], answers[-1], sep="\n", flush=True)
        browser.close()
    write_sizes(pages, answers, machine())
    if slow:
        sys.exit("Clicks take too long. " + "; ".join(slow))


def _build(tree: Tree, folder: Path) -> float:
    """Build a site with a tree; return the processor time."""
    (folder / "docs" / "choose").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Guideline\n", encoding="utf-8")
    # A compiled tree whose texts have no markup is a tree file.
    (folder / "docs" / "choose" / "tree.yml").write_text(json.dumps(to_json(tree), indent=1), encoding="utf-8")
    page = "# Choose\n\n```decision-tree\ntree: choose/tree.yml\n```\n"
    (folder / "docs" / "choose" / "index.md").write_text(page, encoding="utf-8")
    before = _processor_time_of_children()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    return _processor_time_of_children() - before


def _processor_time_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _opened(browser: Browser, site: Path) -> tuple[int, float]:
    """Open the page; return its elements, and the seconds that scripts took until the engine was ready."""
    with SiteServer(site) as server:
        context = browser.new_context()
        page = context.new_page()
        metrics = context.new_cdp_session(page)
        metrics.send("Performance.enable")
        page.goto(f"{server.address}choose/")
        page.locator("decision-tree[engine=ready]").wait_for(timeout=120_000)
        measured = {one["name"]: one["value"] for one in metrics.send("Performance.getMetrics")["metrics"]}
        elements = page.evaluate("document.querySelectorAll('*').length")
        context.close()
    return elements, measured["ScriptDuration"]


def _times_of_states(tree: Tree, folder: Path) -> list[float]:
    """Return the milliseconds that the engine took for each state, each the middle of some runs."""
    links = [state.link for state in _states(tree)]
    load = ("load", json.dumps({"tree": to_json(tree)}))
    views = [("view", json.dumps({"tree": tree.id, "link": link})) for link in links]
    calls, result = folder / "calls.json", folder / "result.json"
    calls.write_text(json.dumps([load, *views * (1 + RUNS)]), encoding="utf-8")
    run_engine = ROOT / "scripts" / "runtime" / "run_engine.mjs"
    subprocess.run(
        [program(VENV, "node"), run_engine, trimming.FOLDER, LIBRARY, WHEEL, calls, result],
        check=True,
    )
    reported = json.loads(result.read_text(encoding="utf-8"))
    faults = [answer for answer in reported["answers"] if answer.startswith('{"error"')]
    assert not faults, faults
    # The first run is left out: it also prepares what all states share.
    times = reported["milliseconds"][1 + len(links) :]
    return [median(times[number :: len(links)]) for number in range(len(links))]


def _states(tree: Tree) -> Iterator[State]:
    random = Random(3)  # noqa: S311 - a made-up reader, not a secret
    way: dict[str, str] = {}
    node = tree.start
    while node in tree.questions:
        answer = random.choice(tree.questions[node].answers)
        way[node] = answer.id
        node = answer.go
    whole = State(tree, way)
    yield State(tree, {})
    yield State(tree, dict(list(way.items())[: len(way) // 2]))
    yield whole
    for count in (1, 5, 20):
        state = State(tree, {})
        for _ in range(count):
            if state.position.open:
                state = state.after(state.position.open[0], UNSURE)
        yield state
    yield whole.after(tree.start, UNSURE)
    yield whole.after(list(way)[len(way) // 2], UNSURE)
    yield whole.changing(tree.start)
    others = [answer.id for answer in tree.questions[tree.start].answers if answer.id != way[tree.start]]
    yield whole.after(tree.start, others[0])


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
