"""The address that identifies a tree's questionnaire, in the questionnaire itself and in answers to it."""

from __future__ import annotations

from typing import Final

from fingerpost.record.addresses import absolute

FILE: Final = "questionnaire.fhir.json"
"""The name of the file with the questionnaire, beside the page of its tree."""


def questionnaire_address(page: str) -> str:
    """Return the address of the questionnaire of the tree on a page; empty if the page has no address on the web."""
    return absolute(page, FILE)
