"""Sequence diagrams: reading a block, and drawing it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from fingerpost.site.extension import FingerpostExtension
from fingerpost.site.sequence_diagram import fence
from fingerpost.site.sequence_drawing import draw
from fingerpost.site.sequence_text import read

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

    def test_a_fault_ends_the_build_instead_of_showing_the_block_as_text(self) -> None:
        with pytest.raises(SystemExit, match="cannot be drawn"):
            fence("nonsense", "sequence", "seq", {}, None)

    def test_the_fault_has_the_place_of_the_block_in_its_page(self, tmp_path: Path) -> None:
        (tmp_path / "page.md").write_text("---\ntitle: A page\n---\n\n```sequence\nnonsense\n```\n", encoding="utf-8")
        extension = FingerpostExtension(docs_dir=str(tmp_path), page="page.md")

        with pytest.raises(SystemExit) as stopped:
            fence("nonsense", "sequence", "seq", {}, Markdown(extensions=[extension]))

        assert str(stopped.value).startswith(f"{tmp_path}/page.md:5:1: error: bad-block: A sequence diagram cannot be")


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
