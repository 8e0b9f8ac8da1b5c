"""The anchors of headings."""

from __future__ import annotations

import pytest

from fingerpost.text.slugs import slugify


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Request/Response (synchronous)", "request-response-synchronous"),
        ("Registry/Repository", "registry-repository"),
        ("What it is", "what-it-is"),
        ("A&E / urgent care", "ae-urgent-care"),
        ("one_word", "one_word"),
        ("not-checked", "not-checked"),
        ("Publish/", "publish"),
        ("???", ""),
    ],
)
def test_an_anchor_can_be_guessed(heading: str, anchor: str) -> None:
    assert slugify(heading, "-") == anchor


def test_the_separator_is_the_builders() -> None:
    assert slugify("Shared repository", "_") == "shared_repository"
