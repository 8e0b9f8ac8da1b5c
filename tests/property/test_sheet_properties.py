"""Sheets of random trees come back, whatever their words; and no change to a sheet ends its import with an error."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from fingerpost.compare import compare_trees
from fingerpost.export.formats import FORMATS
from fingerpost.export.sheet import rows as sheet_rows
from fingerpost.importing.formats.sheet import read
from fingerpost.tree.model import Tree
from imports import bare, tree_of_draft, with_text
from made_up import SUPPER
from trees import trees

WORDS = st.text(st.sampled_from("aZ9 =+-@'\"[]{},;\t|*_<>&#éß")) | st.sampled_from(
    ["[a0]", "=1+1", "any", "-", "Outcome", "Tree", "sep=;", "1. x", "[x] [y]"]
)


@settings(deadline=None)
@given(trees(), WORDS, st.sampled_from(["ways", "sheet"]), st.sampled_from([1000, 0]))
def test_a_tree_comes_back_whatever_its_words(tree: Tree, words: str, name: str, limit: int) -> None:
    shown = " ".join(words.split())
    tree = with_text(tree, shown) if shown else tree

    with patch.object(sheet_rows, "LIMIT", limit):
        content = FORMATS[name].write(tree, "")
    imported = read(content, FORMATS[name].file)

    assert imported.findings == ()
    assert imported.draft is not None
    assert compare_trees(bare(tree), bare(tree_of_draft(imported.draft))).is_empty


GOOD = {name: FORMATS[name].write(SUPPER, "") for name in ("ways", "sheet")}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[bytes, str]:
    """Draw a sheet with some bytes replaced, removed or repeated."""
    name = draw(st.sampled_from(sorted(GOOD)))
    content = GOOD[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        new = draw(st.binary(max_size=8) | st.sampled_from([b",", b'"', b"\n", b"=", content[start:end] * 2]))
        content = content[:start] + new + content[end:]
    return content, FORMATS[name].file


@settings(deadline=None)
@given(damaged() | st.tuples(st.binary(), st.sampled_from(["ways.csv", "ways.xlsx"])))
def test_no_file_ends_the_import_with_an_error(sheet: tuple[bytes, str]) -> None:
    content, name = sheet

    imported = read(content, name)

    assert imported.draft is not None or imported.findings
    assert all(str(finding.place).startswith(name) for finding in imported.findings)


TABLES = st.lists(
    st.lists(st.sampled_from(["", "a", "b", "-", "A", "=x", "Outcome", "c [c]"]), max_size=6), max_size=12
)


@settings(deadline=None)
@given(TABLES, st.booleans())
def test_any_table_gives_a_tree_or_a_finding(table: list[list[str]], has_heading: bool) -> None:
    heading = ["A,B,C,Outcome"] if has_heading else []
    content = "\n".join([*heading, *map(",".join, table)]).encode()

    imported = read(content, "ways.csv")

    if imported.draft is None:
        assert imported.findings
    else:
        tree_of_draft(imported.draft)
