"""Reads a DMN file: finds the decision with the final result, and the tables that it takes results from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fingerpost.findings.finding import Place
from fingerpost.importing.dmn.model import Model, Reference, Table
from fingerpost.importing.dmn.table import TableReader
from fingerpost.importing.dmn.types import Types
from fingerpost.importing.dmn.words import NAMESPACE, words_of
from fingerpost.importing.findings import Findings
from fingerpost.importing.xml import Element

_MODEL: Final = re.compile(r"https?://www\.omg\.org/spec/DMN/[0-9]{8}/(?:MODEL/|dmn\.xsd)")
"""The namespaces of all versions of DMN."""


def is_kept(namespace: str) -> bool:
    """Return whether the elements of a namespace are read."""
    return namespace == NAMESPACE or _MODEL.fullmatch(namespace) is not None


def read_model(root: Element, findings: Findings) -> Model | None:
    """Return the model of a file, or None if a tree can't hold it; the findings say why."""
    if root.name != "definitions" or not is_kept(root.namespace):
        message = f"This is not a DMN file: its first element is '{root.name}'."
        findings.add("unreadable", root.place, message, "Name the format of the file with --from.")
        return None
    decisions = {_variable(decision): decision for decision in root.all("decision")}
    start = _start(root.place, decisions, findings)
    if start is None:
        return None
    reader = TableReader(Types(root), decisions, findings, comments=root.first("extensionElements", "tree") is None)
    tables = _tables(start, decisions, reader, findings)
    if tables is None:
        return None
    for name in decisions.keys() - tables.keys():
        message = f"No rule takes the result of the decision '{name}'."
        findings.add("left-out", decisions[name].place, message, "Check that nothing is missing from the tree.")
    return Model(root.get("name"), tables[start], tables, words_of(root))


def _variable(decision: Element) -> str:
    """Return the name by which other decisions know the result of a decision."""
    variable = decision.first("variable")
    return (variable.get("name") if variable else "") or decision.get("name") or decision.get("id")


def _start(place: Place, decisions: dict[str, Element], findings: Findings) -> str | None:
    """Return the one decision whose result no other takes."""
    taken = {required for decision in decisions.values() for required in _required(decision)}
    last = [name for name, decision in decisions.items() if decision.get("id") not in taken]
    if len(last) == 1:
        return last[0]
    if last:
        names = ", ".join(f"'{name}'" for name in last[:10])
        message = f"The file has {len(last)} decisions that no other takes the result of: {names}."
        hint = "Keep one of them, and those that it takes results from."
        findings.add("no-equivalent", decisions[last[1]].place, message, hint)
    elif decisions:
        message = "Each decision takes the result of another, so there is none to start with."
        findings.add("no-equivalent", place, message, "Remove one of the requirements.")
    else:
        findings.add("no-equivalent", place, "The file has no decision.", "Check that this is the right file.")
    return None


def _required(decision: Element) -> Iterator[str]:
    """Yield the ids of the decisions whose results a decision takes."""
    for requirement in decision.all("informationRequirement"):
        other = requirement.first("requiredDecision")
        if other is not None:
            yield other.get("href").rpartition("#")[2]


def _tables(
    start: str, decisions: dict[str, Element], reader: TableReader, findings: Findings
) -> dict[str, Table] | None:
    """Return the tables that lead to the final result, each after those that it takes results from."""
    read: dict[str, Table] = {}
    done: dict[str, Table] = {}
    waiting = [start]
    open_: set[str] = set()
    while waiting:
        name = waiting[-1]
        if name in done:
            waiting.pop()
            continue
        if name not in read:
            table = reader.read(decisions[name], name)
            if table is None:
                return None
            read[name] = table
        taken = [other for other in _references(read[name]) if other not in done]
        if not taken:
            done[name] = read[name]
            open_.discard(name)
            waiting.pop()
        elif name in open_:
            message = f"The decision '{name}' takes its own result, through '{taken[0]}'."
            findings.add("no-equivalent", decisions[name].place, message, "Remove one of the references.")
            return None
        else:
            open_.add(name)
            waiting += taken
    return done


def _references(table: Table) -> dict[str, None]:
    results = [rule.result for rule in table.rules] + ([] if table.default is None else [table.default])
    return {result.decision: None for result in results if isinstance(result, Reference)}
