"""Makes a tree of a flowchart: boxes with arrows out of them are questions, the others are outcomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from fingerpost.importing.format import Draft
from fingerpost.importing.ids import Ids
from fingerpost.importing.markdown import as_markdown
from fingerpost.importing.mermaid.chart import OUTCOME_MARK, QUESTION_MARK, Chart, Edge
from fingerpost.importing.mermaid.labels import words_of
from fingerpost.tree.model import FORMAT, RESERVED, UNSURE, is_edition
from fingerpost.tree.shape import ID_PATTERN

_OWN_NAME: Final = re.compile(rf"(?:{QUESTION_MARK}|{OUTCOME_MARK})({ID_PATTERN.pattern})")
"""The names that an exported flowchart has: the id in the tree after a letter."""

_WORD: Final = re.compile(r"[^\W\d_]{3,}")

_SOURCE: Final = {"title": "Source", "url": "Address of the source", "licence": "Licence of the source"}


def draft_of(chart: Chart, start: str, edges: Mapping[str, list[Edge]], file: str) -> Draft:
    """Return the tree of a flowchart.

    Args:
        chart: The flowchart.
        start: The name of the first box.
        edges: The arrows out of each box that becomes a question, by its name. The other boxes are outcomes.
        file: The name of the file.
    """
    nodes = [name for name in chart.nodes if name in _met(start, edges)]
    ids = _ids(chart, nodes, edges)
    title = as_markdown(chart.facts.get("Title", "")) or chart.title or as_markdown(PurePath(file).stem)
    edition = chart.facts.get("Edition", "")
    source = {field: chart.facts[fact] for field, fact in _SOURCE.items() if chart.facts.get(fact)}
    return {
        "format": FORMAT,
        "id": Ids().new(chart.facts.get("Tree") or words_of(chart.title) or PurePath(file).stem, "imported"),
        "title": title or "Imported tree",
        "edition": edition if is_edition(edition) else "1",
        **({"source": source} if "title" in source else {}),
        "start": ids[start],
        "questions": {ids[name]: _question(chart, name, edges[name], ids) for name in nodes if name in edges},
        "outcomes": {ids[name]: {"title": _words(chart, name)} for name in nodes if name not in edges},
    }


def _met(start: str, edges: Mapping[str, list[Edge]]) -> set[str]:
    met = {start}
    waiting = [start]
    for name in waiting:
        for edge in edges.get(name, ()):
            if edge.head not in met:
                met.add(edge.head)
                waiting.append(edge.head)
    return met


def _ids(chart: Chart, nodes: list[str], edges: Mapping[str, list[Edge]]) -> dict[str, str]:
    ids = Ids(RESERVED)
    given: dict[str, str] = {}
    for name in nodes:
        own = _OWN_NAME.fullmatch(name) if chart.is_exported else None
        # The name of a box is often one letter, which would say nothing to readers of a link.
        spoken = own[1] if own else name if _WORD.search(name) else words_of(chart.nodes[name].text) or name
        given[name] = ids.new(spoken, "question" if name in edges else "outcome")
    return given


def _question(chart: Chart, name: str, edges: list[Edge], ids: Mapping[str, str]) -> Draft:
    known = chart.answers.get(name, [])
    named = known if chart.is_exported and len(known) == len(edges) else [words_of(edge.label) for edge in edges]
    answer_ids = Ids((UNSURE,))
    answers = {
        answer_ids.new(answer, "answer"): {
            "label": edge.label or _words(chart, edge.head),
            "go": ids[edge.head],
        }
        for answer, edge in zip(named, edges, strict=True)
    }
    informative = {"informative": True} if name in chart.informative else {}
    return {"ask": _words(chart, name), **informative, "answers": answers}


def _words(chart: Chart, name: str) -> str:
    return chart.nodes[name].text or as_markdown(name)
