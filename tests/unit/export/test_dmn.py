"""A tree as DMN: one table while it is readable, a decision a question beyond that."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from fingerpost.export.dmn.decisions import MOST_COLUMNS, MOST_ROWS
from fingerpost.export.formats.dmn import FORMAT, write
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Source, Tree
from large_tree import large_tree
from made_up import SUPPER, tree_of

MODEL = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
DI = "{https://www.omg.org/spec/DMN/20191111/DMNDI/}"
NC_NAME = re.compile(r"[a-z_][a-z0-9_-]*")
PLAIN_WORD = re.compile(r"[a-z][a-z0-9_]*")


def root_of(tree: Tree, address: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(write(tree, address))  # noqa: S314 - our own file


def chain(questions: int) -> Tree:
    """Return a tree with a way more than it has questions."""
    routes = {f"q{number}": {"on": f"q{number + 1}", "off": "out"} for number in range(questions - 1)}
    return tree_of(routes | {f"q{questions - 1}": {"on": "done", "off": "out"}}, ("done", "out"))


def rows(tree: Tree) -> list[list[str]]:
    """Return the texts of the cells of each rule."""
    return [[text.text or "" for text in rule.iter(f"{MODEL}text")] for rule in root_of(tree).iter(f"{MODEL}rule")]


def test_a_small_tree_is_one_table_with_a_row_for_each_way() -> None:
    assert rows(SUPPER) == [
        ['"yes"', '"yes"', "-", '"soup"'],
        ['"yes"', '"no"', "-", '"toast"'],
        ['"no"', "-", '"yes"', '"tea"'],
        ['"no"', "-", '"no"', '"toast"'],
    ]
    notes = [rule.findtext(f"{MODEL}description") for rule in root_of(SUPPER).iter(f"{MODEL}rule")]
    assert notes == ["Soup", "Toast", "Tea", "Toast"]


def test_the_hit_policy_is_unique_and_values_are_listed() -> None:
    root = root_of(SUPPER)

    assert [table.get("hitPolicy") for table in root.iter(f"{MODEL}decisionTable")] == ["UNIQUE"]
    listed = [f"{MODEL}allowedValues", f"{MODEL}inputValues"]
    assert [each.findtext(f"{MODEL}text") for name in listed for each in root.iter(name)] == ['"yes","no"'] * 6


@pytest.mark.parametrize(("questions", "decisions"), [(MOST_COLUMNS, 1), (MOST_COLUMNS + 1, MOST_COLUMNS + 1)])
def test_more_columns_than_fit_become_a_decision_each(questions: int, decisions: int) -> None:
    assert len(root_of(chain(questions)).findall(f"{MODEL}decision")) == decisions


def test_more_rows_than_fit_become_a_decision_for_each_question() -> None:
    answers = [f"a{number}" for number in range(MOST_ROWS)]
    wide = tree_of({"q": dict.fromkeys(answers, "one") | {answers[0]: "two"}}, ("one", "two"))
    wider = tree_of(
        {"q": {**dict.fromkeys(answers, "r"), "more": "two"}, "r": {"x": "one", "y": "two"}}, ("one", "two")
    )

    assert len(rows(wide)) == MOST_ROWS
    assert len(root_of(wide).findall(f"{MODEL}decision")) == 1
    assert len(root_of(wider).findall(f"{MODEL}decision")) == 2


def test_a_decision_names_those_for_the_next_questions() -> None:
    tree = chain(MOST_COLUMNS + 1)
    first = root_of(tree).find(f"{MODEL}decision")

    assert first is not None
    assert rows(tree)[:2] == [['"on"', "outcome_from_q1"], ['"off"', '"out"']]
    required = [each.attrib["href"] for each in first.iter() if each.tag.startswith(f"{MODEL}required")]
    assert required == ["#input_q0", "#decision_q1"]


def test_the_file_grows_with_the_tree_and_not_with_its_ways() -> None:
    small, large = (len(write(large_tree(questions), "")) for questions in (200, 400))

    assert large < 2.1 * small


@pytest.mark.parametrize(
    "tree", [SUPPER, large_tree(30), tree_of({"if": {"in": "1-2", "or": "date"}}, ("1-2", "date"))]
)
def test_ids_are_valid_and_each_is_there_once(tree: Tree) -> None:
    ids = Counter(each.attrib["id"] for each in root_of(tree).iter() if "id" in each.attrib and "urn:" not in each.tag)

    assert [name for name, count in ids.items() if count > 1 or not NC_NAME.fullmatch(name)] == []


def test_names_are_plain_words_in_every_language_of_expressions() -> None:
    """Hyphens, digits in front and reserved words would not be."""
    tree = tree_of({"2-and-3": {"yes": "if", "no": "out"}, "if": {"yes": "out", "no": "not"}}, ("out", "not"))
    root = root_of(tree)

    names = [each.attrib["name"] for each in root.iter(f"{MODEL}inputData")]
    assert names == ["q_2_and_3", "q_if"]
    variables = [each.attrib["name"] for each in root.iter(f"{MODEL}variable")]
    assert all(PLAIN_WORD.fullmatch(name) for name in variables)
    # The name of a decision or an input is that of its variable, as DMN demands.
    for kind in ("decision", "inputData"):
        for each in root.iter(MODEL + kind):
            variable = each.find(f"{MODEL}variable")
            assert variable is not None
            assert variable.get("name") == each.get("name")


def test_the_description_says_where_it_is_from_and_what_is_left_out() -> None:
    source = Source("The Cook's Book", "https://example.org/book", "CC-BY-4.0")
    words = root_of(replace(SUPPER, source=source), "https://example.org/supper/").findtext(f"{MODEL}description")

    assert words is not None
    assert words.split("\n") == [
        "Supper",
        "Edition: 1",
        "From: https://example.org/supper/",
        "Source: The Cook's Book, https://example.org/book, CC-BY-4.0",
        f"Left out: {FORMAT.leaves_out}.",
    ]


def test_a_question_that_never_counts_is_left_out() -> None:
    tree = tree_of(
        {"hello": {"hi": "hungry", "hey": "hungry"}, "hungry": {"yes": "soup", "no": "tea"}}, ("soup", "tea")
    )
    greeting = replace(tree.questions["hello"], informative=True)
    tree = replace(tree, questions={**tree.questions, "hello": greeting})

    assert rows(tree) == [['"yes"', '"soup"'], ['"no"', '"tea"']]


def test_a_tree_in_which_nothing_counts_has_one_row() -> None:
    tree = tree_of({"hello": {"hi": "tea", "hey": "tea"}}, ("tea",))
    tree = replace(tree, questions={"hello": replace(tree.questions["hello"], informative=True)})

    assert rows(tree) == [['"tea"']]


def test_a_tree_gives_the_same_bytes_each_time() -> None:
    assert write(SUPPER, "") == write(replace(SUPPER), "")


HOSTILE = (
    '"/><script>alert(1)</script>',
    "]]>&lt;",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "<!-- -- -->",
    "'\"><![CDATA[",
    "\x00\x08\x1b\ufffe\ud800 controls",
    "two\r\nlines\tand a tab",
    "\U0001d518nicode \U0010ffff é",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("tree", [SUPPER, large_tree(20)], ids=["table", "graph"])
def test_a_text_stays_a_text(tree: Tree, text: str) -> None:
    """No text ends an element or an attribute, and what XML can't hold is replaced."""
    root, simple = root_of(with_words(tree, text)), root_of(with_words(tree, "x"))

    assert root.get("name") == re.sub("[\x00-\x08\x1b\ufffe\ud800]", "\ufffd", text)
    assert [(each.tag, list(each.attrib)) for each in root.iter()] == [
        (each.tag, list(each.attrib)) for each in simple.iter()
    ]


