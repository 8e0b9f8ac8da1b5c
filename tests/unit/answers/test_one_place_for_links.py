"""Link text is joined and split in `answers/link.py` alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[3] / "engine" / "fingerpost"
LINK = ENGINE / "answers" / "link.py"
MARKS = {"?", "&", "=", "?&", "&?"}
SPLITTING = {"split", "rsplit", "partition", "rpartition"}


def is_mark(node: ast.expr) -> bool:
    """Return whether an expression is a text of nothing but marks."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip("[]") in MARKS


def faults_in(source: str) -> Iterator[str]:
    """Yield each line that joins texts with a mark of links, or splits a text at one."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="join", value=mark)) if is_mark(mark):
                yield ast.unparse(node)
            case ast.Call(func=ast.Attribute(attr=name), args=[mark, *_]) if name in SPLITTING and is_mark(mark):
                yield ast.unparse(node)
            case ast.BinOp(op=ast.Add(), left=left, right=right) if is_mark(left) or is_mark(right):
                yield ast.unparse(node)
            case ast.JoinedStr(values=values) if any(
                is_mark(part)
                and at + 1 < len(values)
                and isinstance(values[at - 1], ast.FormattedValue)
                and isinstance(values[at + 1], ast.FormattedValue)
                for at, part in enumerate(values)
                if at
            ):
                yield ast.unparse(node)
            case _:
                pass


@pytest.mark.parametrize(
    "source",
    [
        "'&'.join(pairs)",
        "link.partition('?')",
        "part.split('=', 1)",
        "re.split('[?&]', link)",
        "before + '&' + after",
        "f'{question}={answer}'",
        "f'{tree}?{query}'",
    ],
)
def test_each_way_to_do_it_is_found(source: str) -> None:
    assert list(faults_in(source)) != []


@pytest.mark.parametrize(
    "source", ["f' data-row=\"{name}\"'", "text.replace('&', '&amp;')", "', '.join(names)", "1 + 2"]
)
def test_nothing_else_is(source: str) -> None:
    assert list(faults_in(source)) == []


def test_the_module_of_links_does_it() -> None:
    assert len(list(faults_in(LINK.read_text(encoding="utf-8")))) >= 4


@pytest.mark.parametrize(
    "module",
    [module for module in sorted(ENGINE.rglob("*.py")) if module != LINK],
    ids=lambda module: module.relative_to(ENGINE).as_posix(),
)
def test_no_other_module_does(module: Path) -> None:
    assert list(faults_in(module.read_text(encoding="utf-8"))) == []
