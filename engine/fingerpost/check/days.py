"""The day of a check, on which findings about dates depend."""

from __future__ import annotations

from datetime import date


def today() -> str:
    """Return the present day as `YYYY-MM-DD`."""
    return date.today().isoformat()
