"""A page of another origin that embeds trees of the built site, under a strict policy of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Request, expect

from fingerpost.site.policy import policy_for
from site_server import Reply, SiteServer

RESULT = "proactive-request=no&business-acknowledgement=no&recipients-known=no"
"""The answers that lead to publish/subscribe."""

STATE = f"integration-pattern?{RESULT}&edition=2022-11-24"
"""The link text of that result."""

TOLD = """() => {
  window.told = [];
  for (const what of ["answer", "outcome"]) {
    document.addEventListener(`decision-tree:${what}`, ({ type, target, detail }) =>
      window.told.push([type, target.id, detail]));
  }
}"""
"""Notes every event of the trees on the page."""


def policy(site: str, *, worker: bool = True) -> str:
    """Return the least policy under which a page can embed trees.

    Args:
        site: The origin of the site with the trees.
        worker: Whether it lets the engine run.
    """
    return (
        f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'; connect-src {site}; "
        f"script-src {site} 'wasm-unsafe-eval'; worker-src {'blob:' if worker else "'none'"}"
    )


def both(one: str, other: str) -> str:
    """Return a policy that allows what either of two allows."""
    allowed: dict[str, list[str]] = {}
    for directive in f"{one}; {other}".split("; "):
        name, *sources = directive.split()
        known = allowed.setdefault(name, [])
        known += [source for source in sources if source not in known]
    return "; ".join(
        " ".join((name, *(source for source in sources if source != "'none'" or len(sources) == 1)))
        for name, sources in allowed.items()
    )


@dataclass
class HostPage:
    """The page, open in a tab.

    Attributes:
        page: The tab.
        site: The server of the site with the trees.
        faults: Errors in the console, refusals of the policy, and requests to a third origin.
    """

    page: Page
    site: SiteServer
    faults: list[str] = field(default_factory=list[str])

    def tree(self, number: int = 0) -> Locator:
        """Return the page element in a shadow root, counted from 0."""
        return self.page.locator("decision-tree[tree]").nth(number)

    def told(self) -> list[Any]:
        """Return the events so far: type, id of the element, details."""
        return self.page.evaluate("window.told")

    def wait_for_engine(self, state: str = "ready") -> None:
        """Wait until a tree reports a state of the engine."""
        expect(self.tree()).to_have_attribute("engine", state, timeout=60_000)


@contextmanager
def host_page(
    browser: Browser,
    site: SiteServer,
    body: str = "",
    *,
    built: Path | None = None,
    head: str = "",
    path: str = "",
    files: Mapping[str, str] | None = None,
    worker: bool = True,
    **options: Any,
) -> Iterator[HostPage]:
    """Open a page that embeds a tree with the script of the site.

    Args:
        browser: The browser.
        site: The server of the site.
        body: The HTML of the page.
        built: A built site whose home page is opened instead, under its own policy and what embedding needs.
        head: What its head has besides the script.
        path: The path and the fragment at which it is opened.
        files: Style sheets and other files of the page, by name.
        worker: Whether its policy lets the engine run.
        options: Options of the browser's context.

    Yields:
        The page; its server runs on another host name, which is another origin.
    """
    origin = f"http://127.0.0.1:{site.port}"
    script = f'<script type="module" src="{site.address}assets/fingerpost/embed.mjs"></script>'
    html = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title>{head}{script}</head>'
        f"<body>{body}</body></html>"
    )
    texts = dict(files or {})
    allowed = policy(origin, worker=worker)
    if built is not None:
        html = (built / "index.html").read_text(encoding="utf-8")
        allowed = both(policy_for(built).value, allowed)

    def answer(asked: str) -> Reply | None:
        if asked and built is not None:
            return None
        kind = "text/css" if asked.endswith(".css") else "text/html"
        headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": allowed}
        return Reply(body=texts.get(asked, html).encode(), headers=headers)

    with SiteServer(built or Path(), intercept=answer) as host:
        own = f"http://localhost:{host.port}/"
        context = browser.new_context(**options)
        opened = HostPage(context.new_page(), site)

        def requested(request: Request) -> None:
            if not request.url.startswith((own, f"{origin}/", "data:", f"blob:{own}")):
                opened.faults.append(f"request: {request.url}")

        context.on("request", requested)
        context.on("console", lambda said: opened.faults.append(said.text) if said.type == "error" else None)
        context.on("weberror", lambda fault: opened.faults.append(str(fault.error)))
        context.add_init_script(f"({TOLD})()")
        opened.page.goto(own + path)
        yield opened
        context.close()


def element(server: SiteServer, *, name: str = "one", fragment: str = "", more: str = "", inside: str = "") -> str:
    """Return the line of HTML that embeds the tree."""
    return f'<decision-tree id="{name}" src="{server.address}choose/{fragment}"{more}>{inside}</decision-tree>'


def give(tree: Locator, *answers: tuple[str, str]) -> None:
    """Give answers, each to the question that has to be shown."""
    for question, answer in answers:
        tree.locator(f".fp-card[data-question='{question}'] [data-answer='{answer}']").click()


def to_publish_subscribe(tree: Locator) -> None:
    """Give the answers that lead to publish/subscribe."""
    give(tree, ("proactive-request", "no"), ("business-acknowledgement", "no"), ("recipients-known", "no"))
    expect(tree.locator("[data-outcome='publish-subscribe'] .fp-ask")).to_have_text(re.compile("Publish"))
