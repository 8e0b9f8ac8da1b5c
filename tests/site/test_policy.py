"""The Content-Security-Policy on every page of the built site."""

from __future__ import annotations

import base64
import hashlib

import pytest

from built_site import Element, page, pages

every_page = pytest.mark.parametrize("address", [*pages(), "404.html"])


def policy_of(address: str) -> dict[str, list[str]]:
    """Return the policy of a page: its sources by directive."""
    (meta,) = (
        found
        for found in page(address).all("meta")
        if found.attributes.get("http-equiv", "").lower() == "content-security-policy"
    )
    parts = [directive.split() for directive in meta.attributes["content"].split(";")]
    return {name: sources for name, *sources in parts}


def source_of(code: str) -> str:
    """Return the source expression that allows an inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


@every_page
def test_the_policy_comes_before_everything_that_it_is_to_hold_for(address: str) -> None:
    first = next(part for part in page(address).one("head").content if isinstance(part, Element))

    assert first.attributes.get("http-equiv") == "Content-Security-Policy"


@every_page
def test_nothing_is_allowed_but_the_sites_own(address: str) -> None:
    policy = policy_of(address)

    assert policy["default-src"] == ["'none'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    sources = {source for values in policy.values() for source in values if not source.startswith("'sha256-")}
    assert sources == {"'none'", "'self'", "blob:", "data:", "'wasm-unsafe-eval'"}
    # A worker with such an address inherits the policy, so it may do no more than the page.
    assert [name for name, values in policy.items() if "blob:" in values] == ["worker-src"]
    assert [name for name, values in policy.items() if "data:" in values] == ["img-src"]
    assert [name for name, values in policy.items() if "'wasm-unsafe-eval'" in values] == ["script-src"]


@every_page
def test_every_inline_script_is_allowed_by_its_hash(address: str) -> None:
    scripts = [
        script.raw_text
        for script in page(address).all("script")
        if "src" not in script.attributes and script.attributes.get("type", "module") != "application/json"
    ]

    assert {source_of(script) for script in scripts} <= set(policy_of(address)["script-src"])


@every_page
def test_every_inline_style_is_allowed_by_its_hash(address: str) -> None:
    styles = [style.raw_text for style in page(address).all("style")]

    assert {source_of(style) for style in styles} <= set(policy_of(address)["style-src"])


def test_all_pages_have_one_policy_so_that_one_can_be_swapped_for_another() -> None:
    policies = {str(policy_of(address)) for address in [*pages(), "404.html"]}

    assert len(policies) == 1
