"""Sheets of steps, each an answer and what it leads to, become trees."""

from __future__ import annotations

from fingerpost.importing.sheet.rows import MOST_ANSWERS
from sheets import found_in, read_lines, routes, tree_in

HEADING = "Question,Answer,Leads to"


def test_a_row_is_a_step_and_the_first_one_starts() -> None:
    imported = read_lines(HEADING, "Hungry?,Yes,Cook?", "Hungry?,No,Tea", "Cook?,Yes,Soup", "Cook?,No,Tea")

    assert found_in(imported) == []
    assert routes(imported) == {"hungry": {"yes": "cook", "no": "tea"}, "cook": {"yes": "soup", "no": "tea"}}
    assert tree_in(imported).start == "hungry"


def test_the_columns_may_stand_in_any_order() -> None:
    imported = read_lines("leads to,QUESTION,Why,Answer", "Tea,Hungry?,,No", "Soup,Hungry?,x,Yes")

    assert routes(imported) == {"hungry": {"no": "tea", "yes": "soup"}}
    assert found_in(imported) == ["ways.csv:1:3 import-unknown-column"]


def test_words_are_compared_without_case_and_further_spaces() -> None:
    imported = read_lines(HEADING, "Hungry?,Yes,cook?", "HUNGRY? ,No,Tea", "Cook?,Yes,Soup", "Cook?,No, tea")

    assert routes(imported) == {"hungry": {"yes": "cook", "no": "tea"}, "cook": {"yes": "soup", "no": "tea"}}


def test_ids_in_brackets_are_read_if_all_have_them() -> None:
    imported = read_lines(HEADING, "A? [one],Yes [y],B [two]", "A? [one],No,C [three]")
    assert routes(imported) == {"one": {"y": "two", "no": "three"}}

    imported = read_lines(HEADING, "Weight [kg],5,B", "Weight [kg],6,C [x]")
    assert tree_in(imported).questions["weight-kg"].ask.plain == "Weight [kg]"


def test_incomplete_rows_are_left_out() -> None:
    imported = read_lines(HEADING, "A?,Yes,B", "A?,,C", ",No,C", "A?,No,", ",,", "A?,No,C")

    assert found_in(imported) == [
        "ways.csv:3:2 import-bad-row",
        "ways.csv:4:1 import-bad-row",
        "ways.csv:5:3 import-bad-row",
    ]
    assert routes(imported) == {"a": {"yes": "b", "no": "c"}}


def test_one_answer_that_leads_to_two_places_is_told() -> None:
    imported = read_lines(HEADING, "A?,Yes,B", "A?,No,C", "A?,Yes,C", "A?,No,C")

    assert found_in(imported) == ["ways.csv:4:3 import-contradiction", "ways.csv:5:1 import-left-out"]
    assert routes(imported) == {"a": {"yes": "b", "no": "c"}}


def test_questions_that_nothing_leads_to_are_left_out() -> None:
    imported = read_lines(HEADING, "A?,Yes,B", "A?,No,C", "D?,Yes,E?", "E?,Yes,B", "E?,No,F")

    assert found_in(imported) == ["ways.csv:4:1 import-left-out", "ways.csv:5:1 import-left-out"]
    assert list(tree_in(imported).outcomes) == ["b", "c"]


def test_a_misspelt_question_becomes_an_outcome_with_a_doubt() -> None:
    imported = read_lines(HEADING, "Hungry?,Yes,Coook?", "Hungry?,No,Tea", "Cook?,Yes,Soup", "Cook?,No,Tea")

    assert found_in(imported)[0] == "ways.csv:2:3 import-guessed"
    assert imported.findings[0].hint == "Did you mean “Cook?”?"


def test_a_sheet_without_whole_steps_is_told() -> None:
    assert found_in(read_lines(HEADING, "A?,,", ",No,")) == [
        "ways.csv:1:1 import-unreadable",
        "ways.csv:2:2 import-bad-row",
        "ways.csv:3:1 import-bad-row",
    ]


def test_a_question_with_too_many_answers_is_told() -> None:
    rows = [f"A?,answer {number},B" for number in range(MOST_ANSWERS + 1)]

    assert found_in(read_lines(HEADING, *rows)) == [f"ways.csv:{MOST_ANSWERS + 2}:1 import-no-equivalent"]
