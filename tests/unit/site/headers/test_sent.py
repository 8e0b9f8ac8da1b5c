"""The headers that a host should send follow from the pages of the built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from fingerpost.site.headers.sent import POLICY, OriginError, headers_of
from fingerpost.site.policy import PolicyError, protect

STYLED = (
    "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-x'\"></head>"
    "<style>p {}</style>"
)


def site_of(folder: Path, *, protected: bool = True) -> Path:
    """Write a site with an inline script and both workers."""
    (folder / "index.html").write_text("<head></head><script>go(1)</script>")
    (folder / "assets" / "fingerpost").mkdir(parents=True)
    (folder / "assets" / "fingerpost" / "engine-worker.mjs").write_text("")
    (folder / "service-worker.js").write_text("")
    if protected:
        protect(folder)
    return folder


def carried(page: Path) -> str:
    """Return the policy in a page."""
    return page.read_text().split('content="')[1].split('"')[0]


def directives(policy: str) -> dict[str, list[str]]:
    """Return the sources of a policy by directive."""
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


def test_the_policy_is_that_of_the_pages_with_who_may_frame_them(tmp_path: Path) -> None:
    site = site_of(tmp_path)

    sent = headers_of(site).everywhere

    assert sent[POLICY] == f"{carried(site / 'index.html')}; frame-ancestors 'self'"
    assert sent["X-Frame-Options"] == "SAMEORIGIN"


def test_pages_without_a_policy_get_the_one_that_fits_them(tmp_path: Path) -> None:
    computed = headers_of(site_of(tmp_path, protected=False)).everywhere[POLICY]

    protect(tmp_path)
    assert computed == headers_of(tmp_path).everywhere[POLICY]


def test_other_sites_may_frame_the_pages_if_they_are_named(tmp_path: Path) -> None:
    sent = headers_of(site_of(tmp_path), framed_by=["https://intranet.example", "https://*.example:8443"]).everywhere

    assert sent[POLICY].endswith("; frame-ancestors 'self' https://intranet.example https://*.example:8443")
    assert "X-Frame-Options" not in sent, "it would refuse them"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "intranet.example",
        "https://a.example/path",
        "https://a.example; script-src *",
        'https://a.example"',
        "x\n",
    ],
)
def test_only_an_origin_can_be_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(OriginError, match="is not the origin of a site"):
        headers_of(site_of(tmp_path), framed_by=[text])


def test_other_sites_can_read_the_files_only_if_that_is_asked_for(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    closed, opened = headers_of(site).everywhere, headers_of(site, embedding=True).everywhere

    assert closed["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in closed
    assert opened["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert opened["Access-Control-Allow-Origin"] == "*"


def test_a_worker_may_do_no_more_than_the_pages(tmp_path: Path) -> None:
    headers = headers_of(site_of(tmp_path))

    assert set(headers.workers) == {"assets/fingerpost/engine-worker.mjs", "service-worker.js"}
    pages = directives(headers.everywhere[POLICY])
    for policy in headers.workers.values():
        for name, sources in directives(policy).items():
            assert set(sources) <= {*pages[name], "'none'"}, "a host may send both policies"


def test_a_tree_that_is_exported_as_a_page_keeps_its_styles_under_the_header(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    before = directives(headers_of(site).everywhere[POLICY])
    (site / "tree.html").write_text(STYLED)

    after = directives(headers_of(site).everywhere[POLICY])

    (added,) = set(after["style-src"]) - set(before["style-src"])
    assert added.startswith("'sha256-")
    assert {**after, "style-src": before["style-src"]} == before


def test_pages_with_different_policies_are_refused(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    page = (site / "index.html").read_text().replace("default-src 'none'", "default-src 'self'")
    (site / "other.html").write_text(page)

    with pytest.raises(PolicyError, match=r"other\.html: has a policy of its own"):
        headers_of(site)
