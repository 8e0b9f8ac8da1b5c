"""No page asks another origin for anything, not even where a script would fall back on it."""

from __future__ import annotations

import re

import pytest

from built_site import page, pages
from project.paths import SITE

FALLBACKS = {
    "https://unpkg.com/resize-observer-polyfill": "where ResizeObserver is missing; material-history.js has a stand-in",
    "https://unpkg.com/mermaid@11/dist/mermaid.min.js": "for an element with the class mermaid",
    "https://api.github.com/users/": "about the repository that a page names as its source",
    "https://api.github.com/repos/": "about the repository that a page names as its source",
    "https://": "GitLab's, about the same",
}
"""Addresses of other origins that the theme would ask, and when."""


def test_the_theme_has_no_other_address_to_ask() -> None:
    bundles = [path.read_text(encoding="utf-8") for path in (SITE / "assets" / "javascripts").glob("*.js")]
    workers = [path.read_text(encoding="utf-8") for path in (SITE / "assets" / "javascripts" / "workers").glob("*.js")]

    # Comments name addresses, too; whatever a script asks begins as a text.
    found = {
        address for text in bundles + workers for address in re.findall(r"""["'`]((?:https?:)?//[^"'`$]*)""", text)
    }

    assert len(bundles) == len(workers) == 1
    assert found == set(FALLBACKS)


@pytest.mark.parametrize("address", pages())
def test_no_page_has_what_the_theme_would_ask_another_origin_about(address: str) -> None:
    classes = {name for element in page(address).all() for name in element.attributes.get("class", "").split()}
    components = {element.attributes.get("data-md-component") for element in page(address).all()}

    assert "mermaid" not in classes
    assert "source" not in components
