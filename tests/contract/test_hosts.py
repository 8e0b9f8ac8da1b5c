"""nginx, Apache and Caddy read the files of headers, and send what the files say."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fingerpost.site.headers.hosts import HOSTS
from fingerpost.site.headers.sent import POLICY, SentHeaders, headers_of
from project.paths import SITE

pytestmark = [pytest.mark.long, pytest.mark.skipif(os.name == "nt", reason="the servers are started as on Linux")]

PREFIX = "/guide/"


def nginx(folder: Path, site: Path, headers: Path, port: int) -> list[str]:
    """Return the command for nginx with the file in the block of a server."""
    return _nginx(folder, f"server {{ listen 127.0.0.1:{port}; root {site.parent}; include {headers}; }}")


def nginx_in_a_location(folder: Path, site: Path, headers: Path, port: int) -> list[str]:
    """Return the command for nginx with the file in the block of a folder."""
    location = f"location {PREFIX} {{ root {site.parent}; include {headers}; }}"
    return _nginx(folder, f"server {{ listen 127.0.0.1:{port}; {location} }}")


def _nginx(folder: Path, server: str) -> list[str]:
    settings = folder / "nginx.conf"
    paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{name}_temp_path {folder / name};" for name in paths)
    user = "user root;" if os.geteuid() == 0 else ""
    http_block = f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} {server} }}"
    settings.write_text(
        f"{user} daemon off; pid {folder / 'pid'}; error_log stderr; events {{}} {http_block}", encoding="utf-8"
    )
    return [*program("nginx"), "-c", str(settings), "-e", "stderr"]


def apache(folder: Path, site: Path, headers: Path, port: int) -> list[str]:
    """Return the command for Apache with the file in the site's folder."""
    server = program("apache2")
    shutil.copyfile(headers, site / ".htaccess")
    modules = next(Path("/usr").glob("lib*/apache2/modules"))
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    loaded = ("mpm_event", "authz_core", "dir", "mime", "headers")
    settings = folder / "apache.conf"
    settings.write_text(
        "".join(f"LoadModule {name}_module {modules}/mod_{name}.so\n" for name in loaded)
        + f"ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/errors\n"
        f"{user}DocumentRoot {site.parent}\nTypesConfig /etc/mime.types\n"
        f"<Directory {site.parent}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    return [*server, "-f", str(settings), "-D", "FOREGROUND"]


def caddy(folder: Path, site: Path, headers: Path, port: int) -> list[str]:
    """Return the command for Caddy with the file in the block of a site."""
    settings = folder / "Caddyfile"
    settings.write_text(
        "{\n\tadmin off\n\tauto_https off\n}\n"
        f"http://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n"
        f"\troot * {site.parent}\n\timport {headers}\n\tfile_server\n}}\n",
        encoding="utf-8",
    )
    return [*program("caddy"), "run", "--config", str(settings), "--adapter", "caddyfile"]


SERVERS: dict[str, tuple[str, Callable[[Path, Path, Path, int], list[str]]]] = {
    "nginx": ("nginx", nginx),
    "nginx, a folder": ("nginx", nginx_in_a_location),
    "Apache": ("apache", apache),
    "Caddy": ("caddy", caddy),
}
"""The host of the file, and the command, by what is tried."""


def program(name: str) -> list[str]:
    """Return the path of a server, or skip the test and say how to install it."""
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if path is None:
        packages = {"nginx": "nginx-light"}.get(name, name)
        pytest.skip(f"{name} is not installed; on Debian: sudo apt-get install --no-install-recommends {packages}")
    return [path]


@pytest.fixture(scope="module")
def sent() -> SentHeaders:
    """The headers of the site."""
    return headers_of(SITE)


@pytest.fixture(params=SERVERS)
def ask(request: pytest.FixtureRequest, sent: SentHeaders) -> Iterator[Callable[[str], http.client.HTTPResponse]]:
    """Return a function that asks the server for a file of the site, which is in a folder of the host."""
    host, command = SERVERS[request.param]
    with tempfile.TemporaryDirectory() as temporary, socket.create_server(("127.0.0.1", 0)) as free:
        folder = Path(temporary)
        folder.chmod(0o755)  # Apache, started by root, reads as somebody else
        site = folder / "host" / PREFIX.strip("/")
        shutil.copytree(SITE, site)
        headers = folder / "headers"
        headers.write_text(HOSTS[host].write(sent), encoding="utf-8")
        port: int = free.getsockname()[1]
        free.close()
        environment = os.environ | {"HOME": temporary, "XDG_DATA_HOME": temporary}
        with subprocess.Popen(command(folder, site, headers, port), env=environment, stderr=subprocess.PIPE) as server:
            try:
                _wait(server, port)
                yield lambda path: _asked(port, path)
            finally:
                server.terminate()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(100):
        if server.poll() is not None:
            assert server.stderr is not None
            pytest.fail(server.stderr.read().decode())
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    pytest.fail("the server does not answer")


def _asked(port: int, path: str) -> http.client.HTTPResponse:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", PREFIX + path)
        response = connection.getresponse()
        response.read()
        return response


def test_every_file_comes_with_its_headers_and_its_type(
    ask: Callable[[str], http.client.HTTPResponse], sent: SentHeaders
) -> None:
    types = {
        "": "text/html",
        "choose/": "text/html",
        "assets/fingerpost/engine-worker.mjs": "text/javascript",
        "assets/fingerpost/with-engine.mjs": "text/javascript",
        "assets/fingerpost/pyodide.asm.wasm": "application/wasm",
        "app.webmanifest": "application/manifest+json",
        "service-worker.js": "text/javascript",
        "not/there": "",
    }
    for path, kind in types.items():
        response = ask(path)
        expected = dict(sent.everywhere) | {POLICY: sent.workers.get(path, sent.everywhere[POLICY])}

        assert response.status == (404 if path == "not/there" else 200), path
        assert {name: response.headers.get_all(name) for name in expected} == {
            name: [value] for name, value in expected.items()
        }, path
        assert (response.headers["Content-Type"] or "").startswith(kind), path
