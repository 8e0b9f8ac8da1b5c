"""The tree as an outline."""

from __future__ import annotations

from dataclasses import replace

from example_trees import DRAGON
from fingerpost.export.formats.outline import write
from fingerpost.source import read_tree
from fingerpost.text.markup import Text
from large_tree import large_tree
from made_up import SUPPER


def test_each_question_and_outcome_stands_once() -> None:
    expected = """Supper
Edition: 1
Page: https://example.org/supper/
Left out: help, short names, pages, considerations, combinations, qualities, worked examples, earlier editions, the \
words around a result, whose texts they are, and formatting

Question 1: Hungry?
  - Yes → question 2
  - No → question 3

Question 2: Cook?
  - Yes → result 1: Soup
  - No → result 2: Toast

Question 3: Thirsty?
  - Yes → result 3: Tea
  - No → result 2: Toast

Result 1: Soup

Result 2: Toast

Result 3: Tea
"""
    assert write(SUPPER, "https://example.org/supper/").decode() == expected


def test_reasons_notes_summaries_and_whom_to_ask_are_in_it() -> None:
    tree = read_tree(DRAGON).tree
    assert tree is not None

    lines = write(tree, "").decode().splitlines()

    assert lines[lines.index("Question 1: Is the dragon hungry?") :][:6] == [
        "Question 1: Is the dragon hungry?",
        "    A dragon that is not hungry sleeps, and wakes up cross.",
        "  - Yes (There is smoke) → question 2",
        "    Smoke means hunger.",
        "  - No → result 1: No snack, but a nap",
        "    A full dragon sleeps.",
    ]
    assert "  - Unsure: Ask the keeper when it last ate." in lines
    assert lines[lines.index("Result 2: Toast") + 1] == "    Well done on both sides."
    assert "Licence of the source: CC0-1.0" in lines


def test_a_link_counts_from_the_page() -> None:
    linked = Text("see a menu (menu/)", 'see <a href="menu/">a menu</a>')
    tree = replace(SUPPER, questions={**SUPPER.questions, "cook": replace(SUPPER.questions["cook"], reason=linked)})

    assert "    see a menu (https://example.org/menu/)\n" in write(tree, "https://example.org/").decode()


def test_a_question_that_never_counts_says_so() -> None:
    cook = replace(SUPPER.questions["cook"], informative=True)

    text = write(replace(SUPPER, questions={**SUPPER.questions, "cook": cook}), "").decode()

    assert "Question 2: Cook?\n    The answer does not change the result.\n" in text


def test_a_large_tree_has_a_line_for_each_answer() -> None:
    tree = large_tree(2000)

    lines = write(tree, "").decode().splitlines()

    assert sum(line.startswith("  - ") and "→" in line for line in lines) == 4000
