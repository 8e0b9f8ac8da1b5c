"""The address that identifies a tree's questionnaire, in the questionnaire itself and in answers to it."""

from __future__ import annotations

from fingerpost.record.addresses import absolute


def questionnaire_address(page: str, tree_id: str) -> str:
    """Return the canonical address of a questionnaire; empty if the page of its tree has no address on the web.

    It has the form that FHIR servers use, and differs for the trees of one page. It identifies the
    questionnaire, and nothing need be published there.

    Args:
        page: The address of the page that shows the tree.
        tree_id: The tree's id.
    """
    return absolute(page, f"Questionnaire/{tree_id}")
