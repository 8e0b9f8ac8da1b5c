"""The tree as a Questionnaire of FHIR release 4, to fill in with any program that knows FHIR."""

from __future__ import annotations

import json
from typing import Final

from fingerpost.export.fhir.questionnaire import questionnaire
from fingerpost.export.format import Format
from fingerpost.record.canonical import FILE
from fingerpost.tree.model import Tree

_LEAVES_OUT: Final = (
    "“not sure” as an answer, and whom to ask then; the notes and reasons of answers; the pages of the outcomes, and "
    "what they work with; points to confirm; worked examples; earlier editions; which texts are not those of the "
    "source; and the tree's own words for its page"
)


def write(tree: Tree, address: str) -> bytes:
    """Return the Questionnaire as JSON."""
    whole = questionnaire(tree, address, _LEAVES_OUT)
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


FORMAT = Format(
    order=200,
    title="FHIR Questionnaire",
    file=FILE,
    media_type="application/fhir+json",
    write=write,
    leaves_out=_LEAVES_OUT,
)
