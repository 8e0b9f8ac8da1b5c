"""FHIR: a Questionnaire whose items are shown after answers to other items."""

from __future__ import annotations

from fingerpost.importing.format import Format, Imported
from fingerpost.source.extra import ExtraMissingError


def read(content: bytes, name: str) -> Imported:
    """Return the tree of a Questionnaire, as far as a tree can hold it.

    Raises:
        ExtraMissingError: The libraries that read Markdown are not installed.
    """
    try:
        # Imported here, so that commands that import nothing run without the libraries that this needs.
        from fingerpost.importing.fhir.questionnaire import read_questionnaire
    except ModuleNotFoundError as fault:
        raise ExtraMissingError("Reading a questionnaire", "build", fault) from fault
    return read_questionnaire(content, name)


FORMAT = Format(order=100, title="FHIR Questionnaire", endings=(".fhir.json", ".questionnaire.json"), read=read)
