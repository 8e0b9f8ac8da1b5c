"""Allows one run at a time: two runs that install into the same folders would break each other."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from project.paths import CACHE
from project.progress import say

if os.name == "nt":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_lock(descriptor: int) -> None:
        while not _try_lock(descriptor):
            # LK_LOCK itself gives up after ten tries, one a second.
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            except OSError:
                continue
            return

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _wait_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the repository's lock; wait for another run to finish first.

    The system releases the lock when the process ends, however it ends.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(CACHE / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _try_lock(descriptor):
            say("== Waiting for another run in this folder to finish ...")
            _wait_lock(descriptor)
        yield
    finally:
        os.close(descriptor)
