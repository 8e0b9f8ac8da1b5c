"""A visitor to the site who has left notes and a plan, and the ways in which something can fail for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import PurePosixPath

from playwright.sync_api import Page

from faults.fault import GIVEN
from inside_worker import inside_worker
from site_server import Reply, SiteServer
from tabs import Tab
from the_page import state, wait_for_engine
from the_plan import KEY, TWO

NEED = "See heights."
"""The note of the last visit."""

UNREADABLE = '{"need": "See'
"""Notes that were cut off."""

# As the page stores them: the notes of a decision, and which state of this tab belongs to it.
_LEAVE_NOTES = """([need, link, key, plan]) => {
  const of = (kind) => `fingerpost ${kind} /guide/choose/ integration-pattern`;
  const notes = { need, confirmations: {}, evidence: {}, steps: {}, saved: Date.now() };
  localStorage.setItem(`${of("notes")} of-last-week`, JSON.stringify(notes));
  localStorage.setItem(key, plan);
  sessionStorage.setItem(of("decisions"), JSON.stringify([[link, "of-last-week"]]));
}"""


def html(page: bytes, **headers: str) -> Reply:
    """Return a reply with a page."""
    return Reply(200, page, {"Content-Type": "text/html; charset=utf-8", **headers})


class Scene:
    """One visitor.

    Attributes:
        page: The page in front of them.
        tab: The tab with it.
        server: The site's server.
    """

    def __init__(self, tab: Tab, server: SiteServer) -> None:
        """Begin with a visitor who has left notes and a plan, on another page of the site.

        Args:
            tab: A tab in its own profile.
            server: The site's server.
        """
        self.tab = tab
        self.page: Page = tab.page
        self.server = server
        self.page.goto(f"{server.address}about/")
        self.page.evaluate(_LEAVE_NOTES, [NEED, state(GIVEN).partition("#")[2], KEY, TWO])

    def arrive(self, address: str = "") -> None:
        """Open the questions where the visitor has answered some, or at another address below the site's own."""
        self.page.goto(self.server.address + (address or state(GIVEN)))

    def begin(self) -> None:
        """Open the questions, and wait until everything works."""
        self.arrive()
        wait_for_engine(self.page)

    def spoil(self, name: str, make: Callable[[bytes], Reply]) -> None:
        """Let the server answer with something else for a file.

        Args:
            name: The file's name, which may be a pattern.
            make: Makes the reply of the content of the file.
        """

        def intercept(path: str) -> Reply | None:
            file = f"{path}index.html" if path.endswith("/") or not path else path
            return make((self.server.root / file).read_bytes()) if PurePosixPath(file).match(name) else None

        self.server.intercept = intercept

    def in_pages(self, script: str) -> None:
        """Run a script in the page before its own."""
        self.page.add_init_script(script)

    def in_worker(self, script: str) -> None:
        """Run a script in the engine's worker before its own."""
        inside_worker(self.page, script)

    def stored(self) -> dict[str, str]:
        """Return what the browser's local storage holds, even if the page may not read it."""
        origins = self.page.context.storage_state().get("origins", [])
        return {item["name"]: item["value"] for origin in origins for item in origin["localStorage"]}

    def stored_needs(self) -> list[str]:
        """Return the needs in the notes that the browser stores."""
        return [json.loads(text)["need"] for text in self._notes() if text != UNREADABLE]

    def stores_the_unreadable(self) -> bool:
        """Return whether the browser stores notes that cannot be read."""
        return UNREADABLE in self._notes()

    def _notes(self) -> list[str]:
        return [text for key, text in self.stored().items() if key.startswith("fingerpost notes")]

    def stores_the_plan(self) -> bool:
        """Return whether the browser still stores the plan as the visitor left it."""
        return self.stored().get(KEY) == TWO

    def healed(self) -> Page:
        """Return the same state in a new tab, with what the browser stores, after the fault has gone."""
        # A browser keeps the policy of a file that has not changed, and its settings last.
        lasting = self.server.headers or not self.tab.options.get("java_script_enabled", True)
        self.server.intercept = None
        self.server.headers = {}
        context = self.page.context
        if lasting:
            assert context.browser is not None
            page = context.browser.new_context(storage_state=context.storage_state()).new_page()
        else:
            context.set_offline(False)
            page = context.new_page()
        page.goto(self.page.url)
        wait_for_engine(page)
        return page
