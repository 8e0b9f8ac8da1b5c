"""The tree as a Questionnaire of FHIR release 4, to fill in with any program that knows FHIR."""

from __future__ import annotations

import json
from typing import Final

from fingerpost.export.fhir.questionnaire import questionnaire
from fingerpost.export.format import Format
from fingerpost.tree.model import Tree

_LEAVES_OUT: Final = (
    "“not sure” and whom to ask then, notes, reasons and clauses of answers, pages, considerations, combinations, "
    "qualities, worked examples, earlier editions, the words around a result and whose texts they are"
)


def write(tree: Tree, address: str) -> bytes:
    """Return the Questionnaire as JSON."""
    whole = questionnaire(tree, address, _LEAVES_OUT)
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


FORMAT = Format(
    order=100,
    title="FHIR Questionnaire",
    file="questionnaire.fhir.json",
    media_type="application/fhir+json",
    read_by="programs that show and store questionnaires, such as those of record systems",
    write=write,
    leaves_out=_LEAVES_OUT,
)
