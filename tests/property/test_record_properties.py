"""Records of random trees in random states, with texts of any content: every form holds every part, as it was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import Consideration, Tree
from record_forms import READERS, all_parts, typed_in
from states import record_of
from trees import answered_trees

_MARKDOWN = "ab 1.)*_`~<>&;#-+=|:![](){}\\/\"'$^@?\n\t\N{NO-BREAK SPACE}é"

WORDS = st.text(st.sampled_from(_MARKDOWN) | st.characters(exclude_categories=("C", "Z")), max_size=40)
"""Mostly what has a meaning in Markdown or HTML."""

LINE = WORDS.map(lambda text: f"x{' '.join(text.split())}")


@st.composite
def _written(draw: st.DrawFn) -> tuple[Tree, dict[str, str]]:
    """Draw an answered tree with texts of any content."""
    tree, answers = draw(answered_trees())
    text: st.SearchStrategy[Text] = LINE.map(plain_text)
    questions = {
        name: replace(
            question,
            ask=draw(text),
            unsure=draw(text),
            answers=tuple(replace(answer, label=draw(text), because=draw(text)) for answer in question.answers),
        )
        for name, question in tree.questions.items()
    }
    outcomes = {
        name: replace(
            outcome,
            title=draw(text),
            summary=draw(text),
            confirm=("c",),
            combines={other: draw(text) for other in draw(st.sets(st.sampled_from(list(tree.outcomes)), max_size=2))},
        )
        for name, outcome in tree.outcomes.items()
    }
    considerations = {"c": Consideration("c", draw(text), draw(text))}
    return replace(
        tree, title=draw(text), questions=questions, outcomes=outcomes, considerations=considerations
    ), answers


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=60)
@given(written=_written(), need=WORDS, note=WORDS, ticked=st.booleans())
def test_every_form_holds_every_part(
    form: str, written: tuple[Tree, dict[str, str]], need: str, note: str, ticked: bool
) -> None:
    tree, answers = written
    pages = {name: f"../{name}/" for name in tree.outcomes}
    notes = Notes(need, {"c": Confirmation(ticked, note)})
    record = record_of(tree, answers, notes, address="https://example.org/a/b/", date="2026-01-31", pages=pages)

    read = READERS[form](record)

    typed = [typed_in(words) for words in (need, *(part["note"] for part in record["confirm"])) if words.strip()]
    assert read.other == []
    assert read.quotations == typed
    texts = {part for part in all_parts(record) if part not in (need, note)}
    assert sorted(part for part in texts if not read.holds(part)) == []
