"""A tree and a state in a notebook: HTML that needs nothing else, and a short text."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

import pytest

import fingerpost
from example_trees import DRAGON, STARTER
from fingerpost import State, Tree
from fingerpost.text.markup import plain_text
from html_checkers import html_validate
from made_up import SUPPER, tree_of

NASTY = (
    "<script>alert(1)</script>",
    "</div></details><h1>",
    '"onload="alert(1)',
    "' onclick='x",
    "<!-- -->",
    "]]>",
    "&lt;b&gt;",
    "<img src=x onerror=alert(1)>",
    "</code></strong></p><style>*{display:none}</style>",
)


class Shown(HTMLParser):
    """The elements, their attributes and the text of a value's HTML."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.given: list[str] = []
        self.words = ""
        # The protocol of notebooks, called as they do: the class does not declare it.
        self.html = cast("str", value._repr_html_())  # pyright: ignore[reportAttributeAccessIssue]
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.given += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data


def nasty_tree(text: str) -> Tree:
    """Return a small tree, each of whose texts is this one."""
    words = plain_text(text)
    questions = {
        name: replace(
            question,
            ask=words,
            answers=tuple(replace(answer, label=words, because=words) for answer in question.answers),
        )
        for name, question in SUPPER.questions.items()
    }
    outcomes = {name: replace(outcome, title=words, summary=words) for name, outcome in SUPPER.outcomes.items()}
    return replace(
        SUPPER, title=words, questions=questions, outcomes=outcomes, edition=text, noun=text, verdict=text, id=text
    )


def states(tree: Tree) -> list[State]:
    """Return a state of every kind: the start, open, not sure, decided, set aside."""
    given: list[dict[str, str]] = [
        {},
        {"hungry": "yes"},
        {"hungry": "unsure"},
        {"hungry": "no", "thirsty": "yes"},
        {"hungry": "unsure", "cook": "unsure", "thirsty": "unsure"},
        {"hungry": "no", "cook": "yes"},
        {"hungry": "perhaps"},
    ]
    return [State(tree, answers) for answers in given]


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_markup(text: str) -> None:
    tree = nasty_tree(text)

    for plain, value in zip([SUPPER, *states(SUPPER)], [tree, *states(tree)], strict=True):
        shown = Shown(value)
        assert set(shown.elements) <= {"div", "p", "strong", "em", "code", "ul", "li", "details", "summary", "wbr"}
        assert set(Shown(plain).elements) <= set(shown.elements)
        assert shown.given == []


def test_a_tree_shows_its_questions_answers_and_outcomes() -> None:
    words = Shown(SUPPER).words

    assert "Supper (supper, edition 1)" in words
    assert "Hungry?Yes → Cook?No → Thirsty?" in words
    assert "ResultsSoupToastTea" in words


def test_a_large_tree_says_how_many_questions_are_left_out() -> None:
    ladder = {f"q{n}": {"a": f"q{n + 1}", "b": "end"} for n in range(1, 150)} | {"q150": {"a": "end", "b": "other"}}

    words = Shown(tree_of(ladder, ("end", "other"))).words

    assert "Q100?" in words
    assert "Q102?" not in words
    assert "… and 50 more" in words


def test_an_open_state_shows_the_next_question_and_its_answers() -> None:
    words = Shown(State(SUPPER, {"hungry": "yes"})).words

    assert "Cook? (cook)Yes (yes)No (no)1 question left" in words
    assert "Your answersHungry? Yes" in words
    assert "Results still possible: 2 of 3Still possibleSoupToastRuled outTea: Hungry? Yes" in words
    assert words.endswith("Link to these answers: supper?hungry=yes&edition=1")


def test_a_decided_state_shows_the_outcome_and_the_reasons() -> None:
    tree, _ = fingerpost.check_file(STARTER / "choose" / "tree.yml")
    assert tree is not None

    words = Shown(State(tree, {"discussion": "no"})).words

    assert "Result: A message" in words
    assert "Why this resultPeople can read an announcement when it suits them." in words


def test_an_answer_without_a_reason_is_itself_the_reason() -> None:
    assert "Why this resultThirsty? Yes" in Shown(State(SUPPER, {"hungry": "no", "thirsty": "yes"})).words


def test_open_questions_and_answers_set_aside_are_shown() -> None:
    words = Shown(State(SUPPER, {"hungry": "unsure"})).words
    assert "Open questions" in words
    assert "Thirsty?" in words
    assert "Cook?" in words

    assert "We've kept your other answersCook? Yes" in Shown(State(SUPPER, {"hungry": "no", "cook": "yes"})).words


def test_answers_that_the_tree_does_not_have_are_named() -> None:
    """A notebook would show a traceback instead of the value."""
    assert "question 'hungry' has no answer 'perhaps'" in Shown(State(SUPPER, {"hungry": "perhaps"})).words


@pytest.mark.parametrize("name", fingerpost.__all__)
def test_any_public_name_is_enough_for_the_method(name: str) -> None:
    getattr(fingerpost, name)

    assert hasattr(Tree, "_repr_html_")
    assert hasattr(State, "_repr_html_")


def test_the_html_is_valid(tmp_path: Path) -> None:
    dragon = fingerpost.read(DRAGON)
    shown = [SUPPER, *states(SUPPER), dragon, State(dragon), *(nasty_tree(text) for text in NASTY)]
    for number, value in enumerate(shown):
        page = f'<html lang="en"><head><title>Notebook</title></head><body>{Shown(value).html}</body></html>'
        (tmp_path / f"{number}.html").write_text(f"<!doctype html>{page}", encoding="utf-8")

    assert html_validate(sorted(tmp_path.glob("*.html"))) == []


def test_the_text_is_short() -> None:
    assert repr(SUPPER) == "<Tree 'supper', edition '1': 3 questions, 3 outcomes>"
    assert repr(State(SUPPER, {"hungry": "no"})) == f"State({SUPPER!r}, {{'hungry': 'no'}})"
    assert repr(State(SUPPER, {"hungry": "no"}, ("hungry",), hand_over=True, need="Tea")) == (
        f"State({SUPPER!r}, {{'hungry': 'no'}}, ask_again=('hungry',), hand_over=True, need='Tea')"
    )
    assert repr(State(SUPPER).position).startswith("Position(tree=<Tree 'supper'")
