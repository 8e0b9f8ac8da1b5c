"""A small server for the built site, for the browser tests and the measurements.

It behaves like a plain static host: a folder's address ends with a slash, a missing page is answered with 404.html,
text is compressed, and only files below the site's folder are sent.
"""

import email.utils
import gzip
import http.server
import os
import socketserver
import threading
import time
import urllib.parse
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

# Listed here, because the tables of operating systems differ for .mjs and .wasm.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".yml": "application/yaml; charset=utf-8",
    ".zip": "application/zip",
}
_COMPRESSED = {".css", ".html", ".js", ".json", ".map", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".yml"}


def compressed(path: Path) -> bool:
    """Return whether static hosts compress files of a kind.

    Args:
        path: A file.

    Returns:
        Whether it is sent compressed to a browser that can read that.
    """
    return path.suffix in _COMPRESSED


@dataclass(frozen=True)
class Reply:
    """A response with which a test replaces the server's own.

    Attributes:
        status: The HTTP status.
        body: The content.
        headers: Headers besides the length.
        delay: Seconds to wait before answering.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delay: float = 0


class Line:
    """A slow line, shared by all connections of a visitor. A browser's own throttling does not affect workers.

    Attributes:
        delay: Seconds from a request to the first byte of its answer.
        chunk: Bytes that are sent at once.
    """

    chunk = 16_384

    def __init__(self, *, bits_per_second: float, delay: float) -> None:
        """Describe the line.

        Args:
            bits_per_second: The bandwidth of all connections together.
            delay: Seconds from a request to the first byte of its answer.
        """
        self.delay = delay
        self._bytes_per_second = bits_per_second / 8
        self._lock = threading.Lock()
        self._free = 0.0

    def wait_for(self, count: int) -> None:
        """Wait until the line has transferred some bytes.

        Args:
            count: The number of bytes.
        """
        with self._lock:
            self._free = max(self._free, time.monotonic()) + count / self._bytes_per_second
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


@dataclass
class Heard:
    """A request that reached a server.

    Attributes:
        method: Its method.
        path: Its path and query, as the client sent them.
        headers: Its headers, by their names in lower case.
        status: The status of the answer; 0 until there is one.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    status: int = 0


# Takes the path below the site's prefix, for example "assets/fingerpost/pyodide.mjs"; returns None to leave the
# response to the server.
Intercept = Callable[[str], Reply | None]


