"""Orders the open questions of a state by how much an answer narrows the result."""

from __future__ import annotations

from fingerpost.answers.state import State


def ask_first(state: State) -> tuple[str, ...]:
    """Return the open questions of a state, with the one that narrows the result most first.

    A question is rated by the number of ways through the tree that any answer to it is sure to rule out. Questions with
    the same number stay in the order asked. A question that never counts comes just before the open one that it leads
    to, or after all others.
    """
    open_questions, after = state.position.open, state.tree.graph.passed_through
    if not after:
        return _by_rating(state)
    order: list[str] = []
    for counting in _by_rating(state.counting):
        order += [question for question in open_questions if after.get(question) == counting]
        order.append(counting)
    return (*order, *[question for question in open_questions if question not in order])


def _by_rating(state: State) -> tuple[str, ...]:
    tree, open_questions = state.tree, state.position.open
    if len(open_questions) < 2:
        return open_questions
    ways = tree.graph.ways_below

    def sure_to_rule_out(question: str) -> int:
        return ways[question] - max([ways.get(answer.go, 1) for answer in tree.questions[question].answers])

    return tuple(sorted(open_questions, key=sure_to_rule_out, reverse=True))
