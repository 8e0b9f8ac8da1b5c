"""Measures how long a reader waits after a click on an answer, in a browser, until what it changes is painted."""

from __future__ import annotations

from pathlib import Path
from random import Random
from statistics import quantiles

from playwright.sync_api import Browser, Locator, Page

from fingerpost.tree.model import UNSURE
from site_server import SiteServer

CLICKS = 60
RUNS = 3
NOT_SURE = 0.4
"""The share of clicks on "I'm not sure" that the made-up reader makes."""

LONGEST_PAUSE = 300
"""The longest pause before a click, in milliseconds. Meanwhile, the page asks the engine ahead."""

_WATCH = """
const times = window.times = { clicked: 0, painted: 0 };
addEventListener("click", (event) => { times.clicked = event.timeStamp; times.painted = 0; }, { capture: true });
addEventListener("DOMContentLoaded", () => {
  const seen = (changes) => {
    // The preview follows the pointer.
    const parts = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
    if (parts.every((part) => part?.closest(".fp-preview"))) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { times.painted = performance.now(); };
      port2.postMessage("after the frame");
    });
  };
  const parts = { childList: true, subtree: true, characterData: true, attributes: true };
  new MutationObserver(seen).observe(document.querySelector("decision-tree .fp-live"), parts);
});
"""

_SETTLED = """async () => {
  const quiet = () => times.painted && performance.now() - times.painted > 150;
  while (!quiet()) await new Promise((next) => setTimeout(next, 10));
  return times.painted - times.clicked;
}"""
"""Returns the milliseconds from the last click to the last paint of a change."""


def times_of_clicks(browser: Browser, site: Path) -> tuple[list[float], list[float]]:
    """Answer as a reader would; return the milliseconds for each answer, and for each "not sure", in order.

    The reader goes the same way several times, and the least time of each click counts: in the others, the page had to
    wait for other programs on the machine.

    Args:
        browser: Chromium.
        site: The folder of a built site whose page `choose/` has a tree.
    """
    with SiteServer(site) as server:
        runs = [_walk(browser, f"{server.address}choose/") for _ in range(RUNS)]
    times: tuple[list[float], list[float]] = ([], [])
    for same in zip(*runs, strict=True):
        unsure = {unsure for _, unsure in same}
        assert len(unsure) == 1, "the runs went different ways"
        times[unsure.pop()].append(min(waited for waited, _ in same))
    return times


def _walk(browser: Browser, address: str) -> list[tuple[float, bool]]:
    """Return the milliseconds for each click, and whether it was on "not sure"."""
    random = Random(11)  # noqa: S311 - a made-up reader, not a secret
    page = browser.new_page()
    page.add_init_script(_WATCH)
    page.goto(address)
    page.locator("decision-tree[engine=ready]").wait_for(timeout=120_000)
    times: list[tuple[float, bool]] = []
    while len(times) < CLICKS:
        page.wait_for_timeout(random.uniform(0, LONGEST_PAUSE))
        link, unsure = _next(page, random)
        # The preview of the answer under the pointer can cover other links.
        page.mouse.move(0, 0)
        link.click()
        waited: float = page.evaluate(_SETTLED)
        times.append((waited, unsure))
    page.close()
    return times


def median_and_99th(times: list[float]) -> tuple[float, float]:
    """Return the median, and what 99 of 100 clicks do not exceed."""
    hundredths = quantiles(times, n=100, method="inclusive")
    return hundredths[49], hundredths[98]


def _next(page: Page, random: Random) -> tuple[Locator, bool]:
    """Return what the reader clicks, and whether it is "not sure": an answer, a change, or to start again."""
    shown = page.locator("decision-tree .fp-live")
    if not shown.locator(".fp-card [data-answer]").count():
        return shown.locator("[data-action='start-again']"), False
    changes = shown.locator("[data-change]:visible")
    if changes.count() and random.random() < 0.1:
        return changes.nth(random.randrange(changes.count())), False
    if random.random() < NOT_SURE:
        return shown.locator(f".fp-card [data-answer='{UNSURE}']"), True
    answers = shown.locator(f".fp-card [data-answer]:not([data-answer='{UNSURE}'])")
    return answers.nth(random.randrange(answers.count())), False
