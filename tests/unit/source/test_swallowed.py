"""A field that has become part of the text above it is reported; a text that only looks like one is not."""

from __future__ import annotations

import pytest

from example_trees import DRAGON
from fingerpost.source import read_source

WHOLE = DRAGON.read_text(encoding="utf-8")
BEFORE = "      - a look at the sheep\n"


def found_with(line: str) -> list[str]:
    """Return the places and codes of the findings of a tree whose help text ends with a line."""
    assert WHOLE.count(BEFORE) == 1
    reading = read_source(WHOLE.replace(BEFORE, BEFORE + line).encode(), "tree.yml")
    return [f"{finding.place.line}:{finding.place.column} {finding.code}" for finding in reading.findings]


def test_a_field_in_a_text_is_reported_at_its_line() -> None:
    line = WHOLE[: WHOLE.index(BEFORE)].count("\n") + 2

    assert found_with("\n      short: Hungry\n") == [f"{line + 1}:7 field-in-text"]
    assert found_with("      short:\n") == [f"{line}:7 field-in-text"]


@pytest.mark.parametrize(
    "line",
    [
        "      reason: there is one.\n",  # the question has this field
        "      title: no field of a question.\n",
        "      In short: feed it.\n",
        "      short:er words\n",
        "      Short: a small one\n",
        "      - short: a list\n",
    ],
)
def test_another_line_of_a_text_is_no_field(line: str) -> None:
    assert found_with(line) == []
