"""DMN: programs of others decide by the exported files as our engine does, and the official schema finds no fault."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from combinations import combinations, outcome_of
from dmn_peers import Case, feelin_results, schema_faults, spiff_results
from fingerpost.compare import compare_trees
from fingerpost.export.dmn import decisions
from fingerpost.export.formats.dmn import write
from fingerpost.importing.formats.dmn import read
from fingerpost.tree.model import Tree
from imports import bare, tree_of_draft
from large_tree import large_tree
from tree_files import TREE_FILES, tree_in
from trees import trees

FORMS = {"table": 10**6, "graph": 0}
"""Each form of a file with the most rows and columns of a table that lead to it."""


def written(tree: Tree, form: str) -> bytes:
    """Return the file of a tree in a form, whatever the size of the tree."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decisions, "MOST_ROWS", FORMS[form])
        patch.setattr(decisions, "MOST_COLUMNS", FORMS[form])
        return write(tree, "https://example.org/")


def check(files: Sequence[tuple[Tree, bytes]], most: int) -> None:
    """Compare the outcomes of all programs for every combination of answers, or for so many of each file."""
    cases = [Case(xml, combinations(tree, most)) for tree, xml in files]
    expected = [
        [outcome_of(tree, answers) for answers in case.answers] for (tree, _), case in zip(files, cases, strict=True)
    ]
    assert [fault for case in cases for fault in schema_faults(case.xml)] == []
    assert [spiff_results(case) for case in cases] == expected
    assert feelin_results(cases) == expected


def test_the_forms_are_those_that_readers_get() -> None:
    """The two forms that the tests ask for are the same as those that the export chooses by itself."""
    written_as = {file: write(tree_in(file), "https://example.org/") for file in TREE_FILES}

    forms = [form for file, xml in written_as.items() for form in FORMS if xml == written(tree_in(file), form)]
    assert len(forms) == len(TREE_FILES)
    assert set(forms) == set(FORMS)


def test_every_tree_of_the_repository_is_decided_alike() -> None:
    """In the form that it has for readers."""
    check([(tree_in(file), write(tree_in(file), "https://example.org/")) for file in TREE_FILES], 80)


def test_every_tree_of_the_repository_is_decided_alike_in_the_other_form() -> None:
    small = [tree for tree in map(tree_in, TREE_FILES) if decisions.is_one_table(tree.counting)]

    check([(tree, written(tree, "graph")) for tree in small], 80)


# The first example is always the simplest.
@settings(max_examples=4, database=None, phases=[Phase.generate], deadline=None)
@given(st.lists(trees(5), min_size=12, max_size=12))
def test_random_trees_are_decided_alike_in_both_forms(some: list[Tree]) -> None:
    check([(tree, written(tree, form)) for tree in some for form in FORMS], 30)


@pytest.mark.long
@settings(max_examples=11, database=None, phases=[Phase.generate], deadline=None)
@given(st.lists(trees(), min_size=30, max_size=30))
def test_many_random_trees_are_decided_alike_in_both_forms(some: list[Tree]) -> None:
    check([(tree, written(tree, form)) for tree in some for form in FORMS], 200)


@pytest.mark.long
def test_every_tree_of_the_repository_is_decided_alike_for_many_combinations() -> None:
    check([(tree_in(file), write(tree_in(file), "")) for file in TREE_FILES], 2000)


@pytest.mark.parametrize("file", TREE_FILES, ids=lambda file: file.relative_to(file.parents[2]).as_posix())
def test_every_tree_of_the_repository_comes_back(file: Path) -> None:
    tree = tree_in(file)

    imported = read(write(tree, ""), "decision.dmn")

    assert imported.findings == ()
    assert imported.draft is not None
    assert compare_trees(bare(tree), tree_of_draft(imported.draft)).is_empty


@pytest.mark.long
def test_a_large_tree_comes_back() -> None:
    tree = large_tree(2000)

    imported = read(write(tree, ""), "decision.dmn")

    assert imported.draft is not None
    assert compare_trees(bare(tree), tree_of_draft(imported.draft)).is_empty
