"""Faults of the network, at each moment of a visit."""

from __future__ import annotations

import contextlib

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Route

from faults.fault import LINKS, WORKS, Fault, Group
from faults.scene import Scene
from the_page import answer, expect_question, wait_for_engine
from watch import FAULTS_OF_THE_ENGINE


def _before(scene: Scene, _: str) -> None:
    """Come to the site without a network, and again with one."""
    scene.page.context.set_offline(True)
    with contextlib.suppress(BrowserError):
        scene.arrive()
    assert scene.page.locator("decision-tree").count() == 0
    scene.page.context.set_offline(False)
    scene.arrive()


def _while_loading(scene: Scene, _: str) -> None:
    """Lose the network once the page is there and the engine is on its way."""
    held: list[Route] = []
    scene.page.route("**/pyodide.asm.wasm*", lambda route: held.append(route))
    scene.arrive()
    wait_for_engine(scene.page, "loading")
    while not held:
        scene.page.wait_for_timeout(50)
    scene.page.context.set_offline(True)
    for route in held:
        route.abort("internetdisconnected")


def _after(scene: Scene, _: str) -> None:
    scene.begin()
    scene.page.context.set_offline(True)


def _mid_answer(scene: Scene, _: str) -> None:
    """Lose the network while answers are being given."""
    scene.begin()
    scene.arrive("choose/#integration-pattern")
    wait_for_engine(scene.page)
    answer(scene.page, "no")
    scene.page.context.set_offline(True)
    answer(scene.page, "no")
    expect_question(scene.page, "recipients-known")


GROUP = Group(
    "Network",
    order=5,
    faults=(
        Fault(
            name="offline-first",
            slow=True,
            title="There is no network at your first visit.",
            how=_before,
            sight=WORKS,
            told="Your browser says so. Everything works once there is a network.",
            expected=("ERR_INTERNET_DISCONNECTED",),
        ),
        Fault(
            name="offline-while-loading",
            slow=True,
            title="The network goes while the engine loads.",
            how=_while_loading,
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="offline-after",
            slow=True,
            title="The network goes after the start.",
            how=_after,
            sight=WORKS,
        ),
        Fault(
            name="offline-mid-answer",
            title="The network goes while you answer.",
            how=_mid_answer,
            sight=WORKS,
        ),
    ),
)
