"""Every file of the engine is checked: one that was damaged, or is of another build, never runs."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from project.paths import SITE
from site_server import Reply, SiteServer
from the_page import CHOOSE, answer, answer_by_links, tree, wait_for_engine
from watch import FAULTS_OF_THE_ENGINE, Watch

pytestmark = pytest.mark.first_visit

ASSETS = SITE / "assets" / "fingerpost"
FILES: list[str] = sorted(json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))["files"])
TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}


def damaged(name: str) -> Reply:
    """Return a file with one bit changed."""
    content = bytearray((ASSETS / name).read_bytes())
    # In a text of the script or a member of the archive, where nothing but the digest need notice it.
    content[len(content) // 2] ^= 1
    return Reply(200, bytes(content), {"Content-Type": TYPES.get(f".{name.rpartition('.')[2]}", "application/zip")})


def asked_for(server: SiteServer, name: str) -> int:
    """Return how often a file has been asked for."""
    return sum(f"/{name}" in path for path in server.requested)


# A page that has the sound script of the worker, or its own, does not fetch it again.
@pytest.mark.parametrize(
    "names",
    [["with-engine.mjs"], sorted({*FILES} - {"with-engine.mjs"}, key=lambda name: name != "engine-worker.mjs")],
    ids=["with-engine.mjs", "the files of the worker"],
)
def test_one_changed_bit_in_any_file_is_refused_at_once_and_told(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, names: list[str]
) -> None:
    watch.expected = FAULTS_OF_THE_ENGINE
    spoilt = {name: damaged(name) for name in names}
    at_fault = names[0]
    server.intercept = lambda path: spoilt[at_fault] if path.endswith(f"/{at_fault}") else None
    page = visit(CHOOSE)
    for name in names:
        if name != at_fault:
            at_fault = name
            server.requested.clear()
            tree(page).get_by_role("button", name="Try again").click()
        # Well before the 20 seconds after which a start without a sign of life is given up.
        expect(tree(page)).to_have_attribute("engine", "failed", timeout=10_000)
        expect(tree(page).get_by_text("could not start")).to_be_visible()
        assert asked_for(server, name) == 2, f"{name} is asked for once more, past the cache"
    answer_by_links(page)

    server.intercept = None
    tree(page).get_by_role("button", name="Try again").click()

    wait_for_engine(page)


@pytest.mark.parametrize("name", ["engine-worker.mjs", "with-engine.mjs", "pyodide.asm.wasm"])
def test_a_damaged_copy_in_a_cache_is_replaced_by_the_servers(
    visit: Callable[..., Page], server: SiteServer, watch: Watch, name: str
) -> None:
    watch.expected = ("integrity",)
    stale = [damaged(name)]
    server.intercept = lambda path: stale.pop() if path.endswith(f"/{name}") and stale else None
    page = visit(CHOOSE)

    wait_for_engine(page)

    answer(page, "unsure")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
    assert asked_for(server, name) == 2
