"""The paths of the tree files that tests read."""

from __future__ import annotations

from pathlib import Path

from fingerpost.site import starter

TREES = Path(__file__).parents[1] / "trees"
"""Tree files of the tests: `broken/` and `broken-pages/` with their findings, and sound ones."""

DRAGON = TREES / "dragon.yml"
"""A made-up tree that uses every field of the format."""

STARTER = starter.FILES / "docs"
"""The documentation folder of the site that `fingerpost new` writes."""
