"""Checks the stops of the Tab key by the position of the drawn focus.

Each stop has to be visible: in the window, with a size, and not covered.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from the_page import Visit, wait_for_engine

WIDTHS = (320, 360, 768, 1200, 1280)
NARROW = (320, 360, 768, 1200)
"""The widths at which the menu is closed at first."""

MOST_STOPS = 400
"""More than any page has: a longer sequence goes round in circles."""

# Returns the focused element, and the faults in the drawing of its focus. A control without opacity covers the words
# that show its focus. Of an element larger than the window below the header, a part in the window is enough.
FOCUS = """async () => {
  const control = document.activeElement;
  if (!control || control === document.body) return null;
  // A control that fades in has no opacity at first.
  await Promise.allSettled(control.getAnimations().map((animation) => animation.finished));
  control.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
  const drawn = getComputedStyle(control).opacity === "0" ? control.nextElementSibling ?? control : control;
  const { left, top, right, bottom, width, height } = drawn.getBoundingClientRect();
  const box = {
    left: Math.max(0, left), top: Math.max(0, top),
    right: Math.min(innerWidth, right), bottom: Math.min(innerHeight, bottom),
  };
  const inset = 2;
  const across = [box.left + inset, (box.left + box.right) / 2, box.right - inset];
  const down = [box.top + inset, (box.top + box.bottom) / 2, box.bottom - inset];
  const hits = across.flatMap((x) => down.map((y) => document.elementFromPoint(x, y)));
  const header = document.querySelector(".md-header")?.getBoundingClientRect().height ?? 0;
  const fits = width <= innerWidth && height <= innerHeight - header;
  const inside = left >= -2 && top >= -2 && right <= innerWidth + 2 && bottom <= innerHeight + 2;
  const wrong = [];
  if (width < 8 || height < 8) wrong.push(`has no size: ${width}x${height}`);
  if (!drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true })) wrong.push("cannot be seen");
  if (fits ? !inside : box.right - box.left < 24 || box.bottom - box.top < 24)
    wrong.push(`is out of the window: ${[left, top, right, bottom].map(Math.round)}`);
  if (!hits.some((hit) => hit && (drawn.contains(hit) || control.contains(hit)))) wrong.push("is covered");
  if (getComputedStyle(drawn).outlineStyle !== "solid") wrong.push("has no mark");
  return { stop: Number(control.dataset.stop), control: control.outerHTML.slice(0, 120), wrong };
}"""


def focus(page: Page) -> dict[str, Any] | None:
    """Return the focused element and the faults in the drawing of its focus; None if the focus has left the page."""
    return page.evaluate(FOCUS)


def walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Press a key until the focus leaves the page, and return each stop."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        seen = focus(page)
        if seen is None:
            return stops
        stops.append(seen)
    raise AssertionError(f"the {key} key does not leave the page")


def faults(stops: list[dict[str, Any]]) -> list[str]:
    """Return each fault with its control."""
    return [f"{stop['control']} {fault}" for stop in stops for fault in stop["wrong"]]


def open_at(visit: Visit, address: str, width: int) -> Page:
    """Open a page at a width, without movement, and wait for the initial work of its scripts."""
    page = visit(address, viewport={"width": width, "height": 740}, reduced_motion="reduce")
    if "choose" in address:
        wait_for_engine(page)
    if "no/such" not in address:
        expect(page.locator("html[data-scripts]")).to_be_attached()
    page.evaluate("document.fonts.ready")
    return page


def presses_to(page: Page, selector: str) -> int:
    """Return the number of presses of the Tab key until a control has the focus."""
    for count in range(1, MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return count
    raise AssertionError(f"the Tab key does not reach {selector}")
