"""Sequence diagrams: their text, the words of an example in them, the picture, and the steps in words."""

from __future__ import annotations

import re

import pytest

from fingerpost.sequence.diagram import lines_of, read
from fingerpost.sequence.drawing import draw
from fingerpost.sequence.steps import steps
from fingerpost.sequence.words import with_words

BLOCK = """
title: Ordering toast
participant G as Guest
participant C as Cook
G->>C: 1. Orders toast & jam
Note over C: 2. Toasts
C-->>G: 3. Toast
"""


class TestReading:
    def test_messages_notes_and_replies_with_their_numbers(self) -> None:
        diagram = read(BLOCK)

        assert diagram.title == "Ordering toast"
        assert list(diagram.names.values()) == ["Guest", "Cook"]
        assert [(step.number, step.start, step.end, step.reply) for step in diagram.steps] == [
            ("1", 0, 1, False),
            ("2", 1, 1, False),
            ("3", 1, 0, True),
        ]
        assert diagram.steps[0].text == "Orders toast & jam"

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("G->>X: Hello", "'X', which is not a participant"),
            ("Note over X: Hello", "'X', which is not a participant"),
            ("G=>C: Hello", "not a title, participant, message or note"),
        ],
    )
    def test_a_line_that_cannot_be_read_is_named(self, line: str, says: str) -> None:
        with pytest.raises(ValueError, match=re.escape(says)):
            read(BLOCK + line)

    def test_a_diagram_without_a_title_is_refused(self) -> None:
        with pytest.raises(ValueError, match="title"):
            read("participant A")


class TestDrawing:
    def test_the_picture_has_the_title_as_its_name(self) -> None:
        html = draw(read(BLOCK))
        name = re.search(r'aria-labelledby="([^"]+)"', html)

        assert name is not None
        assert f'<title id="{name[1]}">Ordering toast</title>' in html

    def test_all_words_are_in_it_escaped_and_in_order(self) -> None:
        words = re.findall(r"<text[^>]*>([^<]+)</text>", draw(read(BLOCK)))

        assert words == ["Guest", "Cook", "Orders toast &amp; jam", "1", "Toasts", "2", "Toast", "3"]

    def test_everything_is_within_the_picture(self) -> None:
        html = draw(read(BLOCK))
        size = re.search(r'viewBox="0 0 (\d+) (\d+)"', html)

        assert size is not None
        assert all(0 <= int(x) <= int(size[1]) for x in re.findall(r' x="(-?\d+)"', html))
        assert all(0 <= int(y) <= int(size[2]) for y in re.findall(r' y="(-?\d+)"', html))

    def test_it_carries_no_style_which_a_strict_policy_refuses(self) -> None:
        assert "style" not in draw(read(BLOCK))


class TestWordsOfAnExample:
    def test_they_take_the_place_of_names_and_of_numbered_lines_and_leave_the_rest(self) -> None:
        diagram = with_words(read(BLOCK + "C-->>G: Bill"), {"G": "Ada", "2": "Burns it"}, "Ada's toast")

        assert diagram.title == "Ada's toast"
        assert diagram.names == {"G": "Ada", "C": "Cook"}
        assert [step.text for step in diagram.steps] == ["Orders toast & jam", "Burns it", "Toast", "Bill"]
        assert [step.number for step in diagram.steps] == ["1", "2", "3", ""]

    def test_lines_are_the_participants_and_each_number_once(self) -> None:
        assert lines_of(read(BLOCK + "C-->>G: 3. Butter")) == ["G", "C", "1", "2", "3"]


def test_the_steps_in_words_say_who_tells_whom_and_are_escaped() -> None:
    assert re.sub(r"<[^>]+>", "", steps(read(BLOCK)).replace("</li>", "\n")).splitlines() == [
        "1. Guest to Cook: Orders toast &amp; jam",
        "2. Cook: Toasts",
        "3. Cook to Guest: Toast",
    ]
