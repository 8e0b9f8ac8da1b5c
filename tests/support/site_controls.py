"""The controls of the site: which there are in every kind of state, and which the tests use as a reader does.

A control is used by a click, a tap, a key or typed text that the browser itself has made; a script's own click does not
count. That the use has the right effect is what the test that uses it looks at.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser, BrowserContext, Locator, Page

_SCRIPT = Path(__file__).with_suffix(".js")


@dataclass
class Controls:
    """What is known of controls, by their names.

    Attributes:
        listed: The states in which each was found.
        used: The tests that have used each.
    """

    listed: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    used: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def unused(self) -> list[str]:
        """Return the controls that were found in a state and used by no test."""
        return sorted(set(self.listed) - set(self.used))

    def add(self, other: Controls) -> None:
        """Take over what another process knows."""
        for mine, theirs in ((self.listed, other.listed), (self.used, other.used)):
            for name, places in theirs.items():
                mine[name] |= places

    def to_json(self) -> str:
        """Return all of it as text."""
        parts = {"listed": self.listed, "used": self.used}
        data = {part: {name: sorted(places) for name, places in sorted(known.items())} for part, known in parts.items()}
        return json.dumps(data, indent=1, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` has written."""
        controls = cls()
        for part, known in json.loads(text).items():
            for name, places in known.items():
                getattr(controls, part)[name] |= set(places)
        return controls


SEEN = Controls()
"""What this process has seen."""


def record_use(browser: Browser) -> Browser:
    """Note which controls are used in every page that a browser opens from now on; return the browser."""
    new_context, new_page = browser.new_context, browser.new_page

    def context(**options: Any) -> BrowserContext:
        return _watched(new_context(**options))

    def page(**options: Any) -> Page:
        return _watched(new_page(**options))

    browser.new_context = context
    browser.new_page = page
    return browser


def list_controls(page: Page, state: str, within: str = "") -> list[str]:
    """List the controls that a reader can use on a page now, with all folds opened.

    Args:
        page: The page.
        state: What is on it, for the message about a control that no test uses.
        within: The part of the page that counts, as a selector, where the frame around it is not that of the site.

    Returns:
        Their names.
    """
    _ready(page)
    found: list[str] = page.evaluate("within => window.__controls(within)", within)
    for name in found:
        SEEN.listed[name].add(state)
    return found


def use_without_scripts(control: Locator, key: str = "") -> None:
    """Use a control on a page whose scripts are off, where nothing can note that by itself.

    Args:
        control: The control.
        key: The key to press on it; without one, it is clicked.
    """
    _ready(control.page)
    _note(control.evaluate("control => window.__controlName(control)"))
    if key:
        control.press(key)
    else:
        control.click()


def _ready(page: Page) -> None:
    if not page.evaluate("Boolean(window.__controls)"):  # the page's own scripts are off, but not ours
        page.evaluate(_SCRIPT.read_text(encoding="utf-8"))


def _note(name: str) -> None:
    SEEN.used[name].add(os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0])


def _watched[Subject: (BrowserContext, Page)](subject: Subject) -> Subject:
    subject.expose_binding("__controlUsed", lambda _, name: _note(name))
    subject.add_init_script(path=_SCRIPT)
    return subject
