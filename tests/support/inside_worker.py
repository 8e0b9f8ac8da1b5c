"""Runs code of a test inside the engine's worker, before the worker's own script."""

from __future__ import annotations

import json

from playwright.sync_api import Page

_PREFIX = """{
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) =>
    make(blob.type === "text/javascript" ? new Blob([CODE, "\\n", blob], { type: blob.type }) : blob);
}"""


def inside_worker(page: Page, code: str) -> None:
    """Have the worker of every page that is opened from now on begin with some code.

    The page has checked the script by then: a server or a route could not add anything to it.

    Args:
        page: The tab.
        code: JavaScript, of which the names are in a scope of their own.
    """
    page.add_init_script(_PREFIX.replace("CODE", json.dumps(f"{{\n{code}\n}}")))
