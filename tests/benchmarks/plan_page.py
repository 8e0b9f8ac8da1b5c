"""Measures a plan of 200 needs in a browser: from what the reader does until what it changes is painted.

Usage: .venv/bin/python tests/benchmarks/plan_page.py [NEEDS]. The site has to be built.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "scripts")]

from site_server import SiteServer  # noqa: E402 - found through the path above
from the_plan import OPEN, PUSH, SHARED, need, plan_of, store  # noqa: E402 - as above

RUNS = 9

_WATCH = """
const times = window.times = { begun: 0, painted: 0 };
const begin = (event) => { times.begun = event.timeStamp; times.painted = 0; };
for (const kind of ["click", "keydown"]) addEventListener(kind, begin, { capture: true });
const seen = () => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { times.painted = performance.now(); };
  port2.postMessage("after the frame");
});
addEventListener("input", seen, { capture: true });
addEventListener("DOMContentLoaded", () => {
  new MutationObserver(seen).observe(document.querySelector(".fp-plan-needs"), { childList: true });
});
"""

_PAINTED = """async () => {
  while (!times.painted) await new Promise((next) => setTimeout(next, 5));
  return times.painted - times.begun;
}"""
"""Returns the milliseconds from the last input to the paint of the letter, or of the needs that it changed."""


def long_plan(count: int) -> str:
    """Return a plan with many needs of several kinds."""
    ways = (PUSH, SHARED, OPEN)
    needs = (
        need(
            f"k{number}",
            f"Need number {number} of a long plan",
            ways[number % len(ways)],
            **{"from": f"System {number % 12}", "to": f"System {number % 7}", "information": f"Record {number % 5}"},
        )
        for number in range(count)
    )
    return plan_of(*needs)


def measured(page: Page, locator: str, action: str, key: str = "") -> float:
    """Return the median of the times from an action to its paint."""
    times: list[float] = []
    for _ in range(RUNS):
        control = page.locator(locator).first
        control.evaluate("control => control.scrollIntoView({ block: 'center' })")
        page.wait_for_timeout(900)
        if action == "press":
            control.focus()
            page.wait_for_timeout(200)
            page.keyboard.press(key)
        else:
            control.evaluate("control => control.dispatchEvent(new MouseEvent('click', { bubbles: true }))")
        times.append(page.evaluate(_PAINTED))
    return median(times)


def main(count: int) -> None:
    """Measure everything, and print it."""
    chromium = os.environ.get("CHROMIUM", "chromium")
    with SiteServer(ROOT / "site", prefix="/guide/") as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(service_workers="block").new_page()
        page.add_init_script(_WATCH)
        page.goto(f"{server.address}about/")
        store(page, long_plan(count))
        page.goto(f"{server.address}plan/")
        page.locator("decision-plan[engine=ready]").wait_for(timeout=120_000)
        figures = {
            "type a letter": measured(page, "[data-plan-need=k90] [data-plan-field=need]", "press", "a"),
            "move up": measured(page, "[data-plan-need=k100] [data-action=plan-up]", "click"),
            "duplicate": measured(page, "[data-plan-need=k50] [data-action=plan-duplicate]", "click"),
            "remove the first": measured(page, "[data-plan-need] [data-action=plan-remove]", "click"),
        }
        browser.close()
    for what, milliseconds in figures.items():
        print(f"{count} needs, {what}: {milliseconds:.0f} ms")
    print(json.dumps(figures))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
