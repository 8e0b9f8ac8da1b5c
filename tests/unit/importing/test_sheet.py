"""Sheets of ways become trees, and what is wrong in them is told at its cell."""

from __future__ import annotations

import pytest

from fingerpost.importing.formats.sheet import read
from fingerpost.importing.sheet import branching
from fingerpost.importing.sheet.grid import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from fingerpost.importing.sheet.rows import MOST_ANSWERS
from sheets import csv_of, found_in, read_lines, routes, tree_in

# ---- What a sheet means


def test_a_column_is_a_question_and_a_row_is_a_way() -> None:
    imported = read_lines("Hungry?,Cook?,Outcome", "Yes,Yes,Soup", "Yes,No,Toast", "No,,Tea")

    assert found_in(imported) == []
    assert routes(imported) == {"hungry": {"yes": "cook", "no": "tea"}, "cook": {"yes": "soup", "no": "toast"}}
    tree = tree_in(imported)
    assert (tree.id, tree.title.plain, tree.edition, tree.start) == ("ways", "Ways", "1", "hungry")
    assert tree.questions["hungry"].ask.plain == "Hungry?"
    assert tree.outcomes["soup"].title.plain == "Soup"


def test_branches_join_where_the_rest_is_the_same() -> None:
    imported = read_lines("A,B,C,Outcome", "1,,x,P", "1,,y,Q", "2,m,x,P", "2,m,y,Q", "2,n,,P")

    assert routes(imported) == {"a": {"1": "c", "2": "b"}, "b": {"m": "c", "n": "p"}, "c": {"x": "p", "y": "q"}}


def test_branches_join_whatever_the_order_of_the_rows() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "2,y,Q", "2,x,P", "1,y,Q")

    assert routes(imported) == {"b": {"x": "p", "y": "q"}}
    assert found_in(imported) == ["ways.csv:1:1 import-left-out"]


def test_a_question_is_asked_twice_where_it_leads_elsewhere() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "1,y,Q", "2,x,Q", "2,y,P")

    assert routes(imported) == {
        "a": {"1": "b", "2": "b-2"},
        "b": {"x": "p", "y": "q"},
        "b-2": {"x": "q", "y": "p"},
    }


@pytest.mark.parametrize("word", ["", "-", "any", "ANY", "*", "n/a", "\N{EM DASH}"])
def test_a_wildcard_fits_every_answer(word: str) -> None:
    imported = read_lines("A,B,Outcome", f"{word},x,P", "1,y,Q", "2,y,R")

    assert found_in(imported) == []
    assert routes(imported) == {
        "a": {"1": "b", "2": "b-2"},
        "b": {"x": "p", "y": "q"},
        "b-2": {"x": "p", "y": "r"},
    }


def test_a_full_table_asks_only_what_counts() -> None:
    """Other programs list every combination, also where an answer no longer counts."""
    imported = read_lines("A,B,Outcome", "no,no,P", "no,yes,P", "yes,no,Q", "yes,yes,R")

    assert found_in(imported) == []
    assert routes(imported) == {"a": {"no": "p", "yes": "b"}, "b": {"no": "q", "yes": "r"}}


def test_words_are_compared_without_case_and_further_spaces() -> None:
    imported = read_lines("A,Outcome", "Yes,Soup", "no,  soup ", " YES ,SOUP", "maybe,Tea")

    assert routes(imported) == {"a": {"yes": "soup", "no": "soup", "maybe": "tea"}}
    assert found_in(imported) == ["ways.csv:4:1 import-left-out"]


def test_ids_come_from_the_words_and_each_is_given_once() -> None:
    imported = read_lines("Édition?,Outcome", "Yes!,Crème brûlée", "Yes?,Édition", "…,edition!")

    assert routes(imported) == {"edition-2": {"yes": "creme-brulee", "yes-2": "edition-3", "answer": "edition-4"}}


def test_markdown_in_a_cell_is_shown_as_it_is() -> None:
    imported = read_lines("*A* or [b](c)?,Outcome", "1. x,# P", "<b>y</b>,P & Q")

    tree = tree_in(imported)
    (question,) = tree.questions.values()
    assert question.ask.plain == "*A* or [b](c)?"
    assert [answer.label.plain for answer in question.answers] == ["1. x", "<b>y</b>"]
    assert [outcome.title.plain for outcome in tree.outcomes.values()] == ["# P", "P & Q"]


def test_brackets_of_other_people_are_words() -> None:
    imported = read_lines("Weight [kg],Height [m],Outcome", "1,2,P", "1,3,Q", "2,,R")

    assert [question.ask.plain for question in tree_in(imported).questions.values()] == ["Weight [kg]", "Height [m]"]


@pytest.mark.parametrize("heading", ["Outcome", "result", "DECISION", "Recommendation"])
def test_the_column_of_the_outcome_has_one_of_its_names(heading: str) -> None:
    assert found_in(read_lines(f"A,{heading}", "1,P", "2,Q")) == []


