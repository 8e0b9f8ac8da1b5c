"""YAML text as this engine reads it and as a YAML 1.1 reader does, and all the YAML that the repository shows."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import yaml

from example_trees import STARTER, TREES
from fingerpost.check.codes import CODES
from fingerpost.source.collector import Collector
from fingerpost.source.nodes import Mapping, Node, Scalar, Sequence, read_nodes
from project.paths import ROOT
from small_site import TREE

type Data = str | int | bool | list[Data] | dict[Data, Data] | None

_VALUES: Final[dict[str | None, Callable[[str], Data]]] = {
    None: str,
    "a number": int,
    "a truth value": lambda word: word.lower() == "true",
    "nothing": lambda _: None,
}
_BLOCK: Final = re.compile(r"^(?P<indent>[ ]*)```ya?ml\n(?P<text>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE)


def as_we_read(text: str) -> Data:
    """Return YAML as data, as this engine's reader sees it.

    Raises:
        AssertionError: It is not YAML to this engine.
    """
    found = Collector("some.yml")
    root = read_nodes(text.encode(), found)
    assert root is not None, found.findings
    return _data(root)


def as_yaml_1_1(text: str) -> object:
    """Return YAML as data, as PyYAML sees it, which follows version 1.1.

    Raises:
        yaml.YAMLError: It is not YAML to PyYAML.
    """
    return yaml.safe_load(text)


def yaml_of_the_repository() -> Iterator[tuple[str, str]]:
    """Yield everything here that is YAML for authors, each with its name: trees, settings, and examples of them."""
    for path in _files():
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for page in sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *STARTER.parent.rglob("*.md")}):
        if page.name == "findings.md":
            # Its examples are excerpts of the starter's tree, which are no YAML by themselves.
            continue
        for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
            yield f"{page.relative_to(ROOT)}: {block['text'].strip()[:30]}", textwrap.dedent(block["text"])
    yield from _faulty_examples()
    yield "the tests' small site", TREE


def _faulty_examples() -> Iterator[tuple[str, str]]:
    """Yield the starter's tree with the fault of each finding that is not about its YAML, with the code."""
    starter = (STARTER / "choose" / "tree.yml").read_text(encoding="utf-8")
    for code in CODES:
        text = starter.replace(code.right, code.wrong) if code.right and code.name != "yaml-1-1" else ""
        found = Collector("tree.yml")
        if text and read_nodes(text.encode(), found) is not None and not found.findings:
            yield code.name, text


def _files() -> list[Path]:
    trees = [*(ROOT / "docs").rglob("tree.yml"), *TREES.glob("*.yml"), *STARTER.parent.rglob("*.yml")]
    return sorted([*trees, ROOT / "tests" / "links" / "supper.yml"])


def _data(node: Node) -> Data:
    match node:
        case Scalar():
            return _VALUES[node.other_type](node.value)
        case Sequence():
            return [_data(item) for item in node.items]
        case Mapping():
            return {_data(key): _data(value) for key, value in node.entries}
        case _:
            raise AssertionError(f"{node.place}: a finding replaces this")
