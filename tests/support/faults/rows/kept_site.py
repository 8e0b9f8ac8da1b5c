"""Faults once the browser has the whole site, which its service worker keeps there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from faults.fault import Fault, Group
from faults.scene import Scene
from site_copies import publish_another_build
from site_server import Reply

KEPT = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === "activated";
}"""
UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); }"
WAITS = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
FAILED = "async () => !(await navigator.serviceWorker.getRegistration()).installing"


def wait_until(scene: Scene, condition: str) -> None:
    """Wait until a script returns true."""
    for _ in range(300):
        if scene.page.evaluate(condition):
            return
        scene.page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {condition}")


def kept(then: Callable[[Scene], None]) -> Callable[[Scene, str], None]:
    """Return how a fault is brought about once the browser has the site."""

    def bring_about(scene: Scene, _: str) -> None:
        scene.begin()
        wait_until(scene, KEPT)
        then(scene)

    return bring_about


def _offline(scene: Scene) -> None:
    scene.page.context.set_offline(True)
    scene.arrive()


def _update(scene: Scene) -> None:
    publish_another_build(Path(scene.server.root))
    scene.page.evaluate(UPDATE)
    wait_until(scene, WAITS)


def _broken_update(scene: Scene) -> None:
    """Publish a build whose files are not all there yet."""
    publish_another_build(Path(scene.server.root))
    scene.server.intercept = lambda path: Reply(404, b"no") if path == "about/" else None
    scene.page.evaluate(UPDATE)
    wait_until(scene, FAILED)
    scene.page.reload()


def _no_worker_any_more(scene: Scene) -> None:
    """Take the service worker's script away."""
    scene.server.intercept = lambda path: Reply(404, b"no") if path == "service-worker.js" else None
    scene.page.evaluate(UPDATE)
    scene.page.reload()


KEEPS = {"service_workers": "allow"}

GROUP = Group(
    "After a visit that has stored the site",
    order=6,
    faults=(
        Fault(
            name="kept-offline",
            title="There is no network at a later visit.",
            how=kept(_offline),
            options=KEEPS,
            expected=("ERR_INTERNET_DISCONNECTED",),
            slow=True,
        ),
        Fault(
            name="kept-update",
            title="A new version of the site is published while a page is open.",
            how=kept(_update),
            told="Everything works. The new version comes when you open another page.",
            options=KEEPS,
            slow=True,
        ),
        Fault(
            name="kept-broken-update",
            title="A new version of the site arrives only in part.",
            how=kept(_broken_update),
            told="Everything works. You stay with the version that you have.",
            options=KEEPS,
            expected=("404 (Not Found)",),
            slow=True,
        ),
        Fault(
            name="kept-worker-gone",
            title="The site no longer has a service worker.",
            how=kept(_no_worker_any_more),
            options=KEEPS,
            expected=("404 (Not Found)",),
            slow=True,
        ),
    ),
)
