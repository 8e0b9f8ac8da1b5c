"""The HTML with which a page of another site shows a tree, and the policy that such a page needs."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from fingerpost.site import browser_files
from fingerpost.text.markup import escape

SCRIPT: Final = "assets/fingerpost/embed.mjs"
"""The script, from the root of a site that MkDocs has built."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """A page with a tree, to be shown on another site.

    Attributes:
        script: The address of the script.
        page: The address of the page with the tree; a fragment names one of several trees, or a state.
    """

    script: str
    page: str

    def html(self, *, integrity: str = "") -> str:
        """Return the lines of HTML.

        Args:
            integrity: The digest that the script has to have; empty to accept every version.
        """
        fixed = f' integrity="{escape(integrity)}" crossorigin="anonymous"' if integrity else ""
        page = escape(self.page)
        return (
            f'<script type="module" src="{escape(self.script)}"{fixed}></script>\n'
            f'<decision-tree src="{page}"><a href="{page}">{page}</a></decision-tree>'
        )

    @property
    def policy(self) -> str:
        """What the page's Content-Security-Policy has to allow, as directives."""
        origin = origin_of(self.script)
        return f"script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; worker-src blob:; img-src {origin}"


def embedding(site: str, page: str) -> Embedding:
    """Return the embedding of a page.

    Args:
        site: The address of the site's home page.
        page: The address of the page with the tree, whole or from the home page.

    Raises:
        ValueError: The site has no address on the web, or the page is not on it.
    """
    home = site if site.endswith("/") else f"{site}/"
    if not origin_of(home):
        raise ValueError(
            f"'{site}' is not the address of a site. Write it whole, such as 'https://example.org/guide/'."
        )
    address = urljoin(home, page)
    if origin_of(address) != origin_of(home):
        raise ValueError(f"'{page}' is not on {origin_of(home)}. The script shows trees of its own site only.")
    return Embedding(urljoin(home, SCRIPT), address)


def integrity() -> str:
    """Return the digest of the script that this version publishes, as HTML's `integrity` has it.

    Raises:
        BrowserFilesMissingError: This installation lacks the script.
    """
    digest = hashlib.sha384((browser_files.folder() / "embed.mjs").read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


def origin_of(address: str) -> str:
    """Return the origin of an address of the web; empty if it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in {"http", "https"} and parts.netloc else ""
