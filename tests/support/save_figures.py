"""Saves the figures of coverage as soon as a process has run its tests: a plugin of pytest, used by `strength.py`.

A process of xdist that takes longer than ten seconds to end is killed, and its figures would be lost.
"""

from __future__ import annotations

import pytest
from coverage import Coverage


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """Save the figures of this process."""
    measuring = Coverage.current()
    if measuring is not None:
        measuring.stop()
        measuring.save()
