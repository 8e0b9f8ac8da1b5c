"""DMN: trees come back as they left, and tables of rules become trees that decide alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, cast
from xml.etree import ElementTree

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from combinations import combinations, outcome_of
from dmn_files import MODEL, decision_table
from fingerpost.compare import compare_trees
from fingerpost.export.dmn import decisions
from fingerpost.export.formats.dmn import write
from fingerpost.importing.format import Draft
from fingerpost.importing.formats.dmn import read
from fingerpost.tree.model import Tree
from imports import bare, tree_of_draft, with_text
from trees import trees

LABELS = st.text(st.sampled_from("ab*_`[]()<>&#!~|=+-1.:;\\{}\"'/é")).map(str.strip)


def is_sound(tree: Tree) -> bool:
    """Return whether no question is useless: such a tree can't be exported."""
    return all(len({answer.go for answer in question.answers}) > 1 for question in tree.questions.values())


@pytest.mark.parametrize("most_rows", [decisions.MOST_ROWS, 0], ids=["table", "graph"])
@settings(deadline=None, max_examples=60)
@given(tree=trees(), text=LABELS)
def test_a_tree_comes_back_as_it_left(most_rows: int, tree: Tree, text: str) -> None:
    assume(is_sound(tree))
    tree = with_text(tree, f"x{text}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decisions, "MOST_ROWS", most_rows)
        content = write(tree, "")

    imported = read(content, "decision.dmn")

    assert imported.findings == ()
    assert imported.draft is not None
    back = tree_of_draft(imported.draft)
    assert compare_trees(bare(tree), back).is_empty
    assert list(back.questions) == list(tree.questions)
    assert list(back.outcomes) == list(tree.outcomes)


@settings(deadline=None)
@given(trees(5))
def test_exactly_one_rule_fits_any_answers(tree: Tree) -> None:
    """The policy UNIQUE: no two rules overlap, and there is no gap."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decisions, "MOST_ROWS", 10**6)
        root = ElementTree.fromstring(write(tree, ""))  # noqa: S314 - our own file
    (table,) = root.iter(f"{{{MODEL}}}decisionTable")
    columns = [
        column.findtext(f"{{{MODEL}}}inputExpression/{{{MODEL}}}text") for column in table if "input" in column.tag
    ]
    rows = [[text.text for text in rule.iter(f"{{{MODEL}}}text")] for rule in table.iter(f"{{{MODEL}}}rule")]

    for answers in combinations(tree, 10**4):
        taken = [f'"{answers[str(column).removeprefix("q_")]}"' for column in columns]
        fitting = [
            row[-1] for row in rows if all(cell in ("-", one) for cell, one in zip(row[:-1], taken, strict=True))
        ]
        assert fitting == [f'"{outcome_of(tree, answers)}"']


@dataclass(frozen=True)
class Table:
    """A table of rules over questions `q0`, `q1` and so on, with the answers `a`, `b` and `c`.

    Attributes:
        columns: The answers of each question.
        rows: The cells of each row, the result last.
        policy: Its hit policy.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    policy: str

    @property
    def file(self) -> bytes:
        columns = {f"q{at}": ",".join(f'"{value}"' for value in values) for at, values in enumerate(self.columns)}
        results = '<output><outputValues><text>"z","y","x"</text></outputValues></output>'
        return decision_table(columns, self.rows, policy=self.policy, output=results)

    def fitting(self, values: Sequence[str]) -> list[tuple[int, str]]:
        """Return the lines and results of the rows that fit answers."""
        return [
            (line, result.strip('"'))
            for line, (*cells, result) in enumerate(self.rows, 10)
            if all(self._fits(cell, value) for cell, value in zip(cells, values, strict=True))
        ]

    @staticmethod
    def _fits(cell: str, value: str) -> bool:
        named = re.findall('"(.)"', cell)
        return cell == "-" or (value in named) is not cell.startswith("not")


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(st.sampled_from(["ab", "abc"]), min_size=1, max_size=4))

    def cell(values: str) -> str:
        named = draw(st.lists(st.sampled_from(values), unique=True, max_size=2))
        words = ",".join(f'"{value}"' for value in named)
        return draw(st.sampled_from([words, f"not({words})"])) if named else "-"

    rows = [[*map(cell, columns), draw(st.sampled_from(['"x"', '"y"', '"z"']))] for _ in range(draw(st.integers(1, 7)))]
    return Table(columns, rows, draw(st.sampled_from(["UNIQUE", "ANY", "FIRST", "PRIORITY"])))


@settings(deadline=None, max_examples=150)
@given(tables())
def test_a_table_decides_as_its_rules_do_one_by_one(table: Table) -> None:
    """Every combination of answers is tried: results, gaps and contradictions are those that there are."""
    imported = read(table.file, "menu.dmn")

    contradicting: set[tuple[int, int]] = set()
    has_gap = False
    expected: dict[tuple[str, ...], str] = {}
    for values in product(*table.columns):
        fitting = table.fitting(values)
        has_gap = has_gap or not fitting
        if table.policy in ("UNIQUE", "ANY"):
            contradicting |= {(fitting[0][0], line) for line, result in fitting if result != fitting[0][1]}
        if table.policy == "PRIORITY":
            fitting.sort(key=lambda row: "zyx".index(row[1]))
        expected[values] = fitting[0][1] if fitting else "no-rule"
    assert set(pairs(imported.findings)) == contradicting
    assert ("import-gap" in {finding.code for finding in imported.findings}) is has_gap
    if imported.draft is None:
        assert len(set(expected.values())) == 1
        assert "import-no-equivalent" in {finding.code for finding in imported.findings}
        return
    draft = cast("Any", imported.draft)
    for values, result in expected.items():
        assert followed(draft, values) == result


def pairs(findings: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield the lines of the rules that contradict each other."""
    for finding in findings:
        if finding.code == "import-contradiction":
            other = re.search("the one on line ([0-9]+)", finding.message)
            assert other is not None
            yield int(other[1]), finding.place.line


def followed(draft: Draft, values: Sequence[str]) -> str:
    """Return the outcome that answers to `q0`, `q1`, … lead to in a draft; a second `q1` is `q1-2`."""
    tree = cast("Any", draft)
    node = tree["start"]
    while node in tree["questions"]:
        column = int(node.partition("-")[0][1:])
        node = tree["questions"][node]["answers"][values[column]]["go"]
    return node
