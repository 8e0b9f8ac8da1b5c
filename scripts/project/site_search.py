"""The site's search: Material's own, asked for the words that pages are about."""

from pathlib import Path

from project.paths import ENGINE
from project.progress import StepError

_WORDS = ENGINE / "web" / "material" / "search-words.js"


def apply(site: Path) -> None:
    """Put the choice of words in front of Material's search, which has no place of its own for it.

    Args:
        site: The folder of the built site.

    Raises:
        StepError: Material's search is not where it was.
    """
    workers = sorted((site / "assets" / "javascripts" / "workers").glob("search.*.min.js"))
    if len(workers) != 1:
        raise StepError(
            f"Material's search should be one script, and the site has {len(workers)}",
            "Look for the worker of the search in the theme's assets, and name it in scripts/project/site_search.py.",
        )
    (worker,) = workers
    # A function around it: both scripts are classic ones, and share their names otherwise.
    words = f"(() => {{\n{_WORDS.read_text(encoding='utf-8')}}})();\n"
    worker.write_text(words + worker.read_text(encoding="utf-8"), encoding="utf-8")
