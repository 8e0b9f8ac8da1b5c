"""A text for readers, plain and as HTML, and the few HTML primitives that rendering needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# Only between letters, so that dates, "24/7" and addresses that begin with "//" are not divided.
_SLASH_IN_WORDS: Final = re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of prose, as plain text and as HTML.

    Attributes:
        plain: The text without markup, for records, titles and the terminal.
        html: The same text as sanitised HTML. Inline fields hold phrasing content, without `<p>`.
        ours: Whether the words are those of the tree's author and not of the source that the tree names.
    """

    plain: str
    html: str
    ours: bool = False


def escape(text: str) -> str:
    """Return text that is safe inside HTML, both between tags and in a quoted attribute."""
    # Ten times as fast as one `translate`, since most texts have none of these. "&" is first: the others contain it.
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def break_after_slashes(html: str) -> str:
    """Return HTML without tags in which words such as "Registry/Repository" can break after the slash.

    Browsers would otherwise break them within a word. Copying, searching and reading aloud are not affected.
    """
    return _SLASH_IN_WORDS.sub("/<wbr>", html) if "/" in html else html


def breakable(text: str) -> str:
    """Escape text that readers see, and let it break after slashes; not for attributes or form fields."""
    return break_after_slashes(escape(text))


def plain_text(text: str) -> Text:
    """Return a `Text` for a string without markup."""
    return Text(plain=text, html=breakable(text))


def link_to(href: str, html: str, css_class: str = "", **data: str) -> str:
    """Return an `<a>` element.

    Args:
        href: The address, unescaped.
        html: The content, already HTML.
        css_class: The value of the class attribute, which is left out if this is empty.
        data: Further attributes; an underscore in a name becomes a hyphen.
    """
    attributes = {"class": css_class} if css_class else {}
    attributes |= {name.replace("_", "-"): value for name, value in data.items()}
    attributes["href"] = href
    return f"<a{_attribute_text(attributes)}>{html}</a>"


def button(html: str, action: str, **data: str) -> str:
    """Return a `<button>` that asks the page element for an action, for instance `copy-link`.

    Args:
        html: The content, already HTML.
        action: The action that the element takes on a click.
        data: Further attributes; an underscore in a name becomes a hyphen.
    """
    attributes = {"type": "button", "class": "md-button fp-button", "data-action": action}
    attributes |= {name.replace("_", "-"): value for name, value in data.items()}
    return f"<button{_attribute_text(attributes)}>{html}</button>"


def _attribute_text(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
