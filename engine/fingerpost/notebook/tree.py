"""A tree in a notebook: its questions with where each answer leads, and its outcomes."""

from __future__ import annotations

from fingerpost.notebook.parts import heading, listed, outcomes, titled, words
from fingerpost.render.node_names import short_name
from fingerpost.text.markup import breakable
from fingerpost.tree.model import Question, Tree
from fingerpost.tree.size import MOST_ON_A_PAGE


def tree_html(tree: Tree) -> str:
    """Return the HTML of a tree; a large one shows its first questions and the number of the others."""
    shown = list(tree.questions.values())[:MOST_ON_A_PAGE]
    items = [_question(tree, question) for question in shown]
    more = len(tree.questions) - len(shown)
    if more:
        items.append(f"… and {more} more")
    return f"<div>{heading(tree)}{titled('Questions', items)}{outcomes(tree)}</div>"


def _question(tree: Tree, question: Question) -> str:
    answers = (
        f"{words(answer.label)} → <em>{breakable(short_name(tree, answer.go))}</em>" for answer in question.answers
    )
    return f"{words(question.ask)}{listed(answers)}"
