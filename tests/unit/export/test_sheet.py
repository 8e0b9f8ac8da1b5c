"""The tree as an Excel workbook, read back by openpyxl."""

from __future__ import annotations

import io
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from command_line import DRAGON
from fingerpost.export.formats.sheet import FORMAT, write
from fingerpost.sheets.cells import LONGEST
from fingerpost.source import read_tree
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from made_up import SUPPER
from sheets import Book


def dragon() -> Tree:
    tree = read_tree(DRAGON).tree
    assert tree is not None
    return tree


def book(tree: Tree) -> Book:
    return load_workbook(io.BytesIO(write(tree, "https://example.org/d/")))


def values(sheet: Book) -> list[tuple[str, ...]]:
    return [tuple(value or "" for value in row) for row in sheet.iter_rows(values_only=True)]


def test_the_ways_come_first_and_then_the_texts() -> None:
    found = book(dragon())

    assert found.sheetnames == ["Ways", "Questions", "Answers", "Outcomes", "About"]
    assert values(found["Ways"])[:2] == [
        (
            "Is the dragon hungry? [hungry]",
            "How big is the dragon? [size]",
            "Is it shy? [shy]",
            "Outcome",
            "Outcome id",
        ),
        ("Yes", "Smaller than a barn [small]", "", "Toast", "toast"),
    ]
    assert values(found["Questions"])[1:] == [
        (
            "hungry",
            "Is the dragon hungry?",
            "",
            "A dragon that is not hungry sleeps, and wakes up cross.",
            "Signs of hunger:\n\n- smoke\n- a look at the sheep\n\nSee the handbook (https://example.org/dragons).",
            "",
            "Ask the keeper when it last ate.",
        ),
        ("size", "How big is the dragon?", "", "", "", "", "Not allowed"),
        ("shy", "Is it shy?", "Shyness", "", "", "It may hide.", ""),
    ]
    assert values(found["Answers"])[:2] == [
        ("Question id", "Id", "Answer", "Note", "Why it leads there"),
        ("hungry", "yes", "Yes", "There is smoke", "Smoke means hunger."),
    ]
    assert values(found["Outcomes"])[2] == ("toast", "Toast", "Well done on both sides.", "snacks/toast.md")


def test_a_sheet_says_where_the_tree_is_from_and_what_is_left_out() -> None:
    about = {row[0]: row[1] for row in values(book(dragon())["About"])[1:]}

    assert about["Source"] == "The dragon keeper's handbook"
    assert about["Licence"] == "CC0-1.0"
    assert about["Page"] == "https://example.org/d/"
    assert about["Note"].endswith(f"Left out: {FORMAT.leaves_out}.")


def test_the_heading_stays_in_view_with_a_filter_and_long_texts_are_wrapped() -> None:
    for sheet in book(dragon()).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(10 <= column.width <= 60 for column in sheet.column_dimensions.values())
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value)
        assert sheet["A1"].font.bold


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "1/2", '=HYPERLINK("http://example.org")', "<t>&", "'=x"])
def test_every_cell_is_a_text(text: str) -> None:
    tree = replace(
        SUPPER, outcomes={**SUPPER.outcomes, "soup": replace(SUPPER.outcomes["soup"], title=plain_text(text))}
    )

    cell = book(tree)["Ways"]["D2"]

    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix == (text.lstrip("'")[0] in "=+-@")


def test_the_bytes_are_the_same_each_time_and_have_no_time() -> None:
    content = write(dragon(), "")

    assert content == write(dragon(), "")
    with ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_a_text_that_is_too_long_for_a_cell_ends_with_an_ellipsis() -> None:
    long = plain_text("x" * (LONGEST + 1))
    tree = replace(SUPPER, questions={**SUPPER.questions, "hungry": replace(SUPPER.questions["hungry"], help=long)})

    text = values(book(tree)["Questions"])[1][4]

    assert (len(text), text[-2:]) == (LONGEST, "x…")
