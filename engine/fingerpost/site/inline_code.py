"""The inline code of pages: scripts and styles that a Content-Security-Policy names by their hashes."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Final
from urllib.parse import urlsplit

# Python's HTML parser takes more than twice as long, a tenth of a whole build.
_ATTRIBUTES: Final = r"""(?:"[^"]*"|'[^']*'|[^"'>]++)*+"""
_PART: Final = re.compile(
    r"<(?:!--.*?-->"
    rf"|(?P<element>script|style)\b(?P<its>{_ATTRIBUTES})>(?P<code>.*?)</(?P=element)\s*>"
    rf"|(?P<tag>[a-z][^\s/>]*)(?P<attributes>{_ATTRIBUTES})>)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# Few tags have anything to look at, and most of the time goes into finding out which.
_NAMES: Final = re.compile(r"""[\s"'/](?:style|on|src|rel|http-equiv)""")
_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt|quot);)")
_JAVASCRIPT_TYPES: Final = {"", "module", "text/javascript", "application/javascript"}


@dataclass(slots=True)
class InlineCode:
    """The inline code of one page, and the code that no policy of this kind can allow.

    Attributes:
        scripts: The hash of each inline script, as `sha256-...`.
        styles: The hash of each inline style sheet.
        refused: Each attribute that holds code, with its line: no hash can allow it.
        other_origins: The origins from which the page loads scripts, styles, pictures or frames.
        own_policy: The page's own policy; empty if it has none.
    """

    scripts: set[str] = field(default_factory=set[str])
    styles: set[str] = field(default_factory=set[str])
    refused: list[str] = field(default_factory=list[str])
    other_origins: set[str] = field(default_factory=set[str])
    own_policy: str = ""


def inline_code(page: str) -> InlineCode:
    """Return the inline code in the HTML of a page."""
    found = InlineCode()
    for part in _PART.finditer(page):
        text = part["attributes"]
        if text is None:
            text = part["its"]
            if text is None:  # a comment
                continue
        elif not _is_worth_parsing(text.lower()):
            continue
        tag = (part["element"] or part["tag"]).lower()
        values: dict[str, str] = {}
        for name, *quoted in _ATTRIBUTE.findall(text):
            values.setdefault(name.lower(), unescape("".join(quoted)))
        for name, value in values.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                line = page.count("\n", 0, part.start()) + 1
                found.refused.append(f'{line}: <{tag} {name}="{value}">')
        if tag == "style":
            found.styles.add(_hash(part["code"]))
        elif tag == "script" and "src" not in values and _is_javascript(text):
            found.scripts.add(_hash(part["code"]))
        elif values.get("http-equiv", "").lower() == "content-security-policy":
            found.own_policy = values.get("content", "")
        loaded = values.get("href") if values.get("rel") == "stylesheet" else values.get("src")
        if origin := urlsplit(loaded or "").netloc:
            found.other_origins.add(origin)
    return found


def _is_worth_parsing(attributes: str) -> bool:
    return bool("script" in attributes or _NAMES.search(attributes) or _ENTITY.search(attributes))


def _is_javascript(attributes: str) -> bool:
    kinds = [unescape("".join(quoted)) for name, *quoted in _ATTRIBUTE.findall(attributes) if name.lower() == "type"]
    return not kinds or kinds[0].lower() in _JAVASCRIPT_TYPES


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
