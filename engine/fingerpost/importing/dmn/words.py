"""Reads what our own export says of a tree where DMN has no place for it."""

from __future__ import annotations

from fingerpost.importing.dmn.model import QuestionWords, Words
from fingerpost.importing.xml import Element

NAMESPACE = "urn:fingerpost:dmn"
"""The namespace of these elements."""


def words_of(root: Element) -> Words:
    """Return the words of a file; none if it is not from us."""
    tree = root.first("extensionElements", "tree")
    if tree is None:
        return Words()
    source = tree.first("source")
    return Words(
        tree.attributes,
        {} if source is None else source.attributes,
        {data.get("name"): words for data in root.all("inputData") if (words := _of_question(data)) is not None},
        {outcome.get("id"): outcome.get("title") for outcome in tree.all("outcome")},
    )


def _of_question(data: Element) -> QuestionWords | None:
    question = data.first("extensionElements", "question")
    if question is None:
        return None
    answers = {answer.get("id"): answer.get("label") for answer in question.all("answer")}
    return QuestionWords(question.get("id"), data.get("label"), question.get("short"), answers)
