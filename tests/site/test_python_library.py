"""The engine as browsers get it: under Pyodide, with only the part of Python's library that the site carries."""

from __future__ import annotations

import json
import zipfile
from itertools import combinations

import pytest

from fingerpost.door import call
from fingerpost.registry.names import names_in
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import UNSURE
from live_tree import live_tree
from project.paths import ROOT
from runtime.engine_modules import browser_modules, collected_modules
from runtime.library import LIBRARY, run_under_pyodide

MADE_UP_FAULTS = (("no-such-method", "{}"), ("view", "{"), ("view", "[]"), ("view", "{}"), ("load", '{"tree": {}}'))


def calls() -> list[tuple[str, str]]:
    """Return every one, two and three answers to the site's tree, damaged links, and calls that fail."""
    tree = live_tree()
    answers = [
        f"{question.id}={answer}" for question in tree.questions.values() for answer in (*question.answers, UNSURE)
    ]
    links = [
        "&".join(chosen)
        for count in range(4)
        for chosen in combinations(answers, count)
        if len({pair.partition("=")[0] for pair in chosen}) == count
    ][::7]
    links += ["colour=red", "%E0%A4%A", "é=ü&edition=1", "=&&", "edition=2022-11-24&edition=x"]
    where = Surroundings(tree_page="", outcome_pages={})
    loaded = json.dumps({"tree": to_json(tree), "tree_page": where.tree_page, "pages": {}})
    shown = [("view", json.dumps({"tree": tree.id, "link": f"{tree.id}?{link}"})) for link in links]
    return [("load", loaded), *shown, *MADE_UP_FAULTS]


@pytest.fixture(scope="module")
def under_pyodide(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """The answers of the site's own engine and library, and the modules they took."""
    asked = tmp_path_factory.mktemp("calls") / "calls.json"
    asked.write_text(json.dumps(calls()), encoding="utf-8")
    return run_under_pyodide(LIBRARY, asked)


def test_the_library_is_enough_for_the_same_answers_as_here(under_pyodide: tuple[list[str], list[str]]) -> None:
    answers, _ = under_pyodide

    assert answers == [call(method, payload) for method, payload in calls()]


def test_the_library_holds_nothing_that_is_not_used(under_pyodide: tuple[list[str], list[str]]) -> None:
    _, used = under_pyodide
    held = {
        name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
        for name in zipfile.ZipFile(LIBRARY).namelist()
    }

    assert held <= set(used) | {"sitecustomize"}


def test_the_engine_of_the_browser_has_nothing_of_the_build() -> None:
    parts = {name.split(".")[1] for name in browser_modules() if "." in name}

    assert parts.isdisjoint({"source", "check", "cli", "markdown", "findings"})


def test_a_collected_package_is_whole_in_the_browser() -> None:
    """No import names its modules: the build writes their names into the engine's wheel."""
    modules = browser_modules()
    collected = collected_modules(modules)

    assert set(collected) == {"fingerpost.plan.forms", "fingerpost.record.forms", "fingerpost.render.panels"}
    assert collected == {package: names_in(package) for package in collected}


def test_an_import_of_what_was_left_out_says_so() -> None:
    """The message is for whoever changes the engine, and forgets that the browser has a smaller library."""
    namespace: dict[str, object] = {}
    source = (ROOT / "scripts/runtime/stand_ins/sitecustomize.py").read_text(encoding="utf-8")
    exec(source.replace("sys.meta_path.append(_LeftOut)", ""), namespace)  # noqa: S102 - the site's own file

    with pytest.raises(ModuleNotFoundError, match="'sqlite3' is not part of this site's Python library"):
        namespace["_LeftOut"].find_spec("sqlite3")  # pyright: ignore[reportAttributeAccessIssue]
    assert namespace["_LeftOut"].find_spec("js") is None  # pyright: ignore[reportAttributeAccessIssue]