class SiteServer:
    """Serves a folder, to this machine only, from its own thread.

    The port is reserved when the object is made, so that a port in use is reported before a long build; connections
    wait until `start`. Use it as a context manager to start and stop it:

        with SiteServer(Path("site"), prefix="/guide/") as server:
            print(server.address)

    Attributes:
        root: The folder that is served.
        prefix: The path under which it is served, with a slash at both ends.
        intercept: Answers instead of the server if it returns a Reply; may be replaced at any time.
        headers: Headers to send with everything, besides its own; may be replaced at any time.
        headers_at: Returns more headers for a path below the prefix, which take the place of the server's own; may be
            replaced at any time.
        line: The line to the visitor, if it is to be slower than this machine's own; may be replaced at any time.
        requested: The path of every request since the start, in order, as the client sent it.
        heard: Every request to any of these servers, in order; whoever reads them removes them.
    """

    heard: ClassVar[deque[Heard]] = deque(maxlen=10_000)

    def __init__(self, root: Path, *, prefix: str = "/", port: int = 0, intercept: Intercept | None = None) -> None:
        """Reserve the port.

        Args:
            root: The folder to serve.
            prefix: The path to serve it under.
            port: The port on 127.0.0.1; 0 takes any free one.
            intercept: Answers instead of the server, for tests.

        Raises:
            OSError: The port is in use or not allowed.
        """
        self.root = root.resolve()
        self.prefix = f"/{prefix.strip('/')}/".replace("//", "/")
        self.intercept = intercept
        self.headers: Mapping[str, str] = {}
        self.headers_at: Callable[[str], Mapping[str, str]] | None = None
        self.line: Line | None = None
        self.requested: list[str] = []
        self._server = _Server(("127.0.0.1", port), self)
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port in use."""
        return self._server.server_address[1]

    @property
    def address(self) -> str:
        """The address of the site's home page."""
        return f"http://127.0.0.1:{self.port}{self.prefix}"

    def start(self) -> None:
        """Begin to answer requests."""
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop answering, and release the port."""
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.server_close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()


class _Server(socketserver.ThreadingTCPServer):
    # On other systems, this lets a restarted server reuse its port at once; on Windows, it would let two servers share
    # one.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True
    request_queue_size = 64
    server_address: tuple[str, int]  # pyright: ignore[reportIncompatibleVariableOverride] - always IPv4 here

    def __init__(self, address: tuple[str, int], site: SiteServer) -> None:
        self.site = site
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Print nothing: a browser that leaves a page closes connections, and that is no fault."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "fingerpost"
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride] - made by _Server only
    _heard = Heard("", "", {})

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"", {"Allow": "GET, HEAD", "Connection": "close"})

    def parse_request(self) -> bool:
        """Note every request, of whatever method."""
        parsed = super().parse_request()
        if parsed:
            headers = {name.lower(): value for name, value in self.headers.items()}
            self._heard = Heard(self.command, self.path, headers)
            SiteServer.heard.append(self._heard)
        return parsed

    def send_response(self, code: int, message: str | None = None) -> None:
        """Note the status."""
        self._heard.status = code
        super().send_response(code, message)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives
        """Print nothing: a line for every file would push the address out of sight."""

    def _answer(self) -> None:
        site = self.server.site
        site.requested.append(self.path)
        if site.line is not None:
            time.sleep(site.line.delay)
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        if not path.startswith(site.prefix):
            if f"{path}/" == site.prefix:
                self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": site.prefix})
            else:
                self._not_found()
            return
        inside = path.removeprefix(site.prefix)
        reply = site.intercept(inside) if site.intercept else None
        if reply is not None:
            time.sleep(reply.delay)
            self._send(reply.status, reply.body, reply.headers)
            return
        self._send_path(path, inside)

    def _send_path(self, path: str, inside: str) -> None:
        root = self.server.site.root
        target = root
        try:
            target = (root / inside).resolve()
            is_folder = target.is_dir()
            if is_folder and path.endswith("/"):
                target /= "index.html"
            is_file = target.is_file()
        except (OSError, ValueError):  # too long for a path, or with a null in it
            is_folder = is_file = False
        if not target.is_relative_to(root):
            self._not_found()
        elif is_folder and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": urllib.parse.quote(f"{path}/")})
        elif is_file and (is_folder or not path.endswith("/")):
            self._send_file(target, HTTPStatus.OK)
        else:
            self._not_found()

    def _not_found(self) -> None:
        page = self.server.site.root / "404.html"
        if page.is_file():
            self._send_file(page, HTTPStatus.NOT_FOUND)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"Not found\n", {"Content-Type": "text/plain; charset=utf-8"})

    def _send_file(self, path: Path, status: HTTPStatus) -> None:
        facts = path.stat()
        tag = f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
        headers = {
            "Content-Type": _TYPES.get(path.suffix, "application/octet-stream"),
            "ETag": tag,
            "Last-Modified": email.utils.formatdate(facts.st_mtime, usegmt=True),
            # Browsers cache the file but ask whether it has changed, so that a rebuilt page shows at once.
            "Cache-Control": "no-cache",
        }
        if status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            self._send(HTTPStatus.NOT_MODIFIED, b"", headers)
            return
        if not compressed(path):
            self._send(status, path.read_bytes(), headers)
            return
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            self._send(status, _gzipped(path, facts.st_mtime_ns), headers)
        else:
            self._send(status, path.read_bytes(), headers)

    def _send(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**self.server.site.headers, **headers, **self._headers_at_path()}.items():
            self.send_header(name, value)
        # A test can announce more than it sends.
        if status != HTTPStatus.NOT_MODIFIED and "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        line = self.server.site.line
        if self.command != "HEAD" and line is None:
            self.wfile.write(body)
        elif self.command != "HEAD" and line is not None:
            for start in range(0, len(body), line.chunk):
                part = body[start : start + line.chunk]
                line.wait_for(len(part))
                self.wfile.write(part)

    def _headers_at_path(self) -> Mapping[str, str]:
        site = self.server.site
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        return site.headers_at(path.removeprefix(site.prefix)) if site.headers_at else {}


@cache
def _gzipped(path: Path, changed: int) -> bytes:  # noqa: ARG001 - the time is part of the key
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
