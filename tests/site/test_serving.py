"""Each builder that serves a site while somebody writes it: a mistake in a tree shows, and goes with its correction."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import other_builders
from built_site import read
from project.paths import BUILDERS, VENV, program
from small_site import TREE, build, write_site

BROKEN = TREE.replace("go: sheep", "go: sheap")
FINDING = "docs/tree.yml:15:33: error: missing-target: "
ALONE = "site_name: Snacks\ntheme: {name: mkdocs}\nplugins: []\nmarkdown_extensions: [fingerpost]\n"
PLUGIN = "site_name: Snacks\ntheme: {name: material, font: false}\nplugins: [search, fingerpost]\n"
OF_ANOTHER_NAME = "import mkdocs.__main__ as program; program.cli()"

Command = tuple[str | Path, ...]
SERVERS: dict[str, tuple[Command, Callable[[Path], None]]] = {
    "MkDocs": ((program(VENV, "mkdocs"),), lambda folder: write_site(folder, PLUGIN)),
    "MkDocs with the extension alone": ((program(VENV, "mkdocs"),), lambda folder: write_site(folder, ALONE)),
    "MkDocs by another name": (
        (program(VENV, "python"), "-c", OF_ANOTHER_NAME),
        lambda folder: write_site(folder, ALONE),
    ),
    "ProperDocs": ((program(BUILDERS, "properdocs"),), lambda folder: other_builders.write(folder, "properdocs")),
    "MaterialX": ((program(BUILDERS, "mkdocs"),), lambda folder: other_builders.write(folder, "mkdocs")),
    "Zensical": (
        (program(BUILDERS, "zensical"),),
        # Otherwise, it does not notice a change of the tree.
        lambda folder: other_builders.write(folder, "zensical", "watch: [docs]\n"),
    ),
}
"""How to start each server, and how to write its site."""


@dataclass(frozen=True, slots=True)
class Served:
    """A site that a builder serves.

    Attributes:
        process: The builder.
        address: The address of the home page, which shows a tree.
        printed: The file of everything that the builder prints.
    """

    process: subprocess.Popen[bytes]
    address: str
    printed: Path

    def shows(self, text: str) -> bool:
        """Return whether the page shows a text before long."""
        until = time.monotonic() + 30
        while text not in self._page():
            if time.monotonic() > until or self.process.poll() is not None:
                return False
            time.sleep(0.1)
        return True

    def _page(self) -> str:
        try:
            with urllib.request.urlopen(self.address, timeout=5) as reply:  # noqa: S310 - this machine
                return read(reply.read().decode()).seen_text
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""


@contextmanager
def serving(folder: Path, command: Command) -> Iterator[Served]:
    """Serve a site."""
    port, printed = other_builders.free_port(), folder / "printed"
    with printed.open("w") as out:
        process = subprocess.Popen(
            [*command, "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder,
            env=other_builders.environment(),
            stdout=out,
            stderr=out,
        )
    try:
        yield Served(process, f"http://127.0.0.1:{port}/", printed)
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize(
    "name",
    # The others take the same ways.
    [name if name in ("MkDocs", "Zensical") else pytest.param(name, marks=pytest.mark.long) for name in SERVERS],
)
def test_a_mistake_shows_until_it_is_corrected(tmp_path: Path, name: str) -> None:
    command, write = SERVERS[name]
    write(tmp_path)
    tree = tmp_path / "docs" / "tree.yml"
    with serving(tmp_path, command) as served:
        assert served.shows("Is it big?"), served.printed.read_text("utf-8")
        time.sleep(1.1)  # Zensical compares whole seconds.

        tree.write_text(BROKEN, encoding="utf-8")
        assert served.shows(FINDING), served.printed.read_text("utf-8")
        assert FINDING in served.printed.read_text("utf-8")
        time.sleep(1.1)

        tree.write_text(TREE.replace("Is it big?", "Is it huge?"), encoding="utf-8")
        assert served.shows("Is it huge?"), served.printed.read_text("utf-8")
        assert served.process.poll() is None


@pytest.mark.parametrize("name", SERVERS)
def test_a_site_with_a_mistake_is_served_from_the_start(tmp_path: Path, name: str) -> None:
    command, write = SERVERS[name]
    write(tmp_path)
    (tmp_path / "docs" / "tree.yml").write_text(BROKEN, encoding="utf-8")
    with serving(tmp_path, command) as served:
        assert served.shows(FINDING), served.printed.read_text("utf-8")


def test_a_build_into_a_folder_named_serve_is_still_a_build(tmp_path: Path) -> None:
    write_site(tmp_path, ALONE, tree=BROKEN)

    status, printed = build(tmp_path, "--site-dir", "serve")

    assert status == 1
    assert FINDING in printed
