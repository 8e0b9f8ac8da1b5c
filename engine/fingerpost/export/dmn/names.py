"""The names and ids of the parts of a tree in a DMN file.

The ids of a tree have hyphens, which FEEL and most languages of scripts take for minus signs, and can be words of these
languages. A name is thus the id with underscores after a prefix, which makes it a plain word everywhere; two ids
never share a name.
"""

from __future__ import annotations

from typing import Final

NAMESPACES: Final = {
    "xmlns": "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "xmlns:dmndi": "https://www.omg.org/spec/DMN/20191111/DMNDI/",
    "xmlns:dc": "http://www.omg.org/spec/DMN/20180521/DC/",
    "xmlns:di": "http://www.omg.org/spec/DMN/20180521/DI/",
    "xmlns:fingerpost": "urn:fingerpost:dmn",
}
"""DMN 1.3 with its layout, and the elements for what DMN has no place for."""

OUTCOME: Final = "outcome"
"""The name of the decision that gives the outcome."""


def input_name(question_id: str) -> str:
    """Return the name of the variable with the answer to a question."""
    return "q_" + _word(question_id)


def type_name(question_id: str) -> str:
    """Return the name of the type of a question's answers."""
    return "answer_" + _word(question_id)


def result_name(question_id: str, start: str) -> str:
    """Return the name of the decision for the outcome that a question and those after it lead to."""
    return OUTCOME if question_id == start else f"{OUTCOME}_from_{_word(question_id)}"


def quoted(an_id: str) -> str:
    """Return an id as a string of FEEL; an id has no character that FEEL would escape."""
    return f'"{an_id}"'


def _word(an_id: str) -> str:
    return an_id.replace("-", "_")
