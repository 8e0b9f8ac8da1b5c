"""Workbooks become trees; nothing in them is computed, and nothing outside them is read."""

from __future__ import annotations

import io
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from command_line import DRAGON
from fingerpost.export.formats.sheet import write
from fingerpost.importing.formats.sheet import read
from fingerpost.importing.sheet.grid import MOST_BYTES, letters
from fingerpost.source import read_tree
from sheets import Book, found_in, routes, tree_in, workbook_of

WAYS = [["A", "B", "Outcome"], ["1", "x", "P"], ["1", "y", "Q"], ["2", None, "Q"]]


def in_parts(content: bytes, change: dict[str, bytes]) -> bytes:
    """Return a workbook with some parts replaced or added."""
    copy = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as archive, ZipFile(copy, "w", ZIP_DEFLATED) as changed:
        for name in archive.namelist():
            changed.writestr(name, change.get(name, archive.read(name)))
        for name in change.keys() - set(archive.namelist()):
            changed.writestr(name, change[name])
    return copy.getvalue()


def exported_with(change: dict[tuple[str, str], str]) -> bytes:
    """Return the workbook of a tree with other texts in some cells."""
    from openpyxl import load_workbook

    tree = read_tree(DRAGON).tree
    assert tree is not None
    book: Book = load_workbook(io.BytesIO(write(tree, "")))
    for (sheet, cell), text in change.items():
        book[sheet][cell] = text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_first_visible_sheet_is_read_unless_one_is_called_ways() -> None:
    other = [["Z", "Outcome"], ["1", "P"], ["2", "Q"]]

    def hide(book: Book) -> None:
        book["Notes"].sheet_state = "hidden"

    assert list(routes(read(workbook_of({"Mine": WAYS}), "w.xlsx"))) == ["a", "b"]
    named = read(workbook_of({"Mine": other, "Ways": WAYS}), "w.xlsx")
    assert list(routes(named)) == ["a", "b"]
    assert found_in(named) == ["w.xlsx!Mine!A1 import-left-out"]
    hidden = read(workbook_of({"Notes": other, "Mine": WAYS}, hide), "w.xlsx")
    assert list(routes(hidden)) == ["a", "b"]
    assert found_in(hidden) == []


def test_numbers_dates_and_truths_are_read_as_people_see_them() -> None:
    values = [5, 2.5, True, date(2026, 11, 27), datetime(2026, 11, 27, 8, 30), 1e6]
    imported = read(
        workbook_of({"W": [["A", "Outcome"], *([value, "PQ"[n % 2]] for n, value in enumerate(values))]}), "w"
    )

    (question,) = tree_in(imported).questions.values()
    assert [answer.label.plain for answer in question.answers] == [
        "5",
        "2.5",
        "Yes",
        "2026-11-27",
        "2026-11-27T08:30:00",
        "1000000",
    ]


def test_a_percentage_is_read_as_one() -> None:
    def percent(book: Book) -> None:
        book["W"]["A2"].number_format = "0%"

    imported = read(workbook_of({"W": [["A", "Outcome"], [0.5, "P"], [2, "Q"]]}, percent), "w.xlsx")

    (question,) = tree_in(imported).questions.values()
    assert [answer.label.plain for answer in question.answers] == ["50%", "2"]


def test_a_formula_is_not_computed_and_its_row_is_left_out() -> None:
    imported = read(workbook_of({"W": [*WAYS, ["2", "=A1", '=HYPERLINK("http://example.org")']]}), "w.xlsx")

    assert found_in(imported) == ["w.xlsx!W!B5 import-formula", "w.xlsx!W!C5 import-formula"]
    assert routes(imported)["a"] == {"1": "b", "2": "q"}


def test_a_formula_in_the_heading_leaves_its_column_out() -> None:
    rows = [["A", "=1+1", "Outcome"], ["1", "x", "P"], ["2", "y", "Q"]]

    assert found_in(read(workbook_of({"W": rows}), "w.xlsx")) == [
        "w.xlsx!W!B1 import-formula",
        "w.xlsx!W!B1 import-unknown-column",
    ]


def test_the_text_of_merged_cells_is_taken_for_each() -> None:
    rows = [["A", "B", "Outcome"], ["1", "x", "P"], [None, "y", "Q"], ["2", "x", "P"], ["2", "y", "R"]]

    imported = read(workbook_of({"W": rows}, lambda book: book["W"].merge_cells("A2:A3")), "w.xlsx")

    assert found_in(imported) == ["w.xlsx!W!A2 import-merged-cells"]
    assert routes(imported)["a"] == {"1": "b", "2": "b-2"}


