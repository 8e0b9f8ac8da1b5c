"""The Content-Security-Policy is written into every page, or the build says which page it cannot protect."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from fingerpost.site.policy import PolicyError, protect

META = '<meta http-equiv="Content-Security-Policy" content="default-src *">'


def site_of(folder: Path, **pages: str) -> Path:
    """Write pages by name."""
    for name, content in pages.items():
        (folder / f"{name}.html").write_text(f"<head></head>{content}")
    return folder


def source_of(code: str) -> str:
    """Return the source expression that allows inline code."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def policies(site: Path) -> set[str]:
    """Return the policies of all pages."""
    return {page.read_text().split('content="')[1].split('"')[0] for page in site.glob("*.html")}


def refusal(site: Path) -> str:
    """Return why a site cannot be protected."""
    with pytest.raises(PolicyError) as refused:
        protect(site)
    return str(refused.value)


def test_every_page_gets_one_policy_with_the_hashes_of_all(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, one="<script>go(1)</script>", two="<script>\n go(2) < 3\n</script><style>a { b: c }</style>"
    )

    protect(site)

    (policy,) = policies(site)
    directives = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    assert {source_of("go(1)"), source_of("\n go(2) < 3\n")} < set(directives["script-src"])
    assert set(directives["style-src"]) == {"'self'", source_of("a { b: c }")}
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy


def test_what_is_no_inline_script_has_no_hash(tmp_path: Path) -> None:
    site = site_of(tmp_path, one='<script src="a.js"></script><script type="application/json">{"a": 1}</script>')

    protect(site)

    assert "sha256" not in policies(site).pop()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('<p style="color: red">', "<p style="),
        ('<img src="x" onerror="alert(1)">', "<img onerror="),
        ('<a href=" JavaScript:alert(1)">', "<a href="),
        ("<svg onload=alert(1)>", "<svg onload="),
    ],
)
def test_what_no_hash_can_allow_stops_the_build_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    assert f"one.html:2: {told}" in refusal(site_of(tmp_path, one=f"\n{content}"))


def test_everything_is_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    site = site_of(tmp_path, one='<p style="a">', two='<p style="b">', three="")
    before = {page: page.read_text() for page in site.glob("*.html")}

    problem = refusal(site)

    assert ("one.html" in problem, "two.html" in problem, "three.html" in problem) == (True, True, False)
    assert {page: page.read_text() for page in site.glob("*.html")} == before


@pytest.mark.parametrize(
    ("page", "reason"), [("<p>text</p>", "has no <head> for the policy"), (f"<head>{META}", "has a policy of its own")]
)
def test_a_page_that_can_not_have_the_policy_stops_the_build(tmp_path: Path, page: str, reason: str) -> None:
    (tmp_path / "page.html").write_text(page)

    assert f"\n  page.html: {reason}\n" in refusal(tmp_path)


def test_the_policy_is_the_first_element_of_the_head(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<html><head lang="en">\n<meta charset="utf-8"></head><header></header>')

    protect(tmp_path)

    assert (tmp_path / "page.html").read_text().startswith('<html><head lang="en">\n    <meta http-equiv="Content-Sec')


def test_code_in_comments_and_in_other_texts_is_no_code(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, one="<!-- <p style='a'> <script>no()</script> --><p title=\"a > 'b' style=c\">style='d'</p>"
    )

    assert protect(site) == set()
    assert "sha256" not in policies(site).pop()


def test_what_is_loaded_from_elsewhere_is_named(tmp_path: Path) -> None:
    site = site_of(
        tmp_path,
        one='<link rel="stylesheet" href="https://fonts.example/css"><a href="https://links.example/">a link</a>',
        two="<script src=//scripts.example/a.js></script><img src=own.png><link href='https://x.example' rel=next>",
    )

    assert protect(site) == {"fonts.example", "scripts.example"}


def test_a_served_site_allows_every_inline_script_and_no_inline_style(tmp_path: Path) -> None:
    site = site_of(tmp_path, one="<script>go(1)</script><style>a { b: c }</style>")

    protect(site, any_inline_script=True)

    (policy,) = policies(site)
    directives = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    assert directives["script-src"] == ["'self'", "'wasm-unsafe-eval'", "'unsafe-inline'"]
    assert directives["style-src"] == ["'self'", source_of("a { b: c }")]


def test_a_page_whose_own_policy_allows_only_its_styles_keeps_it_and_its_styles_count(tmp_path: Path) -> None:
    """A tree that is exported as a page has one; the host may send the site's policy with it, too."""
    own = "default-src 'none'; style-src 'sha256-x'; base-uri 'none'; form-action 'none'"
    site = site_of(
        tmp_path, one="", two=f'<meta http-equiv="Content-Security-Policy" content="{own}"><style>p {{}}</style>'
    )
    before = (site / "two.html").read_text()

    protect(site)

    assert (site / "two.html").read_text() == before
    assert source_of("p {}") in (site / "one.html").read_text()


@pytest.mark.parametrize("more", ["; script-src 'self'", "; img-src *"])
def test_a_page_whose_own_policy_allows_more_is_refused(tmp_path: Path, more: str) -> None:
    own = f"default-src 'none'{more}"

    assert "has a policy of its own" in refusal(
        site_of(tmp_path, one=f'<meta http-equiv="Content-Security-Policy" content="{own}">')
    )
