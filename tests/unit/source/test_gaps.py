"""A list or a table below a paragraph needs no empty line; what only looks like one stays in its sentence."""

from __future__ import annotations

import time

import pytest

from fingerpost.source.fault import Fault
from fingerpost.source.gaps import beginning
from fingerpost.source.prose import render
from fingerpost.text.markup import Text


def shown(markdown: str) -> Text:
    """Return a text of several paragraphs as it is shown."""
    rendered = render(markdown, block=True)
    assert isinstance(rendered, Text)
    return rendered


LISTS = [
    ("For example:\n\n- a room\n- a call", "For example:\n- a room\n- a call"),
    ("For example:\n\n- a room\n- a call", "For example:\n    - a room\n    - a call"),
    ("**For example:**\n\n- a room", "**For example:**\n- a room"),
    ("Book one of\n\n- a room\n- a call", "Book one of\n- a room\n- a call"),
    ("Book one of\n\n* a room\n* a call", "Book one of\n* a room\n* a call"),
    ("Two steps.\n\n1. Ask.\n2. Book.", "Two steps.\n1. Ask.\n2. Book."),
    ("Two steps\n\n1. Ask.\n1. Book.\n\nThen wait.", "Two steps\n1. Ask.\n1. Book.\n\nThen wait."),
    ("> For example:\n>\n> - a room\n> - a call", "> For example:\n> - a room\n> - a call"),
    ("First:\n\n- a\n- b\n\nThen:\n\n- c", "First:\n- a\n- b\n\nThen:\n- c"),
    ("```\ncode\n```\n\n- a\n- b", "```\ncode\n```\n- a\n- b"),
    ("Prices:\n\n| room | price |\n|---|---|\n| big | 5 |", "Prices:\n| room | price |\n|---|---|\n| big | 5 |"),
]


@pytest.mark.parametrize(("meant", "written"), LISTS)
def test_a_list_or_a_table_needs_no_empty_line(meant: str, written: str) -> None:
    assert shown(written) == shown(meant)
    assert "<li>" in shown(written).html or "<table>" in shown(written).html


@pytest.mark.parametrize(
    "sentence",
    [
        "The rule has been there since\n2019. It still holds.",
        "It begins on\n1. January, and nobody knows why.",
        "Rooms cost 3 - 5 pounds\n- or nothing at all.",
        "It takes 5\n* 3 minutes.",
        "Every room\n-and every call.",
        "Turn to page\n2. Turn back to page\n1. Read on.",
        "A table has | between words\nor --- below them.",
    ],
)
def test_a_sentence_that_was_wrapped_before_a_hyphen_or_a_number_is_no_list(sentence: str) -> None:
    assert shown(sentence).plain == " ".join(sentence.split())
    assert shown(sentence).html.count("<") == 2


def test_a_list_inside_a_list_or_inside_code_stays_there() -> None:
    assert shown("- See:\n    - a\n    - b").html.count("<ul>") == 2
    assert "<li>" not in shown("```\nFor example:\n- a\n- b\n```").html


def test_a_text_of_one_line_does_not_run_a_list_together_either() -> None:
    found = render("Because:\n- of this\n- of that", block=False)

    assert isinstance(found, Fault)
    assert "its Markdown makes a list" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "x\n" * 9000,
        "x.\n- a\n" * 2000,
        "1. a\n- b\n* c\n" * 1500,
        "a|b\n" + " " * 19_000 + "|x",
        "a|b\n-" + " " * 19_000 + "|x",
        "a" + "!" * 19_000 + "x\n- a",
    ],
)
def test_many_lines_take_no_time(text: str) -> None:
    started = time.process_time()

    beginning(text[:20_000].split("\n"))

    assert time.process_time() - started < 1
