"""Holds back calls of the engine, as if it took its time, until a test lets them go."""

from __future__ import annotations

import json

from playwright.sync_api import Page

_HOLD = """(method) => {
  const post = Worker.prototype.postMessage;
  window.held = [];
  Worker.prototype.postMessage = function (message, ...more) {
    if (window.held && message.method === method) window.held.push(() => post.call(this, message, ...more));
    else post.call(this, message, ...more);
  };
}"""


def hold(page: Page, method: str) -> None:
    """Hold back what the page asks of this method from now on."""
    page.evaluate(_HOLD, method)


def hold_on_arrival(page: Page, method: str) -> None:
    """Hold back what every page that is opened from now on asks of this method."""
    page.add_init_script(f"({_HOLD})({json.dumps(method)});")


def wait_for_held(page: Page) -> None:
    """Wait until a call is held back."""
    page.wait_for_function("() => window.held.length > 0")


def release(page: Page) -> None:
    """Let all calls go that were held back, and hold none from now on."""
    page.evaluate("() => { const held = window.held; window.held = undefined; for (const ask of held) ask(); }")