def with_words(tree: Tree, words: str) -> Tree:
    """Return a tree with the same words as its title, its questions and its answers."""
    text = plain_text(words)
    questions = {
        question.id: replace(
            question, ask=text, short=text, answers=tuple(replace(answer, label=text) for answer in question.answers)
        )
        for question in tree.questions.values()
    }
    outcomes = {outcome.id: replace(outcome, title=text) for outcome in tree.outcomes.values()}
    return replace(tree, title=text, questions=questions, outcomes=outcomes)


@pytest.mark.parametrize("tree", [SUPPER, chain(MOST_COLUMNS), large_tree(40)])
def test_everything_is_drawn_and_nothing_lies_on_anything_else(tree: Tree) -> None:
    root = root_of(tree)

    kinds = (f"{MODEL}decision", f"{MODEL}inputData", f"{MODEL}informationRequirement")
    expected = {each.attrib["id"] for kind in kinds for each in root.iter(kind)}
    drawn = [each for name in ("DMNShape", "DMNEdge") for each in root.iter(DI + name)]
    assert sorted(each.attrib["dmnElementRef"] for each in drawn) == sorted(expected)
    spots = [each.attrib for each in root.iter("{http://www.omg.org/spec/DMN/20180521/DC/}Bounds")]
    boxes = [tuple(int(spot[side]) for side in ("x", "y", "width", "height")) for spot in spots]
    for at, (x, y, width, height) in enumerate(boxes):
        for left, top, _, _ in boxes[at + 1 :]:
            assert abs(x - left) >= width or abs(y - top) >= height
