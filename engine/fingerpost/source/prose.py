"""Renders an author's Markdown as sanitised HTML and as plain text. Nothing is dropped without a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Final

import markdown
import nh3

from fingerpost.source.fault import Fault
from fingerpost.source.gaps import GapExtension
from fingerpost.source.invisible import INVISIBLE_TEXT, is_visible, named
from fingerpost.source.plain import plain_from_html
from fingerpost.source.text import MAX_LENGTH
from fingerpost.text.addresses import is_relative
from fingerpost.text.markup import Text, plain_text

MAX_BRACKETS = 500
"""The most '[' and '<' in a text that is rendered: Markdown searches the whole text for the end of each."""

# fmt: off
_INLINE_TAGS: Final = frozenset((
    "a", "abbr", "b", "br", "cite", "code", "em", "i", "kbd", "q", "s", "strong", "sub", "sup",
))
_BLOCK_NAMES: Final = {
    "blockquote": "a quotation", "dl": "a definition list", "hr": "a rule", "ol": "a numbered list",
    "p": "a second paragraph", "pre": "a code block", "table": "a table", "ul": "a list",
}
_BLOCK_TAGS: Final = frozenset(_BLOCK_NAMES) | {"dd", "dt", "li", "tbody", "td", "th", "thead", "tr"}
# fmt: on
_PICTURE: Final = "img"
_ATTRIBUTES: Final = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "code": {"class"},
    _PICTURE: {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
_USE_MARKDOWN: Final = "Use Markdown. To show a '<', write '&lt;' or put it in backticks."
_SCHEMES: Final = frozenset(("http", "https", "mailto"))
_VOID_TAGS: Final = frozenset(("br", "hr", "img", "input"))

type Attributes = tuple[tuple[str, str], ...]


@lru_cache(maxsize=2048)
def render(source: str, *, block: bool, links: bool = True) -> Text | Fault:
    """Render a piece of Markdown.

    Args:
        source: The author's Markdown.
        block: Whether lists, tables and several paragraphs are allowed; otherwise only one paragraph is, returned
            without `<p>`.
        links: Whether links are allowed; a text that becomes part of a link can't contain one.
    """
    if len(source) > MAX_LENGTH:
        message = f"The text has more than {MAX_LENGTH:,} characters."
        return Fault("too-long", message, "Move most of it to a page, and link to that page.")
    if source.count("[") + source.count("<") > MAX_BRACKETS:
        message = f"The text has more than {MAX_BRACKETS} times '[' or '<'."
        return Fault("too-long", message, "Move most of it to a page, and link to that page.")
    try:
        raw = _converter().reset().convert(source.strip())
    except RecursionError:
        # The converter stopped half-way, so it is not used again.
        _converter.cache_clear()
        return Fault("too-deep", "The Markdown is nested too deeply.", "Make the text simpler.")
    original = _parsed(raw)
    html = nh3.clean(
        raw,
        tags={*_INLINE_TAGS, *_BLOCK_TAGS, *((_PICTURE,) if block else ())},
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    clean = _parsed(html)
    if original.pieces != clean.pieces:
        return _lost_html(original, block=block)
    if (fault := _picture_fault(clean)) is not None:
        return fault
    if not links and "a" in clean.tags:
        message = "A link is not allowed here, because this text is itself part of a link."
        return Fault("link-in-label", message, "Move the link to the help, the reason or the summary.")
    plain = plain_from_html(html)
    if not plain:
        return Fault("empty-text", "This text would show nothing.", "Write it, or delete the field.")
    if not is_visible(plain):
        message = f"This text has only invisible characters: {named(plain)}."
        return Fault(INVISIBLE_TEXT, message, "Write the text, or delete the field.")
    if not block:
        if clean.tags[:1] != ["p"] or any(tag in _BLOCK_TAGS for tag in clean.tags[1:]):
            return _not_inline(clean.tags)
        if "br" in clean.tags:
            message = "This text must stay on one line, but it has a line break."
            hint = "Delete the '<br>', or the two spaces at the end of the line."
            return Fault("not-inline", message, hint)
        # An author may wrap a line in the file; it is shown as one.
        html = " ".join(html.strip().removeprefix("<p>").removesuffix("</p>").split("\n"))
    return Text(plain, html) if clean.tags not in ([], ["p"]) or block else plain_text(plain)


@cache
def _converter() -> markdown.Markdown:
    """Return the only Markdown converter: creating one takes longer than rendering a text."""
    return markdown.Markdown(
        extensions=["sane_lists", "tables", "fenced_code", "def_list", GapExtension()],
        extension_configs={"tables": {"use_align_attribute": True}, "fenced_code": {"lang_prefix": ""}},
    )


def _not_inline(tags: list[str]) -> Fault:
    first = next((tag for tag in tags if tag != "p" and tag in _BLOCK_TAGS), "p")
    message = f"This text must stay on one line, but its Markdown makes {_BLOCK_NAMES.get(first, 'a block')}."
    hint = "Move it to a field that allows it, or put a backslash before the mark, for example '1\\.'."
    return Fault("not-inline", message, hint)


def _picture_fault(text: _Parsed) -> Fault | None:
    """Return the fault of the first picture that not every reader would see, or None."""
    for values in text.pictures:
        if not is_relative(values.get("src", "")):
            message = "A picture must be a file of this site: pages load nothing from another one."
            return Fault(
                "unsafe-link", message, "Copy the picture into the documentation folder, and link to it there."
            )
        if not values.get("alt", "").strip():
            message = "A picture has no words for people who do not see it."
            return Fault(
                "picture-without-words", message, "Write them in the brackets: '![A plan of the room](plan.svg)'."
            )
    return None


def _lost_html(original: _Parsed, *, block: bool) -> Fault:
    """Return the fault for the part of the HTML that the sanitiser removes."""
    tags = [tag for tag in dict.fromkeys(original.tags) if tag not in _INLINE_TAGS | _BLOCK_TAGS]
    if tags and all(tag in {"h1", "h2", "h3", "h4", "h5", "h6"} for tag in tags):
        message = "A text in a tree can't contain a heading."
        return Fault("unsafe-html", message, "Use **bold** text, or write a backslash before the '#'.")
    if _PICTURE in tags and not block:
        message = "A text of one line can't contain a picture."
        return Fault("unsafe-html", message, "Move it to the help, or put it on a page, and link to that page.")
    tags = [tag for tag in tags if tag != _PICTURE]
    if tags:
        message = f"The HTML {' and '.join(f'<{tag}>' for tag in tags)} is not allowed in a text."
        return Fault("unsafe-html", message, _USE_MARKDOWN)
    for tag, attributes in original.attributes:
        for name, value in attributes:
            if name not in _ATTRIBUTES.get(tag, ()):
                message = f"The attribute {name} of <{tag}> is not allowed in a text."
                return Fault("unsafe-html", message, _USE_MARKDOWN)
            if name in ("href", "src") and ":" in value and value.split(":", 1)[0].lower() not in _SCHEMES:
                message = f"The link address '{value[:80]}' is not allowed."
                hint = "Link to a page of this site, or start the address with https://, http:// or mailto:."
                return Fault("unsafe-link", message, hint)
    message = "The HTML in this text is not complete: a tag is not closed, or is in the wrong place."
    return Fault("unsafe-html", message, _USE_MARKDOWN)


@dataclass(slots=True)
class _Parsed:
    """Parsed HTML, in a form in which different spellings of the same content are equal.

    Attributes:
        pieces: Tags, attributes and text, with white space as it shows.
        tags: Names of the elements in order.
        attributes: Attributes of the elements that have any.
        pictures: Attributes of each picture.
    """

    pieces: list[tuple[str, ...] | tuple[str, str, Attributes]] = field(
        default_factory=list["tuple[str, ...] | tuple[str, str, Attributes]"]
    )
    tags: list[str] = field(default_factory=list[str])
    attributes: list[tuple[str, Attributes]] = field(default_factory=list["tuple[str, Attributes]"])
    pictures: list[dict[str, str]] = field(default_factory=list["dict[str, str]"])


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parsed = _Parsed()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple(sorted((name, value or "") for name, value in attrs))
        self.parsed.pieces.append(("start", tag, attributes))
        self.parsed.tags.append(tag)
        if tag == _PICTURE:
            self.parsed.pictures.append(dict(attributes))
        if attributes:
            self.parsed.attributes.append((tag, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID_TAGS:
            self.parsed.pieces.append(("end", tag))

    def handle_data(self, data: str) -> None:
        for word in data.split():
            self.parsed.pieces.append(("text", word))


def _parsed(html: str) -> _Parsed:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.parsed
