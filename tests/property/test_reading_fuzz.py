"""Reading takes any bytes: it never raises, never hangs, and always says where and what."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import MOST_SECONDS, cases, read

LONG_SEEDS = range(1000, 1020)
"""Those of the long test; tests/property/fuzz-seeds.md has all that were run."""


@settings(deadline=None)  # a busy machine is no fault of the reader
@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(data: bytes) -> None:
    """Bytes without any meaning give findings."""
    read(data)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_mutated_trees_can_be_read(seed: int) -> None:
    """Trees with anything done to them give findings, or are sound."""
    for data in cases(seed)[:100]:
        read(data)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG_SEEDS)
def test_thousands_of_mutated_trees_can_be_read(seed: int) -> None:
    """The same cases every time, each within a bounded time."""
    for data in cases(seed):
        began = time.process_time()
        read(data)

        assert time.process_time() - began < MOST_SECONDS
