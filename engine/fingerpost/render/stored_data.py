"""Draws the part of a page with which readers delete everything that the site has stored in their browser.

Without scripts, it says how the browser does that. Only pages of the build have this.
"""

from __future__ import annotations

from typing import Final

from fingerpost.text.markup import button, escape
from fingerpost.text.wording_of_storage import say_of_storage

_COUNTED: Final = ("notes", "plan", "unreadable", "settings")
"""The kinds of things that are counted. Each has a second text, for one."""

_SAID: Final = (
    *(f"{kind}{number}" for kind in _COUNTED for number in ("", "-one")),
    *("session", "files", "memory", "nothing", "kept", "deleted", "refused"),
)
"""The keys of the texts that scripts need."""


def stored_data(root: str) -> str:
    """Return `<stored-data>`, with the button, the question whether to delete, and the texts for both.

    Args:
        root: The address of the site's home page as seen from the page. Sites on one host share the browser's storage,
            and only what this one has stored is deleted.
    """
    what, caution, again = (f"<p>{escape(say_of_storage(key))}</p>" for key in ("what", "caution", "files-again"))
    answers = (
        button(escape(say_of_storage("keep")), "keep")
        + " "
        + button(escape(say_of_storage("confirm")), "confirm-delete")
    )
    said = "".join(f'<template data-words="{key}">{escape(say_of_storage(key))}</template>' for key in _SAID)
    return (
        f'<div class="fp"><stored-data root="{escape(root)}" data-search-exclude>'
        f'<p class="fp-stored-without">{escape(say_of_storage("without"))}</p>'
        f'<div hidden><p class="fp-actions">{button(escape(say_of_storage("delete")), "delete-stored")}</p></div>'
        '<p class="fp-stored-status" role="status"></p>'
        f'<dialog class="fp-dialog" aria-labelledby="stored-data-title">'
        f'<h2 id="stored-data-title">{escape(say_of_storage("title"))}</h2>{what}<ul></ul>{caution}{again}'
        f'<p class="fp-actions">{answers}</p></dialog>{said}</stored-data></div>'
    )
