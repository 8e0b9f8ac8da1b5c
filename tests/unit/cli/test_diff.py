"""`fingerpost diff`: what it says beside the comparison, and what stops it."""

from __future__ import annotations

import json

import pytest

from command_line import DRAGON, Run, broken
from example_trees import TREES
from fingerpost.check import check_file
from fingerpost.check.walkable import can_be_walked
from fingerpost.compare import compare_trees
from fingerpost.compare.report import as_json, as_markdown
from fingerpost.tree.model import Tree

TREES_READ = {path.stem: check_file(path)[0] for path in sorted(TREES.glob("broken*/*.yml"))}
WALKABLE = {name: tree for name, tree in TREES_READ.items() if tree is not None and can_be_walked(tree)}
STOPPED = ("cycle", "missing-target", "missing-start", "duplicate-id", "no-questions", "not-a-tree")


@pytest.mark.parametrize(
    ("name", "code"),
    [("scenario-fails", "scenario-fails"), ("unknown-fields", "unknown-field"), ("uncovered-ways", "uncovered-way")],
)
def test_findings_stand_beside_the_comparison(run: Run, name: str, code: str) -> None:
    """What is wrong with a tree that readers can walk does not keep the comparison from its author."""
    status, out, err = run("diff", DRAGON, broken(name))

    assert (status, err) == (0, "")
    assert "**Outcomes change** for" in out
    comparison, mark, beside = out.partition("### Also found in the new edition")
    assert mark
    assert f"`{code}`" in beside
    assert code not in comparison


def test_a_sound_tree_has_none(run: Run) -> None:
    """Nor does the report of a tree have them."""
    assert "Also found" not in run("diff", DRAGON, DRAGON)[1]


def test_warnings_can_be_left_out(run: Run) -> None:
    """As by `check`."""
    path = broken("uncovered-ways")

    assert "`uncovered-way`" in run("diff", DRAGON, path)[1]
    assert "Also found" not in run("diff", DRAGON, path, "--ignore", "uncovered-way")[1]


def test_the_old_edition_has_its_errors_alone(run: Run) -> None:
    """Its warnings are nobody's to fix."""
    assert "Also found in the old edition" in run("diff", broken("scenario-fails"), DRAGON)[1]
    assert "Also found" not in run("diff", broken("uncovered-ways"), DRAGON)[1]


def test_missing_pages_are_found_with_the_documentation_folder(run: Run) -> None:
    """As by `check`, and only there."""
    pages = str(TREES / "broken-pages" / "pages.yml")

    assert "page-not-found" not in run("diff", DRAGON, pages)[1]
    assert "`page-not-found`" in run("diff", DRAGON, pages, "--docs", str(TREES / "docs"))[1]


def test_findings_in_json(run: Run) -> None:
    """Each edition has a list, in the form of `check --json`."""
    status, out, _ = run("diff", DRAGON, broken("scenario-fails"), "--json", "--exit-code")
    _, checked, _ = run("check", broken("scenario-fails"), "--json")

    assert status == 1
    assert json.loads(out)["findings"] == {"old": [], "new": json.loads(checked)["findings"]}


@pytest.mark.parametrize("name", STOPPED)
@pytest.mark.parametrize("first", [True, False], ids=["old", "new"])
def test_only_a_tree_that_nobody_can_walk_stops_it(run: Run, name: str, *, first: bool) -> None:
    """Its errors are reported instead."""
    trees = (broken(name), DRAGON) if first else (DRAGON, broken(name))

    status, out, err = run("diff", *trees)

    assert (status, out) == (1, "")
    assert f"{broken(name)}:" in err


def test_most_findings_leave_a_tree_that_can_be_walked() -> None:
    """What the next test compares."""
    assert len(WALKABLE) > 30
    assert WALKABLE.keys().isdisjoint(STOPPED)


@pytest.mark.parametrize("tree", WALKABLE.values(), ids=WALKABLE)
def test_every_tree_that_can_be_walked_can_be_compared(tree: Tree) -> None:
    """Whatever else is wrong with it."""
    good, _ = check_file(DRAGON)
    assert good is not None

    for old, new in ((good, tree), (tree, good), (tree, tree)):
        comparison = compare_trees(old, new)

        assert as_markdown(comparison)
        json.dumps(as_json(comparison))
        assert comparison.moves.is_complete
