"""The tree as DMN 1.3, for rules engines: given the answers, the decision `outcome` is the id of the outcome."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element

from fingerpost.export.dmn.decisions import input_data, is_one_table, one_for_each_question, one_table
from fingerpost.export.dmn.layout import graph_layout, table_layout
from fingerpost.export.dmn.names import NAMESPACES, type_name
from fingerpost.export.dmn.rules import values
from fingerpost.export.format import Format
from fingerpost.export.xml import document, node
from fingerpost.tree.model import Question, Source, Tree

_LEAVES_OUT: Final = (
    "“not sure” and whom to ask then, help, notes, reasons, summaries, pages, considerations, combinations, "
    "qualities, worked examples, earlier editions, the words around a result, whose texts they are, formatting, and "
    "questions that never count"
)


def write(tree: Tree, address: str) -> bytes:
    """Return the DMN file."""
    asked = _asked(tree)
    alone = is_one_table(asked)
    return document(
        node(
            "definitions",
            NAMESPACES
            | {
                "id": f"tree_{tree.id}",
                "name": tree.title.plain,
                "namespace": address or f"urn:fingerpost:tree:{tree.id}",
                "exporter": "Fingerpost",
            },
            node("description", {}, text=_description(tree, address)),
            _what_dmn_has_no_place_for(asked),
            *[_answers(question) for question in asked.questions.values()],
            *([one_table(asked)] if alone else one_for_each_question(asked)),
            *[input_data(question) for question in asked.questions.values()],
            table_layout(asked) if alone else graph_layout(asked),
        )
    )


def _asked(tree: Tree) -> Tree:
    """Return the tree without the questions that never count, and what only they lead to."""
    tree = tree.counting
    met = tree.graph.first_steps
    return replace(
        tree,
        questions={name: question for name, question in tree.questions.items() if name in met},
        outcomes={name: outcome for name, outcome in tree.outcomes.items() if name in met},
    )


def _description(tree: Tree, address: str) -> str:
    lines = [tree.title.plain, f"Edition: {tree.edition}"]
    if address:
        lines.append(f"From: {address}")
    if tree.source is not None:
        lines.append("Source: " + ", ".join(_of_source(tree.source).values()))
    lines.append(f"Left out: {_LEAVES_OUT}.")
    return "\n".join(lines)


def _of_source(source: Source) -> dict[str, str]:
    fields = {"title": source.title, "url": source.url, "licence": source.licence}
    return {name: value for name, value in fields.items() if value}


def _what_dmn_has_no_place_for(tree: Tree) -> Element:
    return node(
        "extensionElements",
        {},
        node(
            "fingerpost:tree",
            {"id": tree.id, "edition": tree.edition},
            *([] if tree.source is None else [node("fingerpost:source", _of_source(tree.source))]),
            *[
                node("fingerpost:outcome", {"id": outcome.id, "title": outcome.title.plain})
                for outcome in tree.outcomes.values()
            ],
        ),
    )


def _answers(question: Question) -> Element:
    return node(
        "itemDefinition",
        {"id": f"type_{question.id}", "name": type_name(question.id), "label": question.ask.plain},
        node("typeRef", {}, text="string"),
        values("allowedValues", [answer.id for answer in question.answers]),
    )


FORMAT = Format(
    order=200,
    title="DMN",
    file="decision.dmn",
    media_type="application/xml",
    write=write,
    read_by="rules engines and process tools",
    leaves_out=_LEAVES_OUT,
)
