"""Faults of the files that the engine needs, each of which can strike any of them."""

from __future__ import annotations

from collections.abc import Callable

from faults.fault import LINKS, WORKS, Fault, Group
from faults.scene import Scene
from fingerpost.text.wording import say
from site_server import Reply
from watch import FAULTS_OF_THE_ENGINE

FILES = {
    "wasm": "pyodide.asm.wasm",
    "library": "python_stdlib.zip",
    "wheel": "*.whl",
    "known-answer": "known-answer.json",
    "worker": "engine-worker.mjs",
    "module": "with-engine.mjs",
    "tree": "engine-tree.json",
}
SCRIPTS = ("module",)
"""A browser refuses to run scripts of another type. The worker's is fetched as data, and checked by its digest."""

PAGE = Reply(200, b"<!doctype html><title>Sign in</title>", {"Content-Type": "text/html"})


def served(make: Callable[[bytes], Reply]) -> Callable[[Scene, str], None]:
    """Return how a fault of the server is brought about."""

    def bring_about(scene: Scene, variant: str) -> None:
        scene.spoil(FILES[variant], make)
        scene.arrive()

    return bring_about


def _sent(content: bytes) -> Reply:
    # As a script, so that the browser reads it; the other files need no type.
    return Reply(200, content, {"Content-Type": "text/javascript"})


def _dropped(content: bytes) -> Reply:
    """Return the first half of a file, after which the connection ends."""
    headers = {"Content-Type": "text/javascript", "Content-Length": str(len(content)), "Connection": "close"}
    return Reply(200, content[: len(content) // 2], headers)


def _flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


GROUP = Group(
    "Files of the engine",
    order=1,
    faults=(
        Fault(
            name="missing",
            title="A file of the engine is missing.",
            how=served(lambda _: Reply(404, b"no")),
            variants=tuple(FILES),
            quick=("library",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="server-fails",
            slow=True,
            title="The server answers with an error for a file.",
            how=served(lambda _: Reply(500, b"no")),
            variants=tuple(FILES),
            quick=("worker",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="cut-off",
            slow=True,
            title="A file arrives cut off.",
            how=served(lambda content: _sent(content[: len(content) // 2])),
            variants=tuple(FILES),
            quick=("tree",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="dropped",
            slow=True,
            title="The connection ends in the middle of a file.",
            how=served(_dropped),
            variants=tuple(FILES),
            quick=("wasm",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="empty",
            slow=True,
            title="A file arrives empty.",
            how=served(lambda _: _sent(b"")),
            variants=tuple(FILES),
            quick=("wheel",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="changed",
            title="A file arrives with one bit changed, as from a broken cache or another version.",
            how=served(lambda content: _sent(_flipped(content))),
            variants=tuple(name for name in FILES if name != "tree"),
            quick=("worker",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="html",
            title="A sign-in page arrives in place of a file.",
            how=served(lambda _: PAGE),
            variants=tuple(FILES),
            quick=("wasm",),
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="wrong-type",
            slow=True,
            title="The host gives a file the wrong type.",
            how=served(lambda content: Reply(200, content, {"Content-Type": "text/plain"})),
            variants=tuple(FILES),
            quick=("wasm",),
            sight=WORKS,
            otherwise=dict.fromkeys(SCRIPTS, LINKS),
            told=f"Everything works. If it is a script: {LINKS.told}",
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="slow",
            title="A file arrives slowly.",
            how=served(lambda content: Reply(200, content, {"Content-Type": "text/javascript"}, delay=3)),
            variants=tuple(FILES),
            slow=True,
            sight=WORKS,
            told=f"“{say('loading')}” Then everything works.",
        ),
    ),
)
