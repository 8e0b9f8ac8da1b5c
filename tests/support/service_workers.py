"""The site's service worker for a few of its files, so that a test does not wait for all of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from playwright.sync_api import Page

from project.paths import ENGINE, SITE
from site_server import Reply, SiteServer

_SCRIPT = (ENGINE / "web" / "offline" / "service-worker.js").read_text(encoding="utf-8")
_FILES = ("404.html", "about/index.html", "app.webmanifest")

PATHS = ["404.html", "about/", "app.webmanifest"]
"""The paths of the files that it keeps, from the root of the site."""

_REGISTER = """async () => {
  const registration = await navigator.serviceWorker.register(new URL("../service-worker.js", location));
  while (registration.active?.state !== "activated") await new Promise((resolve) => setTimeout(resolve, 50));
}"""


def publish(
    server: SiteServer, build: str, *, more: str = "", gives_up: bool = True, files: Mapping[str, bytes] | None = None
) -> None:
    """Let the server send the service worker of a build.

    Args:
        server: The server of the site.
        build: The build's name.
        more: What a test adds to the script.
        gives_up: Whether it gives up what it never needs.
        files: What the server has by now at some paths.
    """
    digests = {path: hashlib.sha256((SITE / path).read_bytes()).hexdigest()[:32] for path in _FILES}
    script = _SCRIPT if gives_up else _SCRIPT.replace("giveUpTheRest();", "", 1)
    text = f"const BUILD = {json.dumps(build)};\nconst FILES = {json.dumps(digests)};\n{script}{more}"
    replies = {path: Reply(200, content) for path, content in (files or {}).items()}
    replies["service-worker.js"] = Reply(200, text.encode(), {"Content-Type": "text/javascript"})
    server.intercept = replies.get


def register(page: Page) -> None:
    """Register the service worker from a page in a folder of the site, and wait until it is active."""
    page.evaluate(_REGISTER)
