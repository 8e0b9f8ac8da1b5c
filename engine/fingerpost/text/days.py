"""Days as readers see them."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def day_in_words(day: str) -> str:
    """Return a day such as `2026-05-01` as `1 May 2026`, and anything else as it is."""
    found = _DAY.fullmatch(day)
    if found is None or not 1 <= int(found[2]) <= len(_MONTHS):
        return day
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"
