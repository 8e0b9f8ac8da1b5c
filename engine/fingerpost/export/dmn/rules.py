"""Decision tables with the hit policy UNIQUE, over the questions of a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from fingerpost.export.dmn.names import input_name, quoted
from fingerpost.export.xml import node
from fingerpost.tree.model import Question


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table.

    Attributes:
        conditions: The answer to the question of each column; None where any will do.
        result: An expression of FEEL: an outcome, or the name of another decision.
        note: The words beside the row.
    """

    conditions: tuple[str | None, ...]
    result: str
    note: str


def decision_table(key: str, name: str, columns: Iterable[Question], rules: Iterable[Rule], label: str) -> Element:
    """Return a table.

    Args:
        key: The part of all ids of the table that no other table has.
        name: The name of the result, which is that of the decision.
        columns: The questions.
        rules: The rows, of which one at most fits any answers.
        label: The heading of the results.
    """
    return node(
        "decisionTable",
        {"id": f"table_{key}", "hitPolicy": "UNIQUE", "outputLabel": label},
        *[_column(key, question) for question in columns],
        # Some programs read the result by this name, others by that of the decision.
        node("output", {"id": f"result_{key}", "label": label, "name": name}),
        *[_rule(f"{key}_{number}", rule) for number, rule in enumerate(rules, 1)],
    )


def values(tag: str, answers: Iterable[str]) -> Element:
    """Return the list of the allowed values of a question."""
    return node(tag, {}, node("text", {}, text=",".join(map(quoted, answers))))


def _column(key: str, question: Question) -> Element:
    return node(
        "input",
        {"id": f"column_{key}_{question.id}", "label": question.ask.plain},
        node(
            "inputExpression",
            {"id": f"expression_{key}_{question.id}", "typeRef": "string"},
            node("text", {}, text=input_name(question.id)),
        ),
        values("inputValues", [answer.id for answer in question.answers]),
    )


def _rule(key: str, rule: Rule) -> Element:
    conditions = [quoted(answer) if answer else "-" for answer in rule.conditions]
    return node(
        "rule",
        {"id": f"rule_{key}"},
        # Editors show the description of a rule as its annotation. Programs that decide pass over it, while some
        # refuse a table with columns of annotations.
        node("description", {}, text=rule.note),
        *[
            node("inputEntry", {"id": f"when_{key}_{number}"}, node("text", {}, text=text))
            for number, text in enumerate(conditions, 1)
        ],
        node("outputEntry", {"id": f"then_{key}"}, node("text", {}, text=rule.result)),
    )
