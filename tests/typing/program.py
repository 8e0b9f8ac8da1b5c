# pyright: strict
"""A program that uses every public name, which the type checker holds to its strict rules. A test runs it, too."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import fingerpost
from fingerpost import Answer, Comparison, Explanation, Finding, LinkReading, Notes, Outcome, Position, Question, Tree


def describe(path: Path) -> str:
    """Return everything that a program can ask of a tree, in a few lines."""
    try:
        tree = fingerpost.read(path)
    except fingerpost.UnsoundTreeError as fault:
        return "\n".join(finding.hint for finding in fault.findings)
    again: Tree | None
    again, findings = fingerpost.check_file(path)
    assert_type(findings, list[Finding])
    assert again == fingerpost.read_text(path.read_text(encoding="utf-8"))
    assert fingerpost.from_json(fingerpost.to_json(tree)) == tree

    question: Question = tree.questions[tree.start]
    answer: Answer = question.answers[0]
    state = fingerpost.State(tree, {question.id: fingerpost.UNSURE}).after(question.id, answer.id)
    position: Position = state.position
    explanation = Explanation(state)
    assert_type(explanation.asking, str | None)
    outcome: Outcome | None = tree.outcomes[position.decided] if position.decided else None
    reading: LinkReading = fingerpost.read_link(tree, state.link)
    record = fingerpost.build_record(reading.state, Notes(need="To try it."))
    written: str = fingerpost.FORMS["markdown"].write(record)
    comparison: Comparison = fingerpost.compare_trees(tree, tree)
    exported: bytes = fingerpost.export_tree(tree, "dmn")
    file = path.with_name("decision.dmn")
    file.write_bytes(exported)
    imported, faults = fingerpost.import_file(file)
    assert_type(imported, str | None)
    assert_type(faults, tuple[Finding, ...])
    refused: str = fingerpost.call("view", "{}")
    return "\n".join(
        (repr(state), "open" if outcome is None else outcome.title.plain, written, str(comparison.is_empty), refused)
    )
