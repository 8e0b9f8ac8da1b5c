"""The files with headers for hosts: the build writes them, from the policy of the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built_site import page
from fingerpost.site.headers.hosts import HOSTS
from headers_file import read_headers
from project.paths import SITE
from small_site import build, write_site

FILES = {host.file for host in HOSTS.values()}

SETTINGS = """\
site_name: Snacks
theme: {name: material, font: false}
plugins:
  - search
  - fingerpost:
      headers: [netlify, nginx]
      framed_by: [https://intranet.example]
"""


def meta(address: str) -> str:
    """Return the policy in a page."""
    (policy,) = (
        found.attributes["content"]
        for found in page(address).all("meta")
        if found.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    return policy


def without_hashes(policy: str) -> str:
    return re.sub(r" 'sha256-[^']+'", "", policy)


def test_the_site_has_the_file_of_every_kind_of_host() -> None:
    assert {name for name in FILES if (SITE / name).is_file()} == FILES


def test_the_header_allows_what_the_pages_do_and_says_who_may_frame_them() -> None:
    sent = read_headers((SITE / "_headers").read_text(encoding="utf-8"))("choose/")["Content-Security-Policy"]

    assert without_hashes(sent) == f"{without_hashes(meta('choose/'))}; frame-ancestors 'self'"
    hashes = [set(re.findall(r"'sha256-[^']+'", policy)) for policy in (sent, meta("choose/"))]
    assert hashes[0] > hashes[1], "trees that are exported as pages have styles of their own"


def test_each_worker_of_the_site_has_a_policy() -> None:
    headers = read_headers((SITE / "_headers").read_text(encoding="utf-8"))

    for path in ("assets/fingerpost/engine-worker.mjs", "service-worker.js"):
        assert (SITE / path).is_file()
        assert headers(path)["Content-Security-Policy"].count("default-src 'none'") == 2


def test_the_service_worker_does_not_ask_for_files_that_hosts_keep_to_themselves() -> None:
    named = (SITE / "service-worker.js").read_text(encoding="utf-8").partition("const FILES = ")[2]

    assert [name for name in FILES if f'"{name}"' in named] == []


def test_the_plugin_writes_what_it_is_told_to_and_leaves_a_file_of_the_authors_own(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS)
    (tmp_path / "docs" / "_headers").write_text("/*\n  X-Own: 1\n", encoding="utf-8")

    status, printed = build(tmp_path)

    assert status == 0, printed
    assert "The documentation folder has a file '_headers', so the headers are not written to it." in printed
    site = tmp_path / "site"
    assert (site / "_headers").read_text(encoding="utf-8") == "/*\n  X-Own: 1\n"
    assert "frame-ancestors 'self' https://intranet.example" in (site / "headers.nginx.conf").read_text(
        encoding="utf-8"
    )
    assert {name for name in FILES if (site / name).exists()} == {"_headers", "headers.nginx.conf"}


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("netlify", "netlfy", "there is no kind of host 'netlfy'. Did you mean 'netlify'?"),
        ("https://intranet.example", "intranet", "'intranet' is not the origin of a site."),
    ],
)
def test_a_host_or_an_origin_that_does_not_exist_stops_the_build(
    tmp_path: Path, right: str, wrong: str, told: str
) -> None:
    write_site(tmp_path, SETTINGS.replace(right, wrong))

    status, printed = build(tmp_path)

    assert status == 1
    assert told in printed
