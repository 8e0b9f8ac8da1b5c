"""The wording of the part of a page that deletes what a site has stored in the reader's browser.

Only pages have these texts. They are apart from the others, so that no browser loads them with the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

COUNT: Final = "{count}"
"""Stands in a text for a number that only the browser knows: a script puts it in."""

STORAGE: Final[Mapping[str, str]] = {
    "without": (
        "This page can't delete it for you, because JavaScript does not run. Your browser can: open its settings, look "
        "for “site data” or “cookies and site data”, search for the address of this site, and select “delete”. Other "
        "sites at the same address lose their data, too."
    ),
    "delete": "Delete everything that this site has stored",
    "title": "Delete everything?",
    "what": "This site deletes from this browser, in all tabs:",
    "caution": (
        "You can't undo this. If you need your notes or your plan later, keep them, and save a record or the plan as a "
        "file first."
    ),
    "files-again": "The site's files come back when you open another page. They say nothing about you.",
    "confirm": "Delete it all",
    "keep": "Keep it",
    "notes-one": "notes on 1 decision",
    "notes": f"notes on {COUNT} decisions",
    "plan-one": "a plan with 1 need",
    "plan": f"a plan with {COUNT} needs",
    "unreadable-one": "1 text that could not be read",
    "unreadable": f"{COUNT} texts that could not be read",
    "settings-one": "1 setting",
    "settings": f"{COUNT} settings",
    "session": "what this tab remembers of your answers",
    "files": "the site's files, for use without a network",
    "memory": "a copy of the engine's memory, for a faster start",
    "nothing": "This site has stored nothing in this browser.",
    "kept": "Nothing was deleted.",
    "deleted": "Deleted. This site now stores nothing in this browser.",
    "refused": (
        "Your browser did not delete everything. Delete the rest in its settings, under “site data” or “cookies and "
        "site data”."
    ),
}
"""The texts by key."""


def say_of_storage(key: str) -> str:
    """Return a text from the table. It is plain text: escape it before using it in HTML."""
    return STORAGE[key]
