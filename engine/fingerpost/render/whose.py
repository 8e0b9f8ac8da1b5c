"""Marks whose words a text is: with a label after texts that are not the source's, and a line to explain it."""

from __future__ import annotations

from typing import Final

from fingerpost.text.markup import Text, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Source

_CLASS: Final = "fp-ours"


def marked(text: Text) -> str:
    """Return the HTML of an inline text, with the label if it is not the source's."""
    return f"{text.html} {label()}" if text.ours else text.html


def unmarked(text: Text) -> str:
    """Return the HTML of an inline text without a label, for use where another line explains whose it is."""
    return text.html


def marked_block(text: Text) -> str:
    """Return the HTML of a text of several paragraphs, with the label above it if it is not the source's."""
    return f"<p>{label()}</p>{text.html}" if text.ours else text.html


def marked_plain(text: Text) -> str:
    """Return a text without markup, with the label if it is not the source's."""
    return f"{text.plain} ({say('ours')})" if text.ours else text.plain


def label() -> str:
    """Return the label; its brackets separate it from the text when it is read aloud, copied or printed."""
    return f'<small class="{_CLASS}">({escape(say("ours"))})</small>'


def explained(html: str, source: Source | None) -> str:
    """Return HTML, followed by the explanation of the labels in it if there are any.

    Args:
        html: The HTML.
        source: The source of the guidance, which the explanation names.
    """
    return html + explanation("ours-meaning", source) if labelled(html) else html


def labelled(html: str) -> bool:
    """Return whether HTML contains a label."""
    return f'class="{_CLASS}"' in html


def explanation(key: str, source: Source | None) -> str:
    """Return the line that explains which text is ours, and names the source that it is not part of.

    Args:
        key: The key of the explanation in the wording.
        source: The source of the guidance.
    """
    named = ""
    if source is not None:
        title = escape(source.title)
        named = f" {escape(say('ours-source'))} {title if source.url is None else link_to(source.url, title)}."
    return f'<p class="fp-hint fp-ours-note">{escape(say(key))}{named}</p>'
