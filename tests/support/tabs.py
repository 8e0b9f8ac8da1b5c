"""Reuses tabs for one test after another: a new profile and a new process for each would cost more than most tests.

A reused tab has nothing left that a reader or a page can leave behind. It still has the browser's data of an earlier
visit: files, and the snapshot of the engine's memory. A test of the very first visit is marked `first_visit`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request
from playwright.sync_api import Error as BrowserError

from watch import POLICY, Watch

# Changes to a tab or its profile that no navigation undoes: a tab with such changes is not reused.
_LASTING = re.compile(r"add_|expose_|grant_|new_cdp|on$|once$|route|set_(?!viewport)")

# Clears the storage, whatever the page does while it is being left. Returns whether the page's clock is still the
# browser's own: a clock that a test has set continues in later pages.
_EMPTY = """() => {
  Storage.prototype.setItem = () => {};
  localStorage.clear();
  sessionStorage.clear();
  return Function.prototype.toString.call(Date).includes("[native code]");
}"""


class Tab:
    """A tab in its own profile.

    Attributes:
        page: Its page.
        watch: Collects the faults in it.
        options: The reader's settings, as options of the browser.
    """

    def __init__(self, browser: Browser, origin: str, options: dict[str, Any]) -> None:
        """Open a tab.

        Args:
            browser: The browser.
            origin: The address of the site: requests to others are faults.
            options: The reader's settings, as Playwright's options.
        """
        self.watch = Watch()
        self.options = options
        self._origin = origin
        self._spent = False
        self._context = browser.new_context(**options)
        self._context.set_default_timeout(20_000)
        self._listen()
        # Other browsers than Chromium have no way to forget the history of a tab.
        self._can_forget = browser.browser_type.name == "chromium"
        self._open()
        self._note_lasting_changes(self._context)

    def _open(self) -> None:
        self.page = self._context.new_page()
        self._session = self._context.new_cdp_session(self.page) if self._can_forget else None
        self._note_lasting_changes(self.page)

    def _listen(self) -> None:
        def heard(message: ConsoleMessage) -> None:
            if message.type == "error" or POLICY in message.text:
                self.watch.faults.append(f"console: {message.text} ({message.location['url']})")

        def requested(request: Request) -> None:
            if not request.url.startswith((self._origin, "data:", "blob:")):
                self.watch.faults.append(f"request to another origin: {request.url}")

        self._context.on("console", heard)
        self._context.on("weberror", lambda fault: self.watch.faults.append(f"script: {fault.error}"))
        self._context.on("request", requested)

    def _note_lasting_changes(self, subject: BrowserContext | Page) -> None:
        def spend(change: Callable[..., object], *given: object, **named: object) -> object:
            self._spent = True
            return change(*given, **named)

        for name in dir(subject):
            if _LASTING.match(name):
                setattr(subject, name, partial(spend, getattr(subject, name)))

    def empty(self) -> bool:
        """Clear everything that a reader or a page has left behind; return whether the tab can be reused."""
        if self._spent or self.page.is_closed():
            return False
        try:
            for other in self._context.pages:
                if other is not self.page:
                    other.close()
            sound: bool = self.page.evaluate(_EMPTY)
            self._context.clear_cookies()
            if self._session is None:
                self.page.close()
                self._open()
            else:
                self.page.goto("about:blank")
                self._restore_the_look()
                self.page.mouse.move(-1, -1)
                self._session.send("Page.resetNavigationHistory")
        except BrowserError:
            return False
        return sound

    def _restore_the_look(self) -> None:
        self.page.set_viewport_size(self.options.get("viewport", {"width": 1280, "height": 720}))
        self.page.emulate_media(
            media="null",
            color_scheme=self.options.get("color_scheme", "light"),
            reduced_motion=self.options.get("reduced_motion", "no-preference"),
            forced_colors=self.options.get("forced_colors", "none"),
        )

    def close(self) -> None:
        """Close the tab and its profile."""
        self._context.close()


class Tabs:
    """The tabs that wait for the next test. Each costs memory, so only those used last are held."""

    MOST = 4

    def __init__(self, browser: Browser, origin: str) -> None:
        """Begin without any.

        Args:
            browser: The browser.
            origin: The address of the site that they show.
        """
        self._browser = browser
        self._origin = origin
        self._waiting: list[Tab] = []

    def take(self, options: dict[str, Any]) -> Tab:
        """Return a tab with these settings that is not in use."""
        for tab in self._waiting:
            if tab.options == options:
                self._waiting.remove(tab)
                return tab
        return Tab(self._browser, self._origin, options)

    def give_back(self, tab: Tab) -> None:
        """Release a tab for the next test, or close it if it cannot be reused."""
        if tab.empty():
            tab.watch = Watch()
            self._waiting.append(tab)
        else:
            tab.close()
        while len(self._waiting) > self.MOST:
            self._waiting.pop(0).close()
