"""The examples of every public name, run as they stand, in a folder with the tree that `fingerpost new` writes."""

from __future__ import annotations

import doctest
import re
import runpy
from pathlib import Path

import griffe
import pytest

import fingerpost
from example_trees import DRAGON
from fingerpost.site.starter import new_tree
from project.paths import ROOT
from steps.python_reference import GROUPS, PAGE, page, public_names

PROGRAM = ROOT / "tests" / "typing" / "program.py"


def faults_in(text: str, names: dict[str, object], title: str) -> str:
    """Return the report on the examples of a text that give something else than they show."""
    report: list[str] = []
    doctest.DocTestRunner().run(doctest.DocTestParser().get_doctest(text, names, title, None, None), out=report.append)
    return "".join(report)


@pytest.mark.parametrize("name", fingerpost.__all__)
def test_the_examples_of_a_public_name_give_what_they_show(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tree.yml").write_text(new_tree()["tree.yml"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    documented = public_names()[name].docstring
    assert documented is not None

    assert ">>> " in documented.value, f"{name} has no example"
    assert faults_in(documented.value, {"fingerpost": fingerpost}, name) == ""


def test_the_examples_of_the_guide_give_what_they_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tmp_path / "docs" / "choose" / "tree.yml"
    tree.parent.mkdir(parents=True)
    tree.write_text(new_tree()["tree.yml"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    guide = (ROOT / "docs" / "authors" / "python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```pycon\n(.*?)^```", guide, flags=re.MULTILINE | re.DOTALL)

    assert len(blocks) >= 6
    assert faults_in("".join(blocks), {}, "the guide") == ""


def test_the_reference_page_is_made_from_the_docstrings() -> None:
    again = "in scripts/, run: ../.venv/bin/python -m steps.python_reference"

    assert PAGE.read_text(encoding="utf-8") == page(), again


def test_the_reference_page_has_every_public_name_once() -> None:
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(fingerpost.__all__)


def test_a_strictly_typed_program_uses_every_public_name() -> None:
    """The type checker reads it with all other files; here it runs."""
    source = PROGRAM.read_text(encoding="utf-8")
    program = runpy.run_path(str(PROGRAM))

    assert source.startswith("# pyright: strict\n")
    assert [name for name in fingerpost.__all__ if not re.search(rf"\b{name}\b", source)] == []
    assert program["describe"](DRAGON).startswith("State(<Tree 'dragon-snack'")


@pytest.mark.parametrize("name", fingerpost.__all__)
def test_every_argument_and_result_of_a_public_function_is_documented(name: str) -> None:
    function = public_names()[name]
    if not isinstance(function, griffe.Function):
        return
    assert function.docstring is not None
    sections = {section.kind.value: section for section in function.docstring.parsed}

    assert [each.name for each in sections["parameters"].value] == [each.name for each in function.parameters]
    assert "returns" in sections


@pytest.mark.parametrize("name", [name for name in fingerpost.__all__ if public_names()[name].is_class])
def test_every_field_and_method_of_a_public_class_is_documented(name: str) -> None:
    documented = public_names()[name]
    text = documented.docstring
    assert text is not None
    sections = {section.kind.value: section for section in text.parsed}
    described = {attribute.name for attribute in sections["attributes"].value} if "attributes" in sections else set()

    missing = [
        member.name
        for member in documented.members.values()
        if not member.name.startswith("_") and member.docstring is None and member.name not in described
    ]

    assert missing == []
