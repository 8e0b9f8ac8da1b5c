"""A tree as a Questionnaire: what it is, where it comes from and under which licence it may be used."""

from __future__ import annotations

from typing import Any, Final

from fingerpost.export.fhir.items import items
from fingerpost.export.fhir.texts import Texts
from fingerpost.record.canonical import questionnaire_address
from fingerpost.tree.model import Source, Tree

type Json = dict[str, Any]

RELATED: Final = "http://hl7.org/fhir/StructureDefinition/artifact-relatedArtifact"
"""The extension for the guidance that a questionnaire is made from.

The element `derivedFrom` would be wrong: it names another Questionnaire, and the guidance is none.
"""

LICENCE: Final = "SPDX-License-Identifier:"
"""The words before the identifier of the licence; release 4 has no element for it but the text `copyright`."""

_LONGEST_ID: Final = 64


def questionnaire(tree: Tree, page: str, left_out: str) -> Json:
    """Return the Questionnaire of a tree.

    It has no date: a tree does not hold the day of its last change.

    Args:
        tree: A tree that passed its checks.
        page: The address of its page; empty if there is none.
        left_out: The parts of the tree that it does not hold, in a sentence without a full stop.
    """
    address = questionnaire_address(page, tree.id)
    source = tree.source
    where = f"Made from the decision tree at <{page}>. " if page else "Made from a decision tree. "
    return {
        "resourceType": "Questionnaire",
        **({"id": tree.id} if len(tree.id) <= _LONGEST_ID else {}),
        **({"extension": [_related(source)]} if source else {}),
        **({"url": address} if address else {}),
        "identifier": [{"value": tree.id}],
        "version": tree.edition,
        "name": _name(tree.id),
        **Texts(page).fields("title", tree.title),
        "status": "active",
        "description": f"{where}It leaves out {left_out}.",
        **({"copyright": _copyright(source)} if source else {}),
        "item": list(items(tree, page)),
    }


def _name(tree_id: str) -> str:
    """Return a name for programs: letters and digits, of which the first is a capital letter."""
    words = "".join(word.capitalize() for word in tree_id.split("-"))
    return (words if words[0].isalpha() else f"Tree{words}")[:255]


def _related(source: Source) -> Json:
    url = {"url": source.url} if source.url else {}
    return {
        "url": RELATED,
        "valueRelatedArtifact": {"type": "derived-from", "display": source.title, **url},
    }


def _copyright(source: Source) -> str:
    url = f" <{source.url}>" if source.url else ""
    licence = f"\n\n{LICENCE} {source.licence}" if source.licence else ""
    return f"From: {source.title}{url}{licence}"
