"""Sheets: openpyxl and LibreOffice read what is exported, and a row that is looked up has the engine's outcome."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from openpyxl import load_workbook

from combinations import combinations, outcome_of
from fingerpost.cases.columns import heading_of
from fingerpost.cases.decide import Decider
from fingerpost.compare import compare_trees
from fingerpost.export.formats import FORMATS
from fingerpost.export.sheet import rows as sheet_rows
from fingerpost.export.sheet.rows import table_of
from fingerpost.importing.formats.sheet import read
from fingerpost.tree.model import Tree
from imports import bare, tree_of_draft
from large_tree import large_tree
from rows_of_ways import outcome_in
from sheets import Book, found_in
from tree_files import TREE_FILES, tree_in
from trees import trees

FORMS = {"ways": sheet_rows.LIMIT, "steps": 0}
"""Each form of a sheet with the most ways that lead to it."""


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write every sheet in one form."""
    monkeypatch.setattr(sheet_rows, "LIMIT", FORMS[request.param])
    return request.param


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def workbook_rows(content: bytes) -> list[list[str]]:
    sheet: Book = load_workbook(io.BytesIO(content)).worksheets[0]
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def labels(tree: Tree) -> dict[str, dict[str, str]]:
    """Return the words of each answer, as a spreadsheet shows them."""
    return {
        question.id: {answer.id: answer.label.plain for answer in question.answers}
        for question in tree.questions.values()
    }


def check(tree: Tree, most: int) -> None:
    """Compare the outcomes of rows that are looked up, and those of `decide`, with the engine's."""
    counting = tree.counting
    cases = combinations(counting, most)
    expected = [outcome_of(counting, case) for case in cases]
    found = csv_rows(FORMATS["ways"].write(tree, ""))
    assert [outcome_in(found, labels(tree), case) for case in cases] == expected
    names = list(counting.questions)
    decider = Decider(tree, heading_of(tree, names))
    assert [decider.decide([case[name] for name in names]).outcome for case in cases] == expected
    by_words = Decider(tree, heading_of(tree, [question.ask.plain for question in counting.questions.values()]))
    shown = [[labels(tree)[name][case[name]] for name in names] for case in cases]
    assert [by_words.decide(row).outcome for row in shown] == expected


@pytest.mark.parametrize("file", TREE_FILES, ids=lambda file: file.relative_to(file.parents[2]).as_posix())
@pytest.mark.usefixtures("form")
def test_every_combination_of_answers_has_its_row(file: Path) -> None:
    check(tree_in(file), 400)


@pytest.mark.parametrize("file", TREE_FILES, ids=lambda file: file.relative_to(file.parents[2]).as_posix())
def test_the_rows_of_a_sheet_are_cases_with_its_outcomes(file: Path) -> None:
    """A sheet of ways can be given to `decide` as it is."""
    tree = tree_in(file)
    heading, *others = csv_rows(FORMATS["ways"].write(tree, ""))

    decider = Decider(tree, heading_of(tree, heading))

    assert [decider.decide(row).outcome for row in others] == [row[heading.index("Outcome id")] for row in others]


@settings(max_examples=25, database=None, phases=[Phase.generate], deadline=None)
@given(trees())
def test_every_combination_of_answers_to_random_trees_has_its_row(tree: Tree) -> None:
    check(tree, 100)


@pytest.mark.parametrize("file", TREE_FILES, ids=lambda file: file.relative_to(file.parents[2]).as_posix())
def test_openpyxl_reads_what_the_tree_has(file: Path, form: str) -> None:
    tree = tree_in(file)
    table = table_of(tree)

    assert table.name.lower() == form
    assert workbook_rows(FORMATS["sheet"].write(tree, "")) == [list(row) for row in (table.headings, *table.rows)]


@pytest.mark.parametrize("name", ["ways", "sheet"])
@pytest.mark.parametrize("file", TREE_FILES, ids=lambda file: file.relative_to(file.parents[2]).as_posix())
@pytest.mark.usefixtures("form")
def test_every_tree_of_the_repository_comes_back(file: Path, name: str) -> None:
    tree = tree_in(file)

    imported = read(FORMATS[name].write(tree, ""), FORMATS[name].file)

    assert found_in(imported) == []
    assert imported.draft is not None
    comparison = compare_trees(bare(tree), bare(tree_of_draft(imported.draft)))
    assert not comparison.moves.changes
    # CSV has no place for short names.
    assert {each.field for each in comparison.parts.reworded} <= ({"short"} if name == "ways" else set())
    assert [*comparison.parts.added, *comparison.parts.removed, *comparison.parts.rerouted] == []


def test_a_workbook_has_the_texts_of_the_tree() -> None:
    """All that a workbook does not leave out comes back, but for the formatting."""
    for file in TREE_FILES:
        tree = tree_in(file)
        imported = read(FORMATS["sheet"].write(tree, ""), "ways.xlsx")
        assert imported.draft is not None
        assert list(texts(tree_of_draft(imported.draft))) == list(texts(tree.counting))


def texts(tree: Tree) -> Iterator[object]:
    yield tree.title.plain, tree.edition, tree.source, tree.verdict, tree.noun
    for question in tree.questions.values():
        prose = (question.ask, question.short, question.reason, question.help, question.more, question.unsure)
        yield question.id, question.unsure_allowed, [text and text.plain for text in prose]
        for answer in question.answers:
            yield answer.id, answer.go, [text and text.plain for text in (answer.label, answer.note, answer.because)]
    for outcome in tree.outcomes.values():
        yield outcome.id, outcome.title.plain, outcome.summary and outcome.summary.plain, outcome.page


@pytest.mark.parametrize("name", ["ways", "sheet"])
def test_a_large_tree_comes_back(name: str) -> None:
    tree = large_tree(1000)

    imported = read(FORMATS[name].write(tree, ""), FORMATS[name].file)

    assert imported.draft is not None
    assert compare_trees(bare(tree), bare(tree_of_draft(imported.draft))).is_empty


SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here, so it did not open the sheets")
@pytest.mark.parametrize("name", ["ways", "sheet"])
def test_libreoffice_opens_what_is_exported_and_saves_it_unchanged(tmp_path: Path, name: str) -> None:
    """All trees at once, since a start of the program costs seconds."""
    assert SOFFICE is not None
    endings = {"ways": ("csv", "xlsx"), "sheet": ("xlsx", "csv")}
    before, after = endings[name]
    known = {f"tree-{number}": tree_in(file) for number, file in enumerate(TREE_FILES)}
    for stem, tree in known.items():
        (tmp_path / f"{stem}.{before}").write_bytes(FORMATS[name].write(tree, ""))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Comma, quotation mark, UTF-8; all cells as text, and no formula computed.
    as_text = ["--infilter=CSV:44,34,76,1,,0,true,false"] if before == "csv" else []
    to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true" if after == "csv" else after
    files = [str(tmp_path / f"{stem}.{before}") for stem in known]
    command = [SOFFICE, profile, "--headless", *as_text, "--convert-to", to, "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)

    for stem, tree in known.items():
        imported = read((tmp_path / "out" / f"{stem}.{after}").read_bytes(), f"{stem}.{after}")
        assert imported.draft is not None, found_in(imported)
        assert compare_trees(bare(tree), bare(tree_of_draft(imported.draft))).moves.changes == ()
