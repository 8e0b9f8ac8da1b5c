"""The public face of the package: its names are there, documented, and cost nothing before they are used."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import fingerpost
from example_trees import STARTER
from fingerpost import (
    State,
    Tree,
    call,
    check_file,
    compare_trees,
    export_tree,
    from_json,
    import_file,
    read_link,
    to_json,
)
from fingerpost.export.formats import FORMATS


@pytest.mark.parametrize("name", fingerpost.__all__)
def test_a_public_name_is_there_with_a_docstring(name: str) -> None:
    assert inspect.getdoc(getattr(fingerpost, name))


@pytest.mark.parametrize("name", fingerpost.__all__)
def test_no_module_takes_the_place_of_a_public_name_when_it_is_imported(name: str) -> None:
    package = Path(fingerpost.__file__).parent

    assert not (package / name).exists()
    assert not (package / f"{name}.py").exists()


def test_another_name_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'no_such_name'"):
        _ = fingerpost.no_such_name  # pyright: ignore[reportAttributeAccessIssue] - the point of the test


def test_nothing_is_loaded_before_it_is_used() -> None:
    code = "import sys, fingerpost; print([name for name in sys.modules if name.startswith('fingerpost.')])"

    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert finished.stdout.strip() == "[]"


def test_a_tree_is_checked_walked_and_compared_with_the_public_names_alone() -> None:
    tree, findings = check_file(STARTER / "choose" / "tree.yml")
    assert isinstance(tree, Tree)
    assert not [finding for finding in findings if finding.severity == "error"]
    first = tree.questions[tree.start]

    state = State(tree, {}).after(first.id, first.answers[0].id)

    assert state.position.counted == (first.id,)
    assert read_link(tree, state.link).state.answers == {first.id: first.answers[0].id}
    assert from_json(to_json(tree)) == tree
    assert compare_trees(tree, tree).is_empty
    assert call("no-such-method", "{}").startswith('{"error"')


def test_a_tree_is_written_in_a_format_by_its_name() -> None:
    tree, _ = check_file(STARTER / "choose" / "tree.yml")
    assert tree is not None

    for name, each in FORMATS.items():
        assert export_tree(tree, name, "https://example.org/") == each.write(tree, "https://example.org/")
    with pytest.raises(ValueError, match="there is no format 'outlin': name one of "):
        export_tree(tree, "outlin")


def test_a_file_whose_format_is_not_known_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tree.unknown").write_bytes(b"")

    with pytest.raises(ValueError, match=r"tree\.unknown: the name of the file does not tell its format"):
        import_file(tmp_path / "tree.unknown")
    with pytest.raises(ValueError, match="there is no format 'xyz': name one of"):
        import_file(tmp_path / "tree.unknown", "xyz")
