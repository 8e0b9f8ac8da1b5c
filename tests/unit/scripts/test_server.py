"""The server behaves like a plain static host, and sends nothing but the site."""

from __future__ import annotations

import gzip
import http.client
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_server import Reply, SiteServer

type Ask = Callable[..., tuple[http.client.HTTPResponse, bytes]]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with something outside of it that must not be sent."""
    root = tmp_path / "site"
    (root / "page").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "index.html").write_text("home " * 100)
    (root / "page" / "index.html").write_text("page")
    (root / "404.html").write_text("not here")
    (root / "script.mjs").write_text("export {};")
    (root / "engine.wasm").write_bytes(b"\0asm")
    (root / "a file é.txt").write_text("named")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site-too").mkdir()
    (tmp_path / "site-too" / "secret.txt").write_text("secret")
    (root / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    return root


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    """Serve the site under a path."""
    with SiteServer(site, prefix="/guide/") as running:
        yield running


@pytest.fixture
def ask(server: SiteServer) -> Ask:
    """Return a function that sends a path exactly as it is given."""

    def send(path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    return send


class TestPages:
    @pytest.mark.parametrize(
        ("path", "body"),
        [
            ("/guide/page/", b"page"),
            ("/guide/page/?a=b", b"page"),
            ("/guide/page/index.html", b"page"),
            ("/guide/script.mjs", b"export {};"),
            ("/guide/a%20file%20%C3%A9.txt", b"named"),
        ],
    )
    def test_a_file_is_sent(self, ask: Ask, path: str, body: bytes) -> None:
        response, sent = ask(path)

        assert (response.status, sent) == (200, body)

    @pytest.mark.parametrize(("path", "to"), [("/guide", "/guide/"), ("/guide/page", "/guide/page/")])
    def test_a_folder_without_its_slash_is_sent_on(self, ask: Ask, path: str, to: str) -> None:
        response, _ = ask(path)

        assert (response.status, response.headers["Location"]) == (301, to)

    @pytest.mark.parametrize(
        "path",
        [
            "/",
            "/other/",
            "/guidebook/",
            "/guide/nothing",
            "/guide/nothing/",
            "/guide/empty/",
            "/guide/script.mjs/",
            "/guide/%00",
            "/guide/" + "x" * 5000,
            "/guide/page/%ff",
        ],
    )
    def test_what_is_not_there_gets_the_sites_own_page(self, ask: Ask, path: str) -> None:
        response, body = ask(path)

        assert (response.status, body) == (404, b"not here")
        assert response.headers["Content-Type"] == "text/html; charset=utf-8"

    def test_without_such_a_page_it_is_told_in_words(self, ask: Ask, site: Path) -> None:
        (site / "404.html").unlink()

        response, body = ask("/guide/nothing")

        assert (response.status, body) == (404, b"Not found\n")

    @pytest.mark.parametrize(
        "path",
        [
            "/guide/../secret.txt",
            "/guide/%2e%2e/secret.txt",
            "/guide/..%2fsecret.txt",
            "/guide/page/../../secret.txt",
            "/guide/%2e%2e%2fsite-too%2fsecret.txt",
            "/guide//etc/hostname",
            "/guide/%2fetc%2fhostname",
            "/guide/way-out.txt",
        ],
    )
    def test_nothing_outside_the_site_is_sent(self, ask: Ask, path: str) -> None:
        response, body = ask(path)

        assert (response.status, body) == (404, b"not here")

    def test_a_head_request_gets_no_body(self, ask: Ask) -> None:
        response, body = ask("/guide/page/", "HEAD")

        assert (response.status, response.headers["Content-Length"], body) == (200, "4", b"")

    def test_other_methods_are_refused(self, ask: Ask) -> None:
        response, _ = ask("/guide/page/", "PUT")

        assert response.status == 501

    def test_a_post_request_is_refused_after_it_was_noted(self, ask: Ask) -> None:
        response, body = ask("/guide/page/", "POST")

        assert (response.status, response.headers["Allow"], body) == (405, "GET, HEAD", b"")
        assert SiteServer.heard[-1].path == "/guide/page/"


class TestHeaders:
    @pytest.mark.parametrize(
        ("path", "kind"),
        [
            ("/guide/page/", "text/html; charset=utf-8"),
            ("/guide/script.mjs", "text/javascript; charset=utf-8"),
            ("/guide/engine.wasm", "application/wasm"),
        ],
    )
    def test_the_type_is_told(self, ask: Ask, path: str, kind: str) -> None:
        assert ask(path)[0].headers["Content-Type"] == kind

    def test_text_is_compressed_for_those_who_take_it(self, ask: Ask) -> None:
        response, body = ask("/guide/", Accept_Encoding="br, gzip")

        assert response.headers["Content-Encoding"] == "gzip"
        assert response.headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(body) == b"home " * 100
        assert ask("/guide/")[0].headers["Content-Encoding"] is None

    def test_what_is_compressed_already_is_sent_as_it_is(self, ask: Ask, site: Path) -> None:
        (site / "picture.png").write_bytes(b"pixels" * 100)

        response, body = ask("/guide/picture.png", Accept_Encoding="gzip")

        assert (response.headers["Content-Encoding"], body) == (None, b"pixels" * 100)

    def test_a_file_that_has_not_changed_is_not_sent_again(self, ask: Ask, site: Path) -> None:
        tag = ask("/guide/page/")[0].headers["ETag"]

        response, body = ask("/guide/page/", If_None_Match=tag)
        assert (response.status, body) == (304, b"")

        (site / "page" / "index.html").write_text("another page")
        response, body = ask("/guide/page/", If_None_Match=tag)
        assert (response.status, body) == (200, b"another page")


class TestIntercepting:
    def test_a_test_may_answer_in_its_place(self, ask: Ask, server: SiteServer) -> None:
        server.intercept = lambda path: Reply(500, b"broken", {"X-Test": "1"}) if path == "script.mjs" else None

        response, body = ask("/guide/script.mjs")

        assert (response.status, body, response.headers["X-Test"]) == (500, b"broken", "1")
        assert ask("/guide/page/")[1] == b"page"

    def test_every_request_is_remembered_in_order(self, ask: Ask, server: SiteServer) -> None:
        ask("/guide/page/?a=b")
        ask("/nothing")

        assert server.requested == ["/guide/page/?a=b", "/nothing"]


class TestStarting:
    @pytest.mark.parametrize(("prefix", "kept"), [("/", "/"), ("", "/"), ("guide", "/guide/"), ("/a/b", "/a/b/")])
    def test_the_prefix_has_a_slash_at_both_ends(self, site: Path, prefix: str, kept: str) -> None:
        server = SiteServer(site, prefix=prefix)

        assert server.address == f"http://127.0.0.1:{server.port}{kept}"
        server.stop()

    def test_a_taken_port_is_told_at_once(self, site: Path, server: SiteServer) -> None:
        with pytest.raises(OSError, match=r"[Aa]ddress already in use"):
            SiteServer(site, port=server.port)

    def test_the_port_is_free_again_afterwards(self, site: Path) -> None:
        with SiteServer(site) as first:
            port = first.port

        with SiteServer(site, port=port) as second:
            assert second.port == port

    def test_a_visitor_who_leaves_early_does_no_harm(self, ask: Ask, server: SiteServer) -> None:
        with socket.create_connection(("127.0.0.1", server.port)) as early:
            early.sendall(b"GET /guide/ HTTP/1.1\r\n")

        assert ask("/guide/page/")[1] == b"page"
