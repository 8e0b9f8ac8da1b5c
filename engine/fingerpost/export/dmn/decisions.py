"""The decisions of a tree: one table with a row for each way while people can read it, else a table a question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element

from fingerpost.export.dmn.names import OUTCOME, input_name, quoted, result_name, type_name
from fingerpost.export.dmn.rules import Rule, decision_table
from fingerpost.export.xml import node
from fingerpost.tree.model import Question, Tree
from fingerpost.tree.ways import Way, count_ways, ways

MOST_ROWS: Final = 50
"""The most rows of a single table."""

MOST_COLUMNS: Final = 12
"""The most questions of a single table."""


def is_one_table(tree: Tree) -> bool:
    """Return whether people can read the whole tree as one table."""
    return len(tree.questions) <= MOST_COLUMNS and sum(count_ways(tree).values()) <= MOST_ROWS


def one_table(tree: Tree) -> Element:
    """Return the decision with a column for each question and a row for each way."""
    columns = [tree.questions[question] for question in tree.graph.order]
    rules = [
        Rule(
            tuple([way.answers.get(column.id) for column in columns]),
            quoted(way.outcome),
            tree.outcomes[way.outcome].title.plain,
        )
        for way in _ways(tree)
    ]
    return node(
        "decision",
        {"id": f"decision_{tree.start}", "name": OUTCOME, "label": tree.title.plain},
        node("question", {}, text=tree.title.plain),
        node("allowedAnswers", {}, text="; ".join(outcome.title.plain for outcome in tree.outcomes.values())),
        node("variable", {"id": f"variable_{tree.start}", "name": OUTCOME, "typeRef": "string"}),
        *[_requirement("Input", tree.start, question) for question in tree.questions],
        decision_table(tree.start, OUTCOME, columns, rules, tree.title.plain),
    )


def one_for_each_question(tree: Tree) -> list[Element]:
    """Return a decision for each question, that of the start first.

    Each has a row for each answer, with the outcome or the name of the decision for the next question. So the file
    grows with the tree, not with its ways.
    """
    return [_decision(tree, tree.questions[question]) for question in tree.graph.order]


def required_decisions(tree: Tree, question_id: str) -> list[str]:
    """Return the questions whose decisions the decision for a question takes."""
    return [target for target in tree.graph.targets[question_id] if target in tree.questions]


def input_data(question: Question) -> Element:
    """Return the input with the answer to a question, and the words that the reader of a form needs."""
    name = input_name(question.id)
    answers = [node("fingerpost:answer", {"id": answer.id, "label": answer.label.plain}) for answer in question.answers]
    names = {"id": question.id} | ({"short": question.short.plain} if question.short else {})
    return node(
        "inputData",
        {"id": f"input_{question.id}", "name": name, "label": question.ask.plain},
        node("description", {}, text=f"{question.ask.plain} {_choices(question)}"),
        node("extensionElements", {}, node("fingerpost:question", names, *answers)),
        node("variable", {"id": f"answer_{question.id}", "name": name, "typeRef": type_name(question.id)}),
    )


def _ways(tree: Tree) -> Iterable[Way]:
    """Return the ways; the single one without answers if no question of the tree counts."""
    return ways(tree) if tree.questions else [Way({}, tree.start)]


def _decision(tree: Tree, question: Question) -> Element:
    rules: list[Rule] = []
    for answer in question.answers:
        outcome = tree.outcomes.get(answer.go)
        result = result_name(answer.go, tree.start) if outcome is None else quoted(answer.go)
        target = tree.questions[answer.go].ask if outcome is None else outcome.title
        rules.append(Rule((answer.id,), result, f"{answer.label.plain}: {target.plain}"))
    name = result_name(question.id, tree.start)
    label = (question.short or question.ask).plain
    return node(
        "decision",
        {"id": f"decision_{question.id}", "name": name, "label": label},
        node("question", {}, text=question.ask.plain),
        node("allowedAnswers", {}, text=_choices(question)),
        node("variable", {"id": f"variable_{question.id}", "name": name, "typeRef": "string"}),
        _requirement("Input", question.id, question.id),
        *[_requirement("Decision", question.id, other) for other in required_decisions(tree, question.id)],
        decision_table(question.id, name, [question], rules, label),
    )


def _requirement(kind: str, decision: str, question: str) -> Element:
    return node(
        "informationRequirement",
        {"id": f"requirement_{decision}_{kind.lower()}_{question}"},
        node(f"required{kind}", {"href": f"#{kind.lower()}_{question}"}),
    )


def _choices(question: Question) -> str:
    return "; ".join(f"{answer.id}: {answer.label.plain}" for answer in question.answers)
