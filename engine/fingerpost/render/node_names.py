"""The names of questions and outcomes where there is no room for more."""

from __future__ import annotations

from fingerpost.text.markup import escape
from fingerpost.tree.model import Tree


def short_name(tree: Tree, node: str) -> str:
    """Return an outcome's title, or a question's short name, which is the question itself if the tree has no other."""
    if node in tree.outcomes:
        return tree.outcomes[node].title.plain
    question = tree.questions[node]
    return (question.short or question.ask).plain


def before_answer(tree: Tree, question_id: str) -> str:
    """Return the short name of a question as HTML, with the mark that separates it from its answer."""
    name = escape(short_name(tree, question_id))
    return name if name.endswith("?") else f"{name}:"
