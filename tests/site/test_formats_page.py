"""The reference page of the formats has what each format says of itself, and describes every option."""

from __future__ import annotations

import re

import pytest

from fingerpost.export.formats import FORMATS
from project.paths import DOCS

PAGE = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")

SECTIONS = {
    part.partition("\n")[0]: part.partition("\n")[2] for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
}


def words(text: str) -> list[str]:
    """Return the words of a list, whether in a sentence or in lines."""
    return [word for word in re.findall(r"[\w'-]+", text.replace("`", "")) if word != "and"]


def test_the_table_has_every_format_in_order() -> None:
    rows = re.findall(r"^\| \[(.+?)\]\(#.+?\) \| `(.+?)` \| `(.+?)` \| `(.+?)` \|$", PAGE, flags=re.MULTILINE)

    assert rows == [(each.title, name, each.file, each.media_type) for name, each in FORMATS.items()]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_a_part_that_names_its_readers(name: str) -> None:
    assert FORMATS[name].read_by
    assert SECTIONS[FORMATS[name].title].strip().startswith(f"For {FORMATS[name].read_by}.")


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_lists_what_it_leaves_out(name: str) -> None:
    listed = re.search(r"^It leaves out:\n\n((?:- .*\n?)+)", SECTIONS[FORMATS[name].title], flags=re.MULTILINE)

    assert (words(re.sub("^- ", "", listed[1], flags=re.MULTILINE)) if listed else []) == words(
        FORMATS[name].leaves_out
    )
