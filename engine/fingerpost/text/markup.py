"""A text for readers, plain and as HTML, and the few HTML primitives that rendering needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# Between letters: no date, no "24/7" and no address that begins with "//" is divided.
_SLASH_IN_WORDS: Final = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the author's prose, ready for both places it is shown.

    Attributes:
        plain: The text without markup, for records, titles and the terminal.
        html: The same text as sanitised HTML. Inline fields hold phrasing content, without `<p>`.
        ours: The words of those who wrote the tree, and not of the source that the tree names.
    """

    plain: str
    html: str
    ours: bool = False


def escape(text: str) -> str:
    """Return text that is safe inside HTML, both between tags and in a quoted attribute."""
    # Ten times as quick as one translation: most texts have none of these. "&" goes first, being in all the others.
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def break_after_slashes(html: str) -> str:
    """Return text that is HTML already, but without tags, so that "Registry/Repository" may go over two lines.

    Browsers would break it within a word. What is copied, searched and spoken stays the same.
    """
    return _SLASH_IN_WORDS.sub("/<wbr>", html) if "/" in html else html


def breakable(text: str) -> str:
    """Return text as `escape` does, for words that a reader sees; never for an attribute or a form's field."""
    return break_after_slashes(escape(text))


def plain_text(text: str) -> Text:
    """Return a `Text` for a string without markup."""
    return Text(plain=text, html=breakable(text))


def link_to(href: str, html: str, css_class: str = "", **data: str) -> str:
    """Return an `<a>` element.

    Args:
        href: The address, not yet escaped.
        html: The content, already HTML.
        css_class: Value of the class attribute; left out when empty.
        data: Further attributes; an underscore in a name becomes a hyphen.
    """
    attributes = {"class": css_class} if css_class else {}
    attributes |= {name.replace("_", "-"): value for name, value in data.items()}
    attributes["href"] = href
    return f"<a{_written(attributes)}>{html}</a>"


def button(html: str, action: str, **data: str) -> str:
    """Return a `<button>` that asks the page element for an action, for instance `copy-link`.

    Args:
        html: The content, already HTML.
        action: What the element does on a click.
        data: Further attributes; an underscore in a name becomes a hyphen.
    """
    attributes = {"type": "button", "class": "md-button fp-button", "data-action": action}
    attributes |= {name.replace("_", "-"): value for name, value in data.items()}
    return f"<button{_written(attributes)}>{html}</button>"


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
