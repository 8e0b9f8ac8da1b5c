"""Whose words: the label behind a text that is not the source's, and its explanation."""

from __future__ import annotations

from pathlib import Path

import pytest

from fingerpost.link import LinkReading
from fingerpost.model import Source, Text, Tree
from fingerpost.render.element import start
from fingerpost.render.listing import listing
from fingerpost.render.place import Surroundings
from fingerpost.render.view import view
from fingerpost.render.whose import explained, marked, marked_block, marked_plain
from fingerpost.source import read_tree

LABEL = '<small class="fp-ours">(our reading)</small>'


@pytest.fixture(scope="module")
def dragon() -> Tree:
    tree = read_tree(Path(__file__).parent / "trees" / "dragon.yml").tree
    assert tree is not None
    return tree


def test_only_a_text_that_is_ours_is_marked() -> None:
    assert marked(Text("a < b", "a &lt; b", ours=True)) == f"a &lt; b {LABEL}"
    assert marked(Text("a < b", "a &lt; b")) == "a &lt; b"
    assert marked_block(Text("A", "<p>A</p>", ours=True)) == f"<p>{LABEL}</p><p>A</p>"
    assert marked_plain(Text("A", "A", ours=True)) == "A (our reading)"


def test_the_explanation_names_the_source_and_stands_only_where_there_is_a_label() -> None:
    source = Source("A <book>", "https://example.org/?a&b")

    told = explained(LABEL, source)

    assert told.endswith('the source: <a href="https://example.org/?a&amp;b">A &lt;book&gt;</a>.</p>')
    assert explained("<p>our reading</p>", source) == "<p>our reading</p>"
    assert explained(LABEL, None).endswith("was written for this site.</p>")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"hungry": "yes"}, "Smoke means hunger."),
        ({"hungry": "yes", "size": "big"}, "It may hide."),
        ({"hungry": "yes", "size": "small"}, "Some dragons take toast with it."),
        ({"hungry": "yes", "size": "small"}, "Dry toast catches fire."),
    ],
)
def test_a_state_marks_each_text_that_is_ours(dragon: Tree, answers: dict[str, str], words: str) -> None:
    html = view(dragon, LinkReading(answers), Surroundings()).html

    inline, block = f"{words} {LABEL}", f"<p>{LABEL}</p><p>{words}</p>"
    assert inline in html or block in html
    assert html.count("fp-ours-note") == 1


def test_a_state_without_such_texts_explains_nothing(dragon: Tree) -> None:
    assert "fp-ours" not in view(dragon, LinkReading({"hungry": "no"}), Surroundings()).html
    assert "fp-ours" not in start(dragon, Surroundings())


def test_the_list_explains_its_labels_once(dragon: Tree) -> None:
    assert listing(dragon, Surroundings()).count("fp-ours-note") == 1
