"""Write and see: what is watched, what is built, and what pages hear of it."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from project.live import FOLDER, Live


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page to change."""
    path = tmp_path / "index.md"
    path.write_text("# One")
    return path


def live_of(page: Path, problems: list[str]) -> Live:
    """Return what watches the folder of a page; each build has the next of these problems."""
    return Live(files=lambda: page.parent.rglob("*.md"), build=lambda: problems.pop(0))


def state_of(live: Live) -> dict[str, object]:
    """Return what a page hears."""
    reply = live.reply(f"{FOLDER}/state")
    assert reply is not None
    return json.loads(reply.body)


def test_nothing_is_built_without_a_change(page: Path) -> None:
    """A look at the same files builds nothing."""
    assert live_of(page, []).build_if_changed() is False


@pytest.mark.parametrize("change", ["write", "add", "delete"])
def test_every_kind_of_change_is_seen(page: Path, change: str) -> None:
    """A page changed, added or deleted builds the site, and once only."""
    live = live_of(page, [""])
    if change == "write":
        page.write_text("# One and more")
    elif change == "add":
        page.with_name("two.md").write_text("# Two")
    else:
        page.unlink()

    assert live.build_if_changed() is True
    assert live.build_if_changed() is False


def test_a_failed_build_is_told_and_loads_nothing(page: Path) -> None:
    """Pages show what is wrong; they load again only after a good build."""
    live = live_of(page, ["", "tree.yml:3:1: cycle: …", ""])

    states: list[dict[str, object]] = []
    for _ in range(3):
        live.build()
        states.append(state_of(live))
    assert states == [
        {"version": 1, "problem": ""},
        {"version": 1, "problem": "tree.yml:3:1: cycle: …"},
        {"version": 2, "problem": ""},
    ]


def test_only_its_own_files_are_served(page: Path) -> None:
    """Nothing outside its folder can be asked for, and the site's own pages are left to the server."""
    live = live_of(page, [])

    assert live.reply("choose/") is None
    for name in ("live.mjs", "live.css"):
        reply = live.reply(f"{FOLDER}/{name}")
        assert reply is not None
        assert reply.status == 200
    for name in ("", "nothing.mjs", "../live.py", "../../../README.md"):
        reply = live.reply(f"{FOLDER}/{name}")
        assert reply is not None
        assert reply.status == 404


def test_watching_ends_when_it_is_told(page: Path) -> None:
    """The watch builds after a change and stops at once."""
    stop = threading.Event()
    built = threading.Event()
    live = Live(files=lambda: [page], build=lambda: built.set() or "")
    thread = threading.Thread(target=live.watch, args=(stop,), kwargs={"every": 0.01})
    thread.start()
    page.write_text("# Changed")

    assert built.wait(10)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
