"""Turns the rules of a table into questions: asked in the order of the columns, with equal branches joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from fingerpost.importing.dmn.feel import Value
from fingerpost.importing.dmn.model import Column, Model, Reference, Result, Rule, Table
from fingerpost.importing.findings import Findings

MOST_ANSWERS: Final = 50_000
"""The most answers, before equal questions are joined, that the rules of a file may become."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A final result.

    Attributes:
        value: The value; None where no rule fits.
    """

    value: Value | None


type Target = int | Leaf
"""The number of a branching, or a final result."""


@dataclass(frozen=True, slots=True)
class Branching:
    """A question with the targets of its answers.

    Attributes:
        column: The question.
        targets: One for each of its values.
    """

    column: Column
    targets: tuple[Target, ...]


class TooManyAnswersError(Exception):
    """The rules would become a tree that nobody can maintain."""


@dataclass(slots=True)
class Branches:
    """The branchings of a file, each once.

    Attributes:
        findings: Receives gaps and contradictions.
        all: The branchings by their numbers.
    """

    findings: Findings
    all: list[Branching] = field(default_factory=list[Branching])
    _numbers: dict[Branching, int] = field(default_factory=dict[Branching, int])
    _results: dict[str, Target] = field(default_factory=dict[str, Target])
    _met: int = 0

    def start(self, model: Model) -> Target:
        """Return the first question of a file.

        Raises:
            TooManyAnswersError: There would be too many.
        """
        for name, table in model.tables.items():
            self._results[name] = _TableBranches(self, table).first()
        return self._results[model.start.name]

    def target(self, result: Result) -> Target:
        """Return the target of a rule's result."""
        return self._results[result.decision] if isinstance(result, Reference) else Leaf(result)

    def join(self, column: Column, targets: tuple[Target, ...]) -> Target:
        """Return the target that asks a column, unless all its answers lead to one place."""
        if len(set(targets)) == 1:
            return targets[0]
        branching = Branching(column, targets)
        if branching not in self._numbers:
            self._numbers[branching] = len(self.all)
            self.all.append(branching)
        return self._numbers[branching]

    def count(self, answers: int) -> None:
        """Count the answers of one more question before it is joined with its equals.

        Raises:
            TooManyAnswersError: There are too many.
        """
        self._met += answers
        if self._met > MOST_ANSWERS:
            raise TooManyAnswersError


class _TableBranches:
    """The branches of one table. A set of its rules is a number with a bit for each of them."""

    def __init__(self, branches: Branches, table: Table) -> None:
        self._branches = branches
        self._table = table
        self._known: dict[tuple[int, int], Target] = {}
        self._told: set[tuple[int, int]] = set()
        self._path: list[tuple[Column, Value]] = []
        every = [(1 << len(column.values)) - 1 for column in table.columns]
        rows = list(enumerate(table.rules))
        self._targets = [branches.target(rule.result) for rule in table.rules]
        self._leading: dict[Target, int] = {}
        for at, target in enumerate(self._targets):
            self._leading[target] = self._leading.get(target, 0) | 1 << at
        # For each column, the rules that it matters to, and for each of its values those that it fits.
        self._asking = [
            _rows(at for at, rule in rows if rule.fits[column] != all_) for column, all_ in enumerate(every)
        ]
        self._fitting = [
            [_rows(at for at, rule in rows if rule.fits[number] >> bit & 1) for bit in range(len(column.values))]
            for number, column in enumerate(table.columns)
        ]
        self._asked_from = [0] * (len(every) + 1)
        for number in reversed(range(len(every))):
            self._asked_from[number] = self._asked_from[number + 1] | self._asking[number]

    def first(self) -> Target:
        return self._branch(0, (1 << len(self._table.rules)) - 1)

    def _branch(self, column: int, rules: int) -> Target:
        """Return where the answers lead from a column on, if a set of rules fits those before."""
        if self._table.policy == "FIRST":
            rules = self._without_hidden(column, rules)
        asking = rules & self._asked_from[column]
        if not asking:
            return self._result(rules)
        while not self._asking[column] & rules:
            column += 1
        known = self._known.get((column, rules))
        if known is None:
            asked = self._table.columns[column]
            self._branches.count(len(asked.values))
            targets: list[Target] = []
            for value, fitting in zip(asked.values, self._fitting[column], strict=True):
                self._path.append((asked, value))
                targets.append(self._branch(column + 1, rules & fitting) if rules & fitting else self._gap(rules))
                self._path.pop()
            known = self._known[column, rules] = self._branches.join(asked, tuple(targets))
        return known

    def _without_hidden(self, column: int, rules: int) -> int:
        """Return the rules without those that never count: they come after one that fits in any case."""
        certain = rules & ~self._asked_from[column]
        first = certain & -certain
        return rules & (first * 2 - 1) if first else rules

    def _result(self, rules: int) -> Target:
        """Return the result of the rules that fit the answers, none of which asks anything more."""
        if not rules:
            return self._gap(0)
        if self._table.policy == "PRIORITY":
            return min((self._targets[rule] for rule in _bits(rules)), key=self._rank)
        first = next(_bits(rules))
        target = self._targets[first]
        others = 0 if self._table.policy == "FIRST" else rules & ~self._leading[target]
        for other in _bits(others):
            if self._branches.findings.are_enough:
                break
            if (first, other) not in self._told:
                self._told.add((first, other))
                self._tell_contradiction(self._table.rules[first], self._table.rules[other])
        return target

    def _rank(self, target: Target) -> int:
        ranks = self._table.results
        return ranks.index(target.value) if isinstance(target, Leaf) and target.value in ranks else len(ranks)

    def _tell_contradiction(self, first: Rule, other: Rule) -> None:
        message = (
            f"This rule and the one on line {first.place.line} both fit {self._words()}, with the results "
            f"{_named(other.result)} and {_named(first.result)}."
        )
        self._branches.findings.add("contradiction", other.place, message, "Change the conditions of one of them.")

    def _gap(self, nearest: int) -> Target:
        """Return the result if no rule fits, after a finding at the last of the rules that fit all answers but one."""
        if self._table.default is not None:
            return self._branches.target(self._table.default)
        if self._branches.findings.are_enough:
            return Leaf(None)
        place = self._table.rules[nearest.bit_length() - 1].place if nearest else self._table.place
        message = f"No rule fits {self._words()}."
        self._branches.findings.add("gap", place, message, "Add a rule for it, or a default result.")
        return Leaf(None)

    def _words(self) -> str:
        return ", ".join(f"{column.name} = {value}" for column, value in self._path) or "any answers"


def _rows(numbers: Iterable[int]) -> int:
    # No number comes twice, so the sum sets a bit for each.
    return sum(1 << number for number in numbers)


def _bits(rules: int) -> Iterator[int]:
    while rules:
        lowest = rules & -rules
        yield lowest.bit_length() - 1
        rules ^= lowest


def _named(result: Result) -> str:
    return f"that of '{result.decision}'" if isinstance(result, Reference) else str(result)
