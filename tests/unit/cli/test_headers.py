"""`fingerpost headers`: the file for a host, and the headers as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run
from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import headers_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site."""
    (tmp_path / "index.html").write_text("<head></head>", encoding="utf-8")
    (tmp_path / "service-worker.js").write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("host", HOSTS)
def test_it_writes_the_file_of_a_host(run: Run, site: Path, host: str) -> None:
    text = HOSTS[host].write(headers_of(site))

    assert run("headers", str(site), "--host", host) == (0, text, "")
    assert run("headers", str(site), "--host", host, "-o", str(site / "file")) == (0, "", "")
    assert (site / "file").read_text(encoding="utf-8") == text


def test_it_takes_who_may_frame_the_site_and_who_may_read_it(run: Run, site: Path) -> None:
    words = ("--framed-by", "https://a.example", "--framed-by", "https://b.example", "--embedding")

    status, printed, _ = run("headers", str(site), "--json", *words)

    assert status == 0
    expected = headers_of(site, framed_by=["https://a.example", "https://b.example"], embedding=True)
    assert json.loads(printed) == {"everywhere": expected.everywhere, "workers": expected.workers}


def test_what_it_can_not_use_is_named(run: Run, site: Path) -> None:
    assert run("headers", str(site)) == (
        2,
        "",
        "Name the kind of host: --host with one of netlify, cloudflare, nginx, apache, caddy, iis.\n",
    )
    assert run("headers", str(site), "--json", "--framed-by", "intranet") == (
        2,
        "",
        "--framed-by: 'intranet' is not the origin of a site. Write scheme and host only, such as "
        "'https://example.org'.\n",
    )
    assert run("headers", str(site / "nowhere"), "--json")[2].endswith(
        "nowhere: There are no HTML pages in this folder. Name the folder of a built site.\n"
    )
