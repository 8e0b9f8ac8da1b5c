"""axe-core, handed to the page by the browser itself, past the page's policy."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from project.paths import NODE_MODULES

_RUN = """([parts, options]) => axe.run(parts ? { include: parts } : document, {
  resultTypes: ["violations"], ...options,
}).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, any, all }) =>
    `${id}: ${help}: ${target.join(" ")}: ${[...any, ...all].map((check) => check.message).join(" ")}`)))"""


@cache
def _source() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def run_axe(page: Page, options: dict[str, object], *parts: str) -> list[str]:
    """Return what axe-core finds on a page as it is.

    Args:
        page: The page.
        options: The options of axe-core.
        parts: The parts of the page to look at, as selectors; without any, all of it.
    """
    page.evaluate(_source())
    return page.evaluate(_RUN, [parts or None, options])
