"""The wheel alone: installed into an empty environment, it starts a site whose README leads to answers in the page."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from axe_core import run_axe
from fingerpost.site import browser_files
from installed_wheel import Environment, build_wheel, environment_for
from other_builders import dead_links, free_port
from readme_commands import commands_under
from site_server import SiteServer
from starters_tree import answer_starters_tree
from the_page import answer, expect_outcome, unfold, wait_for_engine

CONTRAST: dict[str, object] = {"runOnly": ["color-contrast"]}


@dataclass(frozen=True)
class Started:
    """A site that a new author has started and built.

    Attributes:
        environment: The environment, with what the README installs.
        folder: The folder of the site's sources.
        serve: The command of the README that serves the site.
    """

    environment: Environment
    folder: Path
    serve: list[str]


BUILDERS = [
    pytest.param(("MkDocs", "dev.txt"), id="MkDocs"),
    pytest.param(("Zensical", "builders.txt"), id="Zensical", marks=pytest.mark.long),
]
"""The builders, each with the locked packages that it comes with."""


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the wheel."""
    folder = tmp_path_factory.mktemp("wheels")
    build_wheel(folder)
    return folder


@pytest.fixture(scope="module", params=BUILDERS)
def started(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, wheels: Path) -> Started:
    """Start a site with the wheel alone, and run what its README says, in order."""
    builder, lock = request.param
    environment, stamp = environment_for(builder.lower(), lock, wheels)
    folder = tmp_path_factory.mktemp(builder) / "site of an author"
    first = (["pip", "install", "fingerpost"], ["fingerpost", "new", str(folder), "--site"])
    for command in first:
        done = environment.run(wheels, *command)
        assert done.returncode == 0, done.stdout
    readme = (folder / "README.md").read_text(encoding="utf-8")
    commands = commands_under(f"With {builder}", readme)
    for command in commands[:-1]:
        done = environment.run(folder, *command)
        assert done.returncode == 0, f"{command}: {done.stdout}"
    stamp.write()
    return Started(environment, folder, commands[-1])


def test_the_tree_is_answered_in_the_page(chromium: Browser, started: Started) -> None:
    assert dead_links(started.folder / "site") == []
    with SiteServer(started.folder / "site", prefix="/elsewhere/") as server:
        assert answer_starters_tree(chromium, server) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_what_is_behind_them(
    chromium: Browser, started: Started, scheme: Literal["light", "dark"]
) -> None:
    with SiteServer(started.folder / "site") as server:
        page = chromium.new_page(color_scheme=scheme, reduced_motion="reduce")
        page.goto(f"{server.address}choose/")
        wait_for_engine(page)
        found = run_axe(page, CONTRAST, ".fp", ".fp-map", ".fp-listing")
        answer(page, "no")
        expect_outcome(page, "message")
        unfold(page, "answers")
        page.mouse.move(0, 0)
        found += run_axe(page, CONTRAST, ".fp", ".fp-map", ".fp-listing")
        page.close()

    assert found == []


def test_the_engine_and_its_licences_are_the_same_as_on_this_site(started: Started) -> None:
    ours, theirs = browser_files.folder(), started.folder / "site" / "assets" / "fingerpost"
    licences = [f"LICENSES/{path.name}" for path in (ours / "LICENSES").iterdir()]

    assert "LICENSES/README.txt" in licences
    for file in (*browser_files.for_engine(), *licences):
        assert (theirs / file).read_bytes() == (ours / file).read_bytes(), file


def test_every_page_has_a_policy(started: Started) -> None:
    pages = sorted((started.folder / "site").rglob("*.html"))

    assert [page for page in pages if "Content-Security-Policy" not in page.read_text(encoding="utf-8")] == []
    assert len([page for page in pages if page.name != "tree.html"]) == 6


@pytest.fixture
def served(started: Started, tmp_path: Path) -> Iterator[str]:
    """Serve the site as the README says, at a free port; give the address."""
    assert started.serve[1] == "serve"
    address = f"127.0.0.1:{free_port()}"
    with (tmp_path / "printed").open("w") as printed:
        process = subprocess.Popen(
            [*started.environment.command(*started.serve), "--dev-addr", address],
            cwd=started.folder,
            env=started.environment.variables,
            stdout=printed,
            stderr=printed,
        )
    yield f"http://{address}/"
    process.terminate()
    process.wait()


def test_the_site_is_served_while_somebody_writes_it(served: str) -> None:
    page = ""
    until = time.monotonic() + 60
    while not page and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{served}choose/", timeout=5) as reply:  # noqa: S310 - this machine
                page = reply.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)

    assert '<decision-tree tree="way-to-meet"' in page
