"""The tree as CSV: one row for each way, or one for each answer."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from command_line import DRAGON
from fingerpost.export.formats.ways import FORMAT, write
from fingerpost.export.sheet.rows import MOST_COLUMNS, table_of
from fingerpost.source import read_tree
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Tree
from large_tree import large_tree
from made_up import SUPPER, tree_of


def rows(tree: Tree, address: str = "") -> list[list[str]]:
    return list(csv.reader(io.StringIO(write(tree, address).decode("utf-8-sig"), newline="")))


def ladder(size: int) -> Tree:
    """Return a tree with two to the power of its questions ways."""
    routes = {f"q{n}": {"a": f"q{n + 1}", "b": f"q{n + 1}"} for n in range(size)}
    # Both answers must not lead to one place: the last question decides.
    routes[f"q{size}"] = {"a": "x", "b": "y"}
    return tree_of(routes, ("x", "y"))


def test_a_row_is_a_way_and_a_column_is_a_question() -> None:
    heading, *ways = [row[:5] for row in rows(SUPPER)]

    assert heading == ["Hungry? [hungry]", "Cook? [cook]", "Thirsty? [thirsty]", "Outcome", "Outcome id"]
    assert ways == [
        ["Yes", "Yes", "", "Soup", "soup"],
        ["Yes", "No", "", "Toast", "toast"],
        ["No", "", "Yes", "Tea", "tea"],
        ["No", "", "No", "Toast", "toast"],
    ]


def test_the_first_row_says_what_concerns_the_whole_tree() -> None:
    tree = read_tree(DRAGON).tree
    assert tree is not None
    heading, first, second, *_ = rows(tree, "https://example.org/d/")

    about = dict(zip(heading[5:], first[5:], strict=True))
    note = about.pop("Note")
    assert about == {
        "Tree": "Choose a snack for a dragon [dragon-snack]",
        "Edition": "3.1",
        "Line above a result": "Feed it",
        "Word for the outcomes": "snacks",
        "Source": "The dragon keeper's handbook",
        "Address of the source": "https://example.org/dragons",
        "Licence": "CC0-1.0",
        "Page": "https://example.org/d/",
    }
    assert "An empty cell" in note
    assert note.endswith(f"Left out: {FORMAT.leaves_out}.")
    assert not any(second[5:])


def test_an_answer_whose_words_do_not_give_its_id_has_it_behind_them() -> None:
    tree = read_tree(DRAGON).tree
    assert tree is not None

    assert [row[1] for row in rows(tree)[1:4]] == [
        "Smaller than a barn [small]",
        "Bigger than a barn [big]",
        "Bigger than a barn [big]",
    ]


def test_past_the_limit_a_row_is_an_answer() -> None:
    tree = ladder(10)
    heading, *steps = [row[:3] for row in rows(tree)]

    assert heading == ["Question", "Answer", "Leads to"]
    assert steps[0] == ["Q0? [q0]", "A", "Q1? [q1]"]
    assert steps[-1] == ["Q10? [q10]", "B", "Y [y]"]
    assert len(steps) == 22
    assert "With a row for each way, the sheet would have 2,048 rows and 11 columns." in rows(tree)[1][-1]


def test_a_tree_at_the_limit_has_a_row_for_each_way() -> None:
    assert len(table_of(ladder(8)).rows) == 512


def test_a_sheet_has_no_more_columns_than_people_read() -> None:
    """A chain has few ways and many questions."""

    def chain(size: int) -> Tree:
        routes = {f"q{n}": {"on": f"q{n + 1}", "out": "x"} for n in range(size - 1)}
        return tree_of(routes | {f"q{size - 1}": {"on": "y", "out": "x"}}, ("x", "y"))

    assert table_of(chain(MOST_COLUMNS)).name == "Ways"
    assert table_of(chain(MOST_COLUMNS + 1)).name == "Steps"


def test_a_large_tree_is_written_in_linear_size() -> None:
    assert len(table_of(large_tree(2000)).rows) == 4000


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://example.org")', 'a","b', "a\nb"])
def test_no_text_becomes_a_formula_or_another_cell(text: str) -> None:
    words = plain_text(text)
    question = replace(SUPPER.questions["hungry"], ask=words)
    answer = replace(question.answers[0], label=words)
    tree = replace(
        SUPPER,
        title=words,
        questions={**SUPPER.questions, "hungry": replace(question, answers=(answer, question.answers[1]))},
        outcomes={name: replace(outcome, title=words) for name, outcome in SUPPER.outcomes.items()},
    )

    found = rows(tree)

    assert {len(row) for row in found} == {8}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in found for cell in row)
    assert found[1][3] == (f"'{text}" if text[0] in "=+-@" else text)


def test_the_bytes_are_the_same_each_time() -> None:
    assert write(SUPPER, "") == write(SUPPER, "")
    assert write(SUPPER, "").startswith(b"\xef\xbb\xbfHungry? [hungry],")
    assert write(SUPPER, "").count(b"\r\n") == 5


def test_a_question_that_never_counts_has_no_column() -> None:
    cook = replace(
        SUPPER.questions["cook"],
        informative=True,
        answers=tuple(replace(answer, go="soup") for answer in SUPPER.questions["cook"].answers),
    )
    tree = replace(SUPPER, questions={**SUPPER.questions, "cook": cook})

    assert rows(tree)[0][:3] == ["Hungry? [hungry]", "Thirsty? [thirsty]", "Outcome"]


def test_a_tree_whose_answers_all_lead_to_one_outcome_is_written_as_steps() -> None:
    tree = tree_of({"why": {"a": "x", "b": "x"}}, ("x",))
    tree = replace(tree, questions={"why": replace(tree.questions["why"], informative=True)})

    assert [row[:3] for row in rows(tree)[1:]] == [["Why? [why]", "A", "X [x]"], ["Why? [why]", "B", "X [x]"]]
