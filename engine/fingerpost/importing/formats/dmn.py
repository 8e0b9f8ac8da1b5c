"""DMN: a decision table, or decisions each of whose rules lead to a result or to another decision."""

from __future__ import annotations

from fingerpost.importing.dmn.branches import Branches, Leaf, TooManyAnswersError
from fingerpost.importing.dmn.document import is_kept, read_model
from fingerpost.importing.dmn.draft import draft_of
from fingerpost.importing.findings import Findings
from fingerpost.importing.format import Format, Imported
from fingerpost.importing.xml import Element, read_xml


def read(content: bytes, name: str) -> Imported:
    """Return the tree of a DMN file, as far as a tree can hold it."""
    root = read_xml(content, name, is_kept)
    if not isinstance(root, Element):
        return Imported(None, (root,))
    findings = Findings()
    model = read_model(root, findings)
    if model is None or findings.has_errors:
        return Imported(None, findings.in_order)
    branches = Branches(findings)
    try:
        start = branches.start(model)
    except TooManyAnswersError:
        message = "The rules depend on too many combinations of conditions: the tree would have too many questions."
        findings.add("too-large", model.start.place, message, "Divide the table into several decisions.")
        return Imported(None, findings.in_order)
    if isinstance(start, Leaf):
        message = "All rules have the same result, so there is nothing to ask."
        findings.add("no-equivalent", model.start.place, message, "Check that this is the right file.")
        return Imported(None, findings.in_order)
    return Imported(draft_of(model, branches.all, start), findings.in_order)


FORMAT = Format(order=200, title="DMN", endings=(".dmn", ".dmn.xml"), read=read)
