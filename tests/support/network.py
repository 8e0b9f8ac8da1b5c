"""What browsers ask of the network while a test runs: nothing of another origin, and no words of the reader.

Three listeners complement each other. The browser reports each request of a page and of its workers, also one that the
policy refuses. The servers of the tests see what arrives, from service workers and beacons, too, with all its headers.
And Chromium takes every host but this machine for one listener, so that no kind of connection goes unnoticed.

A test that provokes a fault on purpose names its kind and the reason:

    @pytest.mark.provokes("other origin", "a page of another origin shows a tree of the site")
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Frame, Page, Request

from elsewhere import Elsewhere
from readers_words import ReadersWords
from site_server import Heard, SiteServer

KINDS: Final = frozenset({"other origin", "query", "body", "header", "words"})
"""The kinds of faults: who was asked, what an address or a header had that none may have, and words of the reader."""

_THIS_MACHINE: Final = frozenset({"127.0.0.1", "localhost"})
_BUILD: Final = re.compile(r"(content=)?[0-9a-f]{12,64}(&[0-9]+)?")
"""A query that names a build or the digest of a file, and counts attempts: the only kind that a page may send."""

_OF_BROWSERS: Final = re.compile(
    r"accept|accept-encoding|accept-language|cache-control|connection|dnt|host|if-(modified-since|none-match|range)"
    r"|origin|pragma|priority|purpose|range|referer|save-data|sec-.+|service-worker|te|upgrade-insecure-requests"
    r"|user-agent"
)
"""The headers that browsers send by themselves; no page adds any."""


class Network:
    """Judges the requests of every browser, each test on its own.

    Attributes:
        words: What the reader has typed and answered.
        elsewhere: Takes the place of every other host.
    """

    def __init__(self, elsewhere: Elsewhere) -> None:
        """Listen to every browser from now on."""
        self.elsewhere = elsewhere
        self.words = ReadersWords()
        self._faults: list[tuple[str, str]] = []
        self._opened: WeakKeyDictionary[BrowserContext, set[str]] = WeakKeyDictionary()
        for name in ("new_context", "new_page"):
            setattr(Browser, name, self._listening(getattr(Browser, name)))
        Page.goto = self._noting_the_origin(Page.goto)

    def begin(self) -> None:
        """Forget what came before a test."""
        self._faults.clear()
        self.words.clear()
        self.elsewhere.reached.clear()
        SiteServer.heard.clear()

    def found(self) -> list[tuple[str, str]]:
        """Return the faults since the test began: the kind of each, and what was asked."""
        while SiteServer.heard:
            self._arrived(SiteServer.heard.popleft())
        faults = [*self._faults, *(("other origin", f"connection to {name}") for name in self.elsewhere.reached)]
        return list(dict.fromkeys(faults))

    def _listening(self, make: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(make)
        def made(*given: object, **named: object) -> Any:  # noqa: ANN401 - whatever Playwright returns
            new: BrowserContext | Page = make(*given, **named)
            context = new.context if isinstance(new, Page) else new
            context.on("request", lambda request: self._asked(request, context))
            context.on("page", self._listen_to_page)
            for page in context.pages:
                self._listen_to_page(page)
            return new

        return made

    def _noting_the_origin(self, goto: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(goto)
        def go(page: Page, url: str, **named: object) -> Any:  # noqa: ANN401 - whatever Playwright returns
            self._opened.setdefault(page.context, set()).add(_origin(url))
            return goto(page, url, **named)

        return go

    def _listen_to_page(self, page: Page) -> None:
        def moved(frame: Frame) -> None:
            self.words.stand_at(frame.url)

        page.on("framenavigated", moved)
        page.on("websocket", lambda socket: self._note("other origin", f"web socket {socket.url}"))

    def _asked(self, request: Request, context: BrowserContext) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("http", "https"):
            return
        if address.hostname not in _THIS_MACHINE or _origin(request.url) not in self._opened.get(context, ()):
            self._note("other origin", request.url)
        self._judge(request.method, request.url)

    def _arrived(self, heard: Heard) -> None:
        address = f"http://{heard.headers.get('host', '')}{heard.path}"
        self._judge(heard.method, address)
        if heard.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            self._note("other origin", address)
        # A file that is there has its name from the build, and the reader may have typed the same word.
        if not HTTPStatus.OK <= heard.status < HTTPStatus.BAD_REQUEST:
            self._look_for_words(heard.path, address)
        for name, value in heard.headers.items():
            if not _OF_BROWSERS.fullmatch(name):
                self._note("header", f"{name}: {value} with {address}")
            elif name == "referer":
                self._judge("GET", value)
            else:
                self._look_for_words(value, f"{name}: {value} with {address}")

    def _judge(self, method: str, address: str) -> None:
        if method not in ("GET", "HEAD"):
            self._note("body", f"{method} {address}")
        query = urlsplit(address).query
        if query and not _BUILD.fullmatch(query):
            self._note("query", address)
            self._look_for_words(query, address)

    def _look_for_words(self, part: str, whole: str) -> None:
        if word := self.words.found_in(part):
            self._note("words", f"“{word}” in {whole}")

    def _note(self, kind: str, what: str) -> None:
        self._faults.append((kind, what))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
