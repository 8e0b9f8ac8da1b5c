"""The snapshot of the engine's memory in the browser: used for the next visit if it is sound, otherwise discarded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from inside_worker import inside_worker
from snapshots import CACHE, SPOIL, STORED_LENGTH, wait_until_stored
from the_page import CHOOSE, answer, expect_question, state, tree, wait_for_engine
from watch import Watch

pytestmark = pytest.mark.first_visit


def restored(page: Page) -> bool:
    """Return whether the engine on a page started from a snapshot."""
    wait_for_engine(page)
    return tree(page).get_attribute("data-engine-start") == "snapshot"


def visited(visit: Callable[..., Page]) -> Page:
    """Visit once, and wait until the snapshot is stored."""
    page = visit(CHOOSE)
    assert not restored(page)
    wait_until_stored(page)
    return page


def test_a_second_visit_starts_from_the_snapshot_of_the_first(visit: Callable[..., Page]) -> None:
    page = visited(visit)

    page.reload()

    assert restored(page)
    answer(page, "unsure")
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()


def test_snapshots_of_earlier_builds_are_deleted_and_those_of_other_sites_stay(visit: Callable[..., Page]) -> None:
    page = visit("about/")
    others = ["/guide/assets/fingerpost/memory/earlier", "/other/assets/fingerpost/memory/earlier"]
    page.evaluate(
        """async ([name, others]) => {
          const cache = await caches.open(name);
          for (const path of others) await cache.put(path, new Response());
        }""",
        [CACHE, others],
    )

    page.goto(page.url.replace("about/", CHOOSE))
    wait_for_engine(page)

    stored = "async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)"
    paths: list[str] = []
    for _ in range(100):
        paths = page.evaluate(stored, CACHE)
        if others[0] not in paths and len(paths) == 2:
            break
        page.wait_for_timeout(100)
    assert others[0] not in paths
    assert others[1] in paths
    assert len(paths) == 2


def test_a_snapshot_contains_nothing_about_the_reader(visit: Callable[..., Page]) -> None:
    page = visit(state({"proactive-request": "no", "business-acknowledgement": "no"}) + "&marker=zebra7crossing")
    wait_until_stored(page)

    holds = page.evaluate(
        f"""async () => {{
          const cache = await caches.open("{CACHE}");
          const [request] = await cache.keys();
          const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
          const text = new TextDecoder("latin1").decode(bytes);
          return ["zebra7crossing", "proactive-request", "known-answer"].map((word) => text.includes(word));
        }}"""
    )

    assert holds == [False, False, True]


@pytest.mark.parametrize(
    "how",
    [
        "bytes flipped",
        pytest.param("cut off", marks=pytest.mark.long),
        "sealed, a page in its place",
        pytest.param("sealed, a page missing", marks=pytest.mark.long),
    ],
)
def test_a_damaged_snapshot_is_discarded_and_made_again(visit: Callable[..., Page], how: str) -> None:
    page = visited(visit)
    page.evaluate(SPOIL, how)

    page.reload()

    assert not restored(page)
    wait_until_stored(page)
    page.reload()
    assert restored(page)


@pytest.mark.parametrize(
    "how", ["sealed, another version", pytest.param("sealed, bytes flipped", marks=pytest.mark.whole_browser)]
)
def test_a_snapshot_that_does_not_start_is_replaced_by_a_new_worker(
    visit: Callable[..., Page], watch: Watch, how: str
) -> None:
    watch.expected = ("console: ",)
    page = visited(visit)
    page.evaluate(SPOIL, how)

    page.goto(page.url.split("#")[0] + "#integration-pattern?proactive-request=unsure")
    page.reload()

    assert not restored(page)
    expect(tree(page).locator("[data-row='proactive-request=unsure']")).to_be_visible()
    page.reload()
    assert not restored(page)
    assert page.evaluate(STORED_LENGTH) == "refused"


@pytest.mark.parametrize(
    "fault",
    [
        "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));",
        "Object.defineProperty(globalThis, 'caches', { value: undefined });",
        "CacheStorage.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));",
    ],
    ids=["the disk is full", "no Cache Storage", "refused"],
)
def test_where_nothing_can_be_stored_the_engine_still_starts(visit: Callable[..., Page], fault: str) -> None:
    page = visit("about/")
    inside_worker(page, fault)

    page.goto(page.url.replace("about/", CHOOSE))

    assert not restored(page)
    page.wait_for_timeout(1500)
    expect_question(page, "proactive-request")
    assert page.evaluate(STORED_LENGTH) is None


def test_two_tabs_store_one_snapshot(visit: Callable[..., Page]) -> None:
    first = visit("about/")
    second = first.context.new_page()
    address = first.url.replace("about/", CHOOSE)
    for page in (first, second):
        page.goto(address, wait_until="commit")
    for page in (first, second):
        wait_for_engine(page)
        wait_until_stored(page)

    count = first.evaluate(f"async () => (await (await caches.open('{CACHE}')).keys()).length")
    assert count == 1
    first.reload()
    assert restored(first)
