"""The headers that a host should send with the files of a built site: what a meta tag can't say, and its policy again.

The policy is read from the pages, so that it can't differ from theirs. What the headers add: which sites may frame a
page, a stricter policy for each worker, and what the pages may ask of the device.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fingerpost.site.inline_code import inline_code
from fingerpost.site.policy import PolicyError, policy_for

POLICY: Final = "Content-Security-Policy"
"""The header with the policy."""

TYPES: Final[Mapping[str, str]] = {
    "mjs": "text/javascript",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
}
"""The types of files that some hosts do not know, by the ending of the file's name. Others follow from `nosniff`."""

_WORKERS: Final[Mapping[str, str]] = {
    # It compiles Python, imports the scripts beside it, and fetches the engine's files and the trees.
    "engine-worker.mjs": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    # It fetches the files of the site, and has no script but its own.
    "service-worker.js": "default-src 'none'; connect-src 'self'",
}
"""The policy of each worker, by the name of its script. A page's own policy does not reach its workers everywhere."""

_UNUSED_FEATURES: Final = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
"""The features of a device that a site with a tree never uses: https://www.w3.org/TR/permissions-policy/."""

_TAG: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ORIGIN: Final = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")


class OriginError(ValueError):
    """A text that should be the origin of a site is none."""


@dataclass(frozen=True, slots=True)
class SentHeaders:
    """The headers of a site.

    Attributes:
        everywhere: The headers of every file, by name.
        workers: The policy of each worker, by the path of its script from the site's root. It takes the place of the
            pages' policy; if a host sends both, the worker may do what both allow, which is the same.
    """

    everywhere: Mapping[str, str]
    workers: Mapping[str, str]


def origin(text: str) -> str:
    """Return a text that is the origin of a site.

    Raises:
        OriginError: It is something else.
    """
    if not _ORIGIN.fullmatch(text):
        raise OriginError(
            f"'{text}' is not the origin of a site. Write scheme and host only, such as 'https://example.org'."
        )
    return text


def headers_of(site: Path, *, framed_by: Iterable[str] = (), embedding: bool = False) -> SentHeaders:
    """Return the headers of a built site.

    Args:
        site: The folder of the built site.
        framed_by: The origins of other sites whose pages may show this site in a frame. Pages of the same origin always
            may, since they can read and change these pages anyway.
        embedding: Whether pages of other sites may read the files, which they do to show a tree in their own page.

    Raises:
        OriginError: `framed_by` has something that is not an origin.
        PolicyError: There is no policy that fits the site.
    """
    framing = [origin(each) for each in framed_by]
    ancestors = " ".join(("frame-ancestors 'self'", *framing))
    headers = {
        POLICY: f"{_policy_of(site)}; {ancestors}",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "cross-origin" if embedding else "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED_FEATURES),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        # Over http, browsers would look up the host of every link on a page.
        "X-DNS-Prefetch-Control": "off",
        # The names of the files stay the same from one build to the next.
        "Cache-Control": "no-cache",
    }
    if embedding:
        headers["Access-Control-Allow-Origin"] = "*"
    if not framing:
        # For browsers that do not know `frame-ancestors`; it can't name other sites.
        headers["X-Frame-Options"] = "SAMEORIGIN"
    workers = {
        path.relative_to(site).as_posix(): value
        for name, value in _WORKERS.items()
        for path in sorted(site.rglob(name))
    }
    return SentHeaders(headers, workers)


def _policy_of(site: Path) -> str:
    """Return the policy that the pages carry, or if they carry none the one that fits them."""
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    carried = {page: found[1] for page, text in pages.items() if (found := _TAG.search(text))}
    of_site = {value for value in carried.values() if "script-src" in value}
    if not of_site:
        return policy_for(site).value
    if len(of_site) > 1:
        raise PolicyError([f"{page.relative_to(site).as_posix()}: has a policy of its own" for page in carried])
    # A tree that is exported as a page allows only its own styles. The header holds for it, too.
    alone = {page for page, value in carried.items() if value not in of_site}
    styles = {f"'{style}'" for page in alone for style in inline_code(pages[page]).styles}
    return _with_styles(of_site.pop(), styles)


def _with_styles(policy: str, styles: set[str]) -> str:
    directives = policy.split("; ")
    return "; ".join(
        " ".join((each, *sorted(styles - set(each.split())))) if each.startswith("style-src ") else each
        for each in directives
    )