def test_the_column_of_the_outcome_may_come_first() -> None:
    assert routes(read_lines("Outcome,A", "P,1", "Q,2")) == {"a": {"1": "p", "2": "q"}}


def test_an_apostrophe_that_keeps_a_cell_from_being_a_formula_is_undone() -> None:
    imported = read_lines("A,Outcome", "'=1,'+P", "'2,''-Q")

    (question,) = tree_in(imported).questions.values()
    assert [answer.label.plain for answer in question.answers] == ["=1", "'2"]
    assert [outcome.title.plain for outcome in tree_in(imported).outcomes.values()] == ["+P", "'-Q"]


# ---- How a sheet is written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_is_read_as_excel_writes_it(encoding: str, separator: str) -> None:
    text = separator.join(("Größe?", "Outcome")) + f"\r\nweiß{separator}Tea\r\nrot{separator}Soup\r\n"

    imported = read(text.encode(encoding), "ways.csv")

    assert found_in(imported) == []
    (question,) = tree_in(imported).questions.values()
    assert question.ask.plain == "Größe?"
    assert [answer.label.plain for answer in question.answers] == ["weiß", "rot"]


def test_an_old_encoding_is_read_with_a_doubt() -> None:
    imported = read("Thé?;Outcome\nOui;Café\nNon;Eau\n".encode("cp1252"), "ways.csv")

    assert found_in(imported) == ["ways.csv:1:1 import-encoding"]
    assert tree_in(imported).outcomes["cafe"].title.plain == "Café"


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    imported = read_lines("A,Outcome", '"1\n2",P', "", "3,", "4,Q")

    assert found_in(imported) == ["ways.csv:5:2 import-bad-row"]


def test_the_line_that_names_the_separator_is_no_row() -> None:
    imported = read_lines("sep=;", "A;Outcome", "1;", "2;Q", "3;P")

    assert found_in(imported) == ["ways.csv:3:2 import-bad-row"]


# ---- What is wrong in it


def test_a_contradiction_is_told_at_the_second_row() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "1,y,Q", "1,x,Q", "2,,R")

    assert found_in(imported) == ["ways.csv:4:1 import-contradiction", "ways.csv:4:1 import-left-out"]
    assert "leads to “Q”, and row 2 leads to “P” for the same answers. A 1; B x." in imported.findings[0].message
    assert routes(imported)["b"] == {"x": "p", "y": "q"}


def test_a_contradiction_is_told_for_each_row_although_branches_join() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "1,x,Q", "2,x,P", "2,x,Q", "1,y,P", "2,y,Q")

    assert [line for line in found_in(imported) if "contradiction" in line] == [
        "ways.csv:3:1 import-contradiction",
        "ways.csv:5:1 import-contradiction",
    ]


def test_a_gap_is_told_with_its_answers() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "1,y,Q", "2,x,R")

    assert found_in(imported) == ["ways.csv:4:2 import-gap"]
    assert imported.findings[0].message == "No row has these answers: A 2; B y."
    assert routes(imported)["b-2"] == {"x": "r", "y": "no-row-applies"}
    assert tree_in(imported).outcomes["no-row-applies"].title.plain == "No row applies"


def test_a_question_with_one_answer_has_a_gap() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "2,,Q")

    assert found_in(imported) == ["ways.csv:2:2 import-gap"]
    assert routes(imported)["b"] == {"x": "p", "other": "no-row-applies"}


def test_a_row_without_an_answer_holds_where_no_other_does() -> None:
    imported = read_lines("A,Outcome", "any,Q", "1,P", "2,Q", "3,Q")

    assert found_in(imported) == ["ways.csv:2:1 import-left-out"]
    assert routes(imported) == {"a": {"1": "p", "2": "q", "3": "q"}}
    assert routes(read_lines("A,Outcome", "any,Q", "1,P", "2,R")) == {"a": {"1": "p", "2": "r"}}
    assert routes(read_lines("A,B,Outcome", ",,Q", "1,x,P", "2,y,P"))["b"] == {"x": "p", "y": "q"}


def test_a_row_that_no_answers_lead_to_is_left_out() -> None:
    imported = read_lines("A,B,Outcome", "1,any,P", "2,x,Q", "2,y,R", "1,x,P")

    assert found_in(imported) == ["ways.csv:5:1 import-left-out"]
    assert imported.findings[0].message == "No answers lead to this row: the rows above have them all."


def test_a_column_that_decides_nothing_is_left_out() -> None:
    imported = read_lines("A,B,Outcome", "1,,P", "2,,Q")

    assert found_in(imported) == ["ways.csv:1:2 import-left-out"]


def test_a_row_without_an_outcome_and_a_row_that_is_too_long_are_left_out() -> None:
    imported = read_lines("A,B,Outcome", "1,x,P", "1,y,", "2,x,Q,R", "2,,Q", ",,", "1,y,R")

    assert found_in(imported) == ["ways.csv:3:3 import-bad-row", "ways.csv:4:4 import-bad-row"]
    assert routes(imported) == {"a": {"1": "b", "2": "q"}, "b": {"x": "p", "y": "r"}}


