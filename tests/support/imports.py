"""Imports that are read on as trees, and what of a tree is compared with its import."""

from __future__ import annotations

from dataclasses import replace

from fingerpost.importing.format import Draft
from fingerpost.importing.tree_file import tree_file
from fingerpost.source import read_source
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import Answer, Outcome, Question, Tree


def tree_of_draft(draft: Draft) -> Tree:
    """Return the tree of a draft, written as a tree file and read again."""
    reading = read_source(tree_file(draft).encode(), "tree.yml")
    assert reading.tree is not None, [str(finding) for finding in reading.findings]
    return reading.tree


def bare(tree: Tree) -> Tree:
    """Return the ids, questions, labels, titles and routes of a tree, without anything else."""
    tree = tree.counting
    questions = {
        question.id: Question(
            question.id,
            _plain(question.ask),
            tuple(Answer(answer.id, _plain(answer.label), answer.go) for answer in question.answers),
            short=question.short and _plain(question.short),
        )
        for question in tree.questions.values()
    }
    outcomes = {outcome.id: Outcome(outcome.id, _plain(outcome.title)) for outcome in tree.outcomes.values()}
    return Tree(tree.id, _plain(tree.title), tree.edition, tree.start, questions, outcomes, source=tree.source)


def with_text(tree: Tree, text: str) -> Tree:
    """Return a tree whose title, questions, answers and outcomes have a text after their own."""

    def more(old: Text) -> Text:
        return plain_text(f"{old.plain} {text}")

    questions = {
        question.id: replace(
            question,
            ask=more(question.ask),
            answers=tuple(replace(answer, label=more(answer.label)) for answer in question.answers),
        )
        for question in tree.questions.values()
    }
    outcomes = {outcome.id: replace(outcome, title=more(outcome.title)) for outcome in tree.outcomes.values()}
    return replace(tree, title=more(tree.title), questions=questions, outcomes=outcomes)


def _plain(text: Text) -> Text:
    return plain_text(text.plain)
