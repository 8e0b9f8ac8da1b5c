"""Programs of others that decide by DMN files: SpiffWorkflow in Python, dmn-moddle with feelin in Node.js."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import SpiffWorkflow.dmn.parser as spiff
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - it has no types
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.dmn.parser.BpmnDmnParser import BpmnDmnParser

from node_peers import run_peer

MODEL = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"

_SCHEMA = Path(spiff.__file__).parent / "schema" / "DMN13.xsd"


@dataclass(frozen=True, slots=True)
class Case:
    """A DMN file with the answers to decide by.

    Attributes:
        xml: The file.
        answers: Question id to answer id, for each case.
    """

    xml: bytes
    answers: Sequence[dict[str, str]]


def variables(answers: dict[str, str]) -> dict[str, str]:
    """Return answers by the names of their inputs."""
    return {"q_" + question.replace("-", "_"): answer for question, answer in answers.items()}


def schema_faults(xml: bytes) -> list[str]:
    """Return what the official schema of DMN 1.3 finds wrong."""
    schema = etree.XMLSchema(etree.parse(_SCHEMA))
    schema.validate(etree.fromstring(xml))
    return [str(fault) for fault in schema.error_log]


def spiff_results(case: Case) -> list[str | None]:
    """Return the outcomes by SpiffWorkflow."""
    tables = _spiff_tables(case.xml)
    return [_spiff_result(tables, variables(answers)) for answers in case.answers]


def feelin_results(cases: Sequence[Case]) -> list[list[str | None]]:
    """Return the outcomes by dmn-moddle and feelin, which also tell whether several rules fit."""
    files = [
        {"xml": case.xml.decode(), "decision": "outcome", "cases": [variables(answers) for answers in case.answers]}
        for case in cases
    ]
    answers = run_peer("dmn", "decide.mjs", {"files": files})
    assert [answer["warnings"] for answer in answers] == [[] for _ in answers]
    return [answer["results"] for answer in answers]


def _spiff_tables(xml: bytes) -> list[DMNEngine]:
    """Return the tables of a file, each after those that it takes results from.

    SpiffWorkflow reads one decision of a file, so each gets a file of its own.
    """
    root = etree.fromstring(xml)
    decisions = root.findall(f"{MODEL}decision")
    tables: list[DMNEngine] = []
    for decision in reversed(decisions):
        alone = deepcopy(root)
        for other in alone.findall(f"{MODEL}decision"):
            if other.get("id") != decision.get("id"):
                alone.remove(other)
        parser = BpmnDmnParser()
        parser.add_dmn_xml(alone)
        tables.append(parser.get_engine(decision.get("id"), alone))
    return tables


def _spiff_result(tables: Sequence[DMNEngine], data: dict[str, Any]) -> str | None:
    task = SimpleNamespace(data=dict(data), workflow=SimpleNamespace(script_engine=PythonScriptEngine()))
    for table in tables:
        task.data.update(table.result(task))
    return task.data.get("outcome")
