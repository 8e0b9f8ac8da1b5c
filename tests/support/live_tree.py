"""The site's own tree, and the ways that `docs/choose/tree.yml` has to have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fingerpost.check import check_file
from fingerpost.tree.model import Tree

DOCS = Path(__file__).parents[2] / "docs"

WAYS: tuple[tuple[dict[str, str], str], ...] = (
    (
        {"proactive-request": "yes", "care-setting": "yes", "location-known": "yes"},
        "request-response-synchronous",
    ),
    ({"proactive-request": "yes", "care-setting": "yes", "location-known": "no"}, "registry-repository"),
    ({"proactive-request": "yes", "care-setting": "no", "repository-mandate": "yes"}, "shared-repository"),
    ({"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}, "registry-repository"),
    (
        {"proactive-request": "no", "business-acknowledgement": "yes", "manual-activity": "yes"},
        "request-response-asynchronous",
    ),
    (
        {"proactive-request": "no", "business-acknowledgement": "yes", "manual-activity": "no"},
        "request-response-synchronous",
    ),
    (
        {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "yes"},
        "information-push",
    ),
    (
        {"proactive-request": "no", "business-acknowledgement": "no", "recipients-known": "no"},
        "publish-subscribe",
    ),
)
"""The 8 ways to 6 outcomes, from the table of the source guidance."""


@cache
def live_tree() -> Tree:
    """Read the site's tree."""
    tree, findings = check_file(DOCS / "choose" / "tree.yml", DOCS)
    assert tree is not None, findings
    return tree