def test_a_finding_names_the_cell_of_its_row() -> None:
    rows = [*WAYS, *[[None, None, None]] * 3, ["1", "z", None]]

    assert found_in(read(workbook_of({"My ways": rows}), "w.xlsx")) == ["w.xlsx!My ways!C8 import-bad-row"]
    assert [letters(column) for column in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


# ---- The texts of an exported workbook


def test_words_that_were_changed_in_one_place_are_told() -> None:
    imported = read(exported_with({("Ways", "C1"): "Is it bashful? [shy]", ("Outcomes", "B3"): "Bread"}), "w.xlsx")

    assert sorted(found_in(imported)) == ["w.xlsx!Outcomes!B3 import-left-out", "w.xlsx!Questions!B4 import-left-out"]
    assert tree_in(imported).questions["shy"].ask.plain == "Is it bashful?"
    assert tree_in(imported).outcomes["toast"].title.plain == "Toast"


def test_texts_that_were_changed_are_taken() -> None:
    imported = read(
        exported_with({("Questions", "D3"): "*New*", ("Questions", "G3"): "", ("Answers", "D3"): "A note"}), "w.xlsx"
    )

    size = tree_in(imported).questions["size"]
    assert found_in(imported) == []
    assert size.reason is not None
    assert (size.reason.plain, size.unsure_allowed) == ("*New*", True)
    assert tree_in(imported).questions["hungry"].answers[1].note is not None


def test_texts_of_parts_that_the_ways_do_not_have_are_told() -> None:
    imported = read(exported_with({("Questions", "A4"): "shyness", ("Answers", "H1"): "Comment"}), "w.xlsx")

    assert sorted(found_in(imported)) == [
        "w.xlsx!Answers!H1 import-unknown-column",
        "w.xlsx!Questions!A4 import-left-out",
    ]


def test_a_question_that_was_added_to_an_exported_sheet_is_asked() -> None:
    cells = {("Ways", "C1"): "Is it raining?", ("Ways", "C3"): "Of course"}
    imported = read(exported_with(cells), "w.xlsx")

    assert routes(imported)["size"] == {"small": "toast", "big": "is-it-raining", "huge": "sheep"}
    assert routes(imported)["is-it-raining"] == {"of-course": "toast", "no": "sheep"}


# ---- What is no workbook


def damaged() -> dict[str, bytes]:
    good = workbook_of({"W": WAYS})
    return {
        "cut": good[: len(good) // 2],
        "only the mark": b"PK\x03\x04",
        "no sheet": in_parts(good, {"xl/workbook.xml": b"<workbook/>"}),
        "no XML": in_parts(good, {"xl/worksheets/sheet1.xml": b"text"}),
        "another archive": in_parts(workbook_of({"W": WAYS}), {"[Content_Types].xml": b"<Types/>"}),
        "an empty sheet": workbook_of({"W": []}),
    }


@pytest.mark.parametrize("name", damaged())
def test_a_damaged_workbook_has_one_finding(name: str) -> None:
    imported = read(damaged()[name], "w.xlsx")

    assert imported.draft is None
    assert [finding.code for finding in imported.findings] == ["import-unreadable"]


ENTITY = '<!DOCTYPE worksheet [<!ENTITY a "{0}">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml", "xl/extra.bin"])
def test_a_document_type_is_refused_in_every_part(part: str, encoding: str) -> None:
    content = in_parts(workbook_of({"W": WAYS}), {part: ENTITY.format("x").encode(encoding)})

    assert found_in(read(content, "w.xlsx")) == ["w.xlsx:1:1 import-unsafe"]


def test_a_bomb_is_not_unpacked() -> None:
    good = workbook_of({"W": WAYS})
    bomb = in_parts(good, {"xl/media/image1.png": b"\0" * (MOST_BYTES + 1)})
    assert len(bomb) < 100_000

    assert found_in(read(bomb, "w.xlsx")) == ["w.xlsx:1:1 import-too-large"]


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    size = MOST_BYTES * 5
    bomb = in_parts(workbook_of({"W": WAYS}), {"xl/media/image1.png": b"\0" * size})
    lying = bomb.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != bomb

    imported = read(lying, "w.xlsx")

    assert [finding.code for finding in imported.findings] == ["import-unreadable"]


def test_a_sheet_that_reaches_too_far_is_not_read() -> None:
    def far(book: Book) -> None:
        book["W"]["XFD1048576"] = "x"

    assert found_in(read(workbook_of({"W": WAYS}, far), "w.xlsx")) == ["w.xlsx!W!XFD1048576 import-too-large"]
