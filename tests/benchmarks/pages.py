"""Measures the size of pages, and the time from an answer to the paint of the next question."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

from playwright.sync_api import Browser, Locator, Page
from result import Result, profile

from project.paths import SITE
from site_server import SiteServer
from weights import added_weight

CLICKS = 150
HELD = 80  # milliseconds: a finger does not leave the button at once


def measure_weight() -> Result:
    """Return the number of bytes that the largest page has beyond plain Material."""
    heaviest = max(added_weight(path.relative_to(SITE).as_posix()) for path in SITE.rglob("index.html"))
    return Result("heaviest page over plain Material", "KB", heaviest / 1000, None, "at most 30 KB")


def measure_page(browser: Browser) -> list[Result]:
    """Answer questions on the page, and measure long tasks and the time to the next paint."""
    with SiteServer(SITE) as server, profile(browser) as context:
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
        assert _long_tasks(page, lambda: page.evaluate(_BUSY)) == 1, "the browser does not report long tasks"
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

# Uses the browser's own measurement, from the press of the button to the next paint, in its list of slow events. The
# list has no events faster than 16 ms.
_WATCH = """window.pressed = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === "click") window.pressed.push(entry.duration);
}).observe({ type: "event", durationThreshold: 16 });"""


def _answer(page: Page, count: int) -> list[float]:
    """Give answers with the pointer, back and forth through the tree; return the times to each paint, sorted."""
    page.evaluate("window.pressed.length = 0")
    for number in range(count):
        wanted = page.locator(f".fp-live [data-answer={'no' if number % 2 else 'yes'}]")
        target = wanted if wanted.count() else page.locator("[data-action=start-again]")
        before = page.url
        _press(page, target)
        page.wait_for_url(lambda address, before=before: address != before)
    return _pressed(page, count)


def _press(page: Page, target: Locator) -> None:
    # A reader reads first: this pause is short, but long enough for the states that are asked for ahead.
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


# The minimum for any script: puts the same states, prepared as nodes, into the same element one after another, without
# an address, focus, notes or a picture of the tree.
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
