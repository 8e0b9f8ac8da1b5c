"""Reduces queries of Material's search to the words that pages are about."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_WORDS: Final = Path(__file__).parents[1] / "web" / "material" / "search-words.js"


def add_to_search(site: Path) -> bool:
    """Put the reduction of queries in front of the worker of Material's search, which has no setting for it.

    Args:
        site: The folder of the built site.

    Returns:
        Whether Material's search is in the expected file; otherwise nothing is changed.
    """
    workers = list((site / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    if len(workers) != 1:
        return False
    (worker,) = workers
    # Wrapped in a function: both are classic scripts, which would otherwise share their names.
    words = f"(() => {{\n{_WORDS.read_text(encoding='utf-8')}}})();\n"
    worker.write_text(words + worker.read_text(encoding="utf-8"), encoding="utf-8")
    return True
