"""Every fault of the table: the visitor sees what it says, no answer or note is lost, and the listing works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from faults import FAULTS
from faults.check import check
from faults.fault import Fault
from faults.scene import Scene
from site_copies import copy_site
from site_server import SiteServer
from tabs import Tab
from watch import Watch


def _marks(fault: Fault, variant: str) -> list[pytest.MarkDecorator]:
    marks = [pytest.mark.long] if fault.is_long(variant) else []
    if variant.startswith("sandbox"):
        marks.append(pytest.mark.provokes("other origin", "a page in a sandbox has an origin of its own"))
    return marks


CASES = [
    pytest.param(fault, variant, id=f"{fault.name}-{variant}" if variant else fault.name, marks=_marks(fault, variant))
    for fault in FAULTS
    for variant in fault.variants
]


@pytest.fixture
def scene(
    request: pytest.FixtureRequest, server: SiteServer, fault: Fault, watch: Watch, tmp_path: Path
) -> Iterator[Scene]:
    """A visitor who has left notes, in a profile of their own."""
    options: dict[str, Any] = {"service_workers": "block", **fault.options}
    if options["service_workers"] == "allow":
        copy_site(tmp_path / "site")  # a service worker notices a search that knows little
        server.root = tmp_path / "site"
    browser: Browser = request.getfixturevalue("remembering_chromium" if fault.remembers else "chromium")
    tab = Tab(browser, server.address, options)
    tab.watch = watch
    yield Scene(tab, server)
    tab.close()
    server.headers = {}


@pytest.mark.every_variant
@pytest.mark.parametrize(("fault", "variant"), CASES)
def test_a_fault_loses_nothing_and_leaves_the_listing(scene: Scene, fault: Fault, variant: str, watch: Watch) -> None:
    fault.how(scene, variant)

    check(fault, variant, scene)

    assert [message for message in watch.faults if not any(part in message for part in fault.expected)] == []