def test_columns_that_are_no_questions_are_left_out() -> None:
    imported = read_lines("No.,A,,Outcome,Comment", "1,x,?,P,because", "2,y,,Q,")

    assert found_in(imported) == [
        "ways.csv:1:1 import-unknown-column",
        "ways.csv:1:3 import-unknown-column",
        "ways.csv:1:5 import-unknown-column",
    ]
    assert routes(imported) == {"a": {"x": "p", "y": "q"}}


def test_two_columns_with_one_question_are_told() -> None:
    imported = read_lines("A,a,Outcome", "1,x,P", "2,y,Q")

    assert found_in(imported) == ["ways.csv:1:2 import-contradiction"]


def test_without_a_column_of_the_outcome_the_last_one_is_taken() -> None:
    imported = read_lines("A,Where to go", "1,P", "2,Q")

    assert found_in(imported) == ["ways.csv:1:2 import-guessed"]
    assert routes(imported) == {"a": {"1": "p", "2": "q"}}


def test_an_outcome_with_two_titles_is_told() -> None:
    imported = read_lines("A [a],Outcome,Outcome id", "1,P,p", "2,Q,q", "3,Pea,p")

    assert found_in(imported) == ["ways.csv:4:2 import-contradiction"]


def test_words_without_visible_letters_have_a_place() -> None:
    imported = read_lines("A,Outcome", "\N{ZERO WIDTH SPACE},P", "2,Q")

    assert imported.draft is not None


# ---- What is no sheet


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", "ways.csv:1:1 import-unreadable"),
        (b"\n \n,,\n", "ways.csv:1:1 import-unreadable"),
        (b"\xff\xfe", "ways.csv:1:1 import-unreadable"),
        (b"\xff\xfea", "ways.csv:1:1 import-unreadable"),
        (b"A,Outcome\n", "ways.csv:1:2 import-unreadable"),
        (b"A,Outcome\n1,\n", "ways.csv:2:2 import-bad-row"),
        (b"Outcome\nP\n", "ways.csv:1:1 import-no-equivalent"),
        (b"A,Outcome\n1,P\n2,P\n", "ways.csv:1:1 import-left-out"),
        (b'A,Outcome\n1,P\n2,"Q\n', "ways.csv:3:1 import-unreadable"),
        (b'A,Outcome\n1,"P"x\n', "ways.csv:2:1 import-unreadable"),
        (b'sep="\nA,B\n1,2\n', "ways.csv:1:1 import-no-equivalent"),
        (b"A,Outcome\n1,P\xe9\n\xef\xbb\xbf,\x81Q\n", "ways.csv:3:1 import-unreadable"),
    ],
)
def test_a_file_that_is_no_sheet_of_ways_has_a_finding(content: bytes, place: str) -> None:
    imported = read(content, "ways.csv")

    assert imported.draft is None
    assert place in found_in(imported)


@pytest.mark.parametrize(
    "content",
    [
        b"x" * (MOST_BYTES + 1),
        csv_of("A,Outcome", *["1,P"] * (MOST_ROWS + 1)),
        csv_of(",".join("A" * (MOST_COLUMNS + 1))),
    ],
)
def test_a_file_that_is_too_large_is_not_read(content: bytes) -> None:
    imported = read(content, "ways.csv")

    assert imported.draft is None
    assert [finding.code for finding in imported.findings] == ["import-too-large"]


def test_a_column_of_free_text_is_no_question() -> None:
    imported = read_lines("Name,Outcome", *[f"name {number},{number % 2}" for number in range(MOST_ANSWERS + 1)])

    assert imported.draft is None
    assert found_in(imported) == ["ways.csv:1:1 import-no-equivalent"]


def test_rows_that_depend_on_everything_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row names one answer of 30, so that every combination of them is a case of its own."""
    monkeypatch.setattr(branching, "MOST_WORK", 100_000)
    columns = range(30)
    rows = [",".join("x" if number == column else "" for column in columns) + ",P" for number in columns]

    imported = read_lines(",".join(f"C{column}" for column in columns) + ",Outcome", *rows, "," * 30 + "Q")
    contradicting = [row[:-1] + str(number) for number, row in enumerate(rows)]
    with_faults = read_lines(",".join(f"C{column}" for column in columns) + ",Outcome", *contradicting)

    assert len(routes(imported)) == 30
    assert with_faults.draft is None
    assert "ways.csv:1:1 import-too-large" in found_in(with_faults)
    assert len(with_faults.findings) <= 1_002


def test_a_sheet_is_read_whatever_its_depth() -> None:
    width = MOST_COLUMNS - 1
    rows = [[*["on"] * number, "out", *[""] * (width - number - 1), f"P{number}"] for number in range(width)]
    rows.append([*["on"] * width, "Q"])

    imported = read_lines(",".join(f"C{column}" for column in range(width)) + ",Outcome", *map(",".join, rows))

    assert found_in(imported) == []
    assert len(routes(imported)) == width
