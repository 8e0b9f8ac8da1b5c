"""Faults of the worker in which the engine runs."""

from __future__ import annotations

from playwright.sync_api import expect

from failing_calls import fail, prepare
from faults.fault import LINKS, Fault, Group, Sight
from faults.scene import Scene
from fingerpost.text.wording import say
from the_page import answer, expect_outcome, tree
from watch import FAULTS_OF_THE_ENGINE

NO_MEMORY = "throw new RangeError('could not allocate memory');"


def _no_memory(scene: Scene, _: str) -> None:
    scene.in_worker(f"WebAssembly.Memory = class {{ constructor() {{ {NO_MEMORY} }} }};")
    scene.arrive()


def _draws_nothing(scene: Scene, _: str) -> None:
    prepare(scene.page, "view")
    scene.begin()


def _fails_once(scene: Scene, _: str) -> None:
    """Let the first answers of the engine fail, and try again."""
    _draws_nothing(scene, "")
    line = tree(scene.page).get_by_text(say("faulty"))
    expect(line).to_be_visible()
    fail(scene.page)
    tree(scene.page).locator(".fp-status:visible, .fp-statuses").get_by_role("button", name="Try again").first.click()
    expect(line).to_be_hidden()


def _hangs(scene: Scene, _: str) -> None:
    """Let the worker do nothing but count while it should answer, and the time pass in which it should."""
    page = scene.page
    page.clock.install()
    scene.begin()
    page.workers[-1].evaluate("() => { setTimeout(() => { for (;;); }); }")
    answer(page, "no")
    expect_outcome(page, "publish-subscribe")
    page.go_back()
    page.clock.run_for(3_000)


GROUP = Group(
    "The engine at work",
    order=3,
    faults=(
        Fault(
            name="no-memory",
            title="The device has no memory left for the engine.",
            how=_no_memory,
            sight=LINKS,
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="draws-nothing",
            slow=True,
            title="The engine has a fault in it.",
            how=_draws_nothing,
            sight=Sight("ready", f"“{say('faulty')}”", (say("faulty"),), drawn=False),
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="fails-once",
            slow=True,
            title="The engine fails once.",
            how=_fails_once,
            told=f"“{say('faulty')}” After “Try again”, everything works.",
            expected=FAULTS_OF_THE_ENGINE,
        ),
        Fault(
            name="hangs",
            title="The engine hangs, or the browser ends it.",
            how=_hangs,
            told="A new engine answers after 2 seconds. Everything works.",
        ),
    ),
)
