"""The bounds that every call of a fuzzed part has to keep: time, and memory that does not grow."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

MOST_SECONDS = 10.0
"""The limit of processor time; a call that exceeds it counts as a hang."""

MOST_MEGABYTES = 400
"""How much a process may grow over all calls of a run, in the most that it ever had."""


class Bounds:
    """Measures calls, and remembers the slowest.

    Attributes:
        slowest: The longest time that a call took, in seconds of processor time.
    """

    def __init__(self) -> None:
        """Begin to measure."""
        self.slowest = 0.0
        self._before = _megabytes()

    def measured[Value](self, call: Callable[[], Value]) -> Value:
        """Return what a call returns.

        Raises:
            AssertionError: It took longer than any call may.
        """
        began = time.process_time()
        value = call()
        took = time.process_time() - began
        self.slowest = max(self.slowest, took)
        assert took < MOST_SECONDS, f"{took:.1f} s"
        return value

    @property
    def growth(self) -> float:
        """The megabytes by which the process has grown."""
        return _megabytes() - self._before

    def check_growth(self) -> None:
        """Fail if the process has grown beyond the limit."""
        assert self.growth < MOST_MEGABYTES, f"{self.growth:.0f} MB"


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
