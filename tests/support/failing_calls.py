"""Makes calls of the engine fail while it runs, as a fault in it would."""

from __future__ import annotations

import json

from playwright.sync_api import Page

_FAIL = """(methods) => {
  window.failing = methods;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    if (message.type !== "call" || !window.failing.includes(message.method)) return post.call(this, message, ...more);
    const error = { code: "engine-fault", message: "made by the test" };
    const data = { type: "answer", id: message.id, result: JSON.stringify({ error }) };
    setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })));
  };
}"""


def prepare(page: Page, *methods: str) -> None:
    """Let calls of these methods fail, on all pages that are opened from now on."""
    page.add_init_script(f"({_FAIL})({json.dumps(methods)});")


def fail(page: Page, *methods: str) -> None:
    """Let calls of these methods fail, and no others, on a page that is prepared."""
    page.evaluate("(methods) => { window.failing = methods; }", methods)
