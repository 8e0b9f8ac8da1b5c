"""The tree as an outline."""

from __future__ import annotations

from fingerpost.export.formats import FORMATS
from made_up import SUPPER


def test_each_question_stands_once_with_its_answers() -> None:
    text = FORMATS["outline"].write(SUPPER, "https://example.org/supper/").decode()

    expected = """Supper
Edition 1
From https://example.org/supper/
Left out: help, notes, worked examples and whom to ask when not sure.

1. Hungry?
   - Yes → question 2
   - No → question 3

2. Cook?
   - Yes → Soup
   - No → Toast

3. Thirsty?
   - Yes → Tea
   - No → Toast
"""
    assert text == expected
