"""Faults of the files that the engine needs, each of which can strike any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

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


def _fault(
    name: str, title: str, make: Callable[[bytes], Reply], files: Iterable[str] = FILES, *, quick: str = ""
) -> Fault:
    """Return a fault after which none of the files will do; without a quick variant, it is in the long run only."""
    return Fault(
        name=name,
        title=title,
        how=served(make),
        variants=tuple(files),
        quick=(quick,) if quick else (),
        slow=not quick,
        sight=LINKS,
        expected=FAULTS_OF_THE_ENGINE,
    )


GROUP = Group(
    "Files of the engine",
    order=1,
    faults=(
        _fault("missing", "A file of the engine is missing.", lambda _: Reply(404, b"no"), quick="library"),
        _fault("server-fails", "The server answers with an error for a file.", lambda _: Reply(500, b"no")),
        _fault("cut-off", "A file arrives cut off.", lambda content: _sent(content[: len(content) // 2])),
        _fault("dropped", "The connection ends in the middle of a file.", _dropped),
        _fault("empty", "A file arrives empty.", lambda _: _sent(b"")),
        _fault(
            "changed",
            "A file arrives with one bit changed, as from a broken cache or another version.",
            lambda content: _sent(_flipped(content)),
            # The tree has no digest: one with a changed bit in a text is a tree still.
            [file for file in FILES if file != "tree"],
            quick="worker",
        ),
        _fault("html", "A sign-in page arrives in place of a file.", lambda _: PAGE, quick="wasm"),
        Fault(
            name="wrong-type",
            slow=True,
            title="The host gives a file the wrong type.",
            how=served(lambda content: Reply(200, content, {"Content-Type": "text/plain"})),
            variants=tuple(FILES),
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
