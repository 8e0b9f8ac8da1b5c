"""Reads a decision table, with a finding for each part that a tree can't hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final, cast, get_args

from fingerpost.importing.dmn.feel import ANY, Test, Value, read_test, read_values
from fingerpost.importing.dmn.model import Column, Policy, Reference, Result, Rule, Table
from fingerpost.importing.dmn.types import Types
from fingerpost.importing.findings import Findings
from fingerpost.importing.xml import Element

MOST_COLUMNS: Final = 100
"""The most columns of a table."""

MOST_RULES: Final = 2000
"""The most rules of a table."""

MOST_VALUES: Final = 200
"""The most allowed values of a column: more answers to a question nobody reads."""

_NAME: Final = re.compile(r"(?!(?:if|for|some|every|not|function)\b)[^\W\d][\w?'-]*(?:[ .]\w[\w?'-]*)*")
"""A name of FEEL, or a path of names."""

_ASK: Final = 'Ask it as a question with a fixed choice of answers: a list such as \'"yes","no"\'.'


class TableReader:
    """Reads the tables of a file."""

    def __init__(self, types: Types, decisions: Mapping[str, Element], findings: Findings, *, comments: bool) -> None:
        """Take what the tables share.

        Args:
            types: The types of the file.
            decisions: The decisions by the names of their results.
            findings: Receives the findings.
            comments: Whether the rules' annotations say something that the results don't.
        """
        self._types = types
        self._decisions = decisions
        self._findings = findings
        self._comments = comments

    def read(self, decision: Element, name: str) -> Table | None:
        """Return the table of a decision, or None after a finding."""
        table = decision.first("decisionTable")
        if table is None:
            message = f"The decision '{name}' has no decision table."
            self._no_equivalent(decision, message, "Write it as a table.")
            return None
        policy = table.get("hitPolicy") or "UNIQUE"
        if policy not in get_args(Policy.__value__):
            message = f"With the hit policy '{policy}' a table has several results."
            self._no_equivalent(table, message, "Use UNIQUE, ANY, FIRST or PRIORITY, which have one.")
            return None
        outputs = list(table.all("output"))
        if len(outputs) != 1:
            message = f"The table of '{name}' has {len(outputs)} outputs; an outcome is one."
            self._no_equivalent(outputs[1] if outputs else table, message, "Keep one output.")
            return None
        rows = list(table.all("rule"))
        columns = self._columns(table, rows)
        if columns is None:
            return None
        bits = [{value: 1 << bit for bit, value in enumerate(column.values)} for column in columns]
        rules = [rule for row in rows if (rule := self._rule(row, columns, bits)) is not None]
        default = outputs[0].first("defaultOutputEntry")
        self._tell_comments(rows)
        results = read_values(outputs[0].words("outputValues", "text")) if policy == "PRIORITY" else ()
        if isinstance(results, str):
            message = "The policy PRIORITY needs the list of all results, the most important first."
            self._no_equivalent(outputs[0], message, "Add the output values.")
            return None
        return Table(
            name,
            decision.get("label") or decision.get("name") or name,
            cast("Policy", policy),
            columns,
            tuple(rules),
            None if default is None else self._result(default),
            results,
            table.place,
        )

    def _columns(self, table: Element, rows: list[Element]) -> tuple[Column, ...] | None:
        """Return the columns, or None if one of them is no question."""
        inputs = list(table.all("input"))
        if len(inputs) > MOST_COLUMNS or len(rows) > MOST_RULES:
            message = (
                f"The table has {len(inputs):,} columns and {len(rows):,} rules; {MOST_COLUMNS} and {MOST_RULES:,} can "
                "be read."
            )
            self._findings.add("too-large", table.place, message, "Divide it into several decisions.")
            return None
        columns: list[Column] = []
        for at, element in enumerate(inputs):
            name = self._input_name(element, {column.name for column in columns})
            if name is None:
                continue
            values = self._values(element, name, rows, at)
            if values is not None and len(values) > MOST_VALUES:
                message = f"The column '{name}' has {len(values):,} values; {MOST_VALUES} can be read."
                self._findings.add("too-large", element.place, message, "Put values that lead to one result together.")
            elif values is not None:
                label = element.get("label") or self._types.label(name) or name
                columns.append(Column(name, label, values))
        return tuple(columns) if len(columns) == len(inputs) else None

    def _input_name(self, element: Element, earlier: Collection[str]) -> str | None:
        name = " ".join((element.words("inputExpression", "text") or element.get("label")).split())
        if name in self._decisions:
            message = f"The column takes the result of the decision '{name}'."
            hint = "Write its table into this one, or let its rules name this decision as their result."
        elif not _NAME.fullmatch(name):
            message = f"The column computes '{name[:80]}'." if name else "The column has no expression."
            hint = _ASK
        elif name in earlier:
            message = f"The table has two columns for '{name}'."
            hint = "Put them together."
        else:
            return name
        self._no_equivalent(element, message, hint)
        return None

    def _values(self, element: Element, name: str, rows: list[Element], at: int) -> tuple[Value, ...] | None:
        """Return the values that a column allows, or None after a finding."""
        expression = element.first("inputExpression")
        listed = element.words("inputValues", "text")
        type_ref = "" if expression is None else expression.get("typeRef")
        values = read_values(listed) if listed not in ("", "-") else self._types.values(name, type_ref)
        if isinstance(values, str):
            self._no_equivalent(element, f"The allowed values of '{name}' are {values}, not a list.", _ASK)
            return None
        if values is not None:
            return values
        return self._named(element, name, [entry for row in rows for entry in list(row.all("inputEntry"))[at : at + 1]])

    def _named(self, element: Element, name: str, entries: list[Element]) -> tuple[Value, ...] | None:
        """Return the values that the cells of a column name, or None after a finding."""
        tests = [test for entry in entries if isinstance(test := read_test(entry.words("text")), Test)]
        named = tuple(dict.fromkeys(value for test in tests for value in test.values))
        if not named and len(tests) == len(entries):
            return ()
        if len(named) < 2 or any(test.is_not for test in tests if test != ANY):
            message = f"The file does not say which values '{name}' has, and its rules do not name all of them."
            self._no_equivalent(element, message, "Add the list of allowed values.")
            return None
        message = f"The file does not say which values '{name}' has: the rules name {', '.join(map(str, named[:20]))}."
        hint = "Add the list of allowed values, or check the answers in the tree."
        self._findings.add("guessed", element.place, message, hint)
        return named

    def _rule(self, row: Element, columns: tuple[Column, ...], bits: list[dict[Value, int]]) -> Rule | None:
        entries = list(row.all("inputEntry"))
        outputs = list(row.all("outputEntry"))
        if len(entries) != len(columns) or len(outputs) != 1:
            message = f"The rule has {len(entries)} conditions and {len(outputs)} results."
            hint = f"Give it one for each of the {len(columns)} columns, and one result."
            self._findings.add("unreadable", row.place, message, hint)
            return None
        fits = [self._fits(*cell) for cell in zip(entries, columns, bits, strict=True)]
        result = self._result(outputs[0])
        return None if result is None else Rule(tuple(fits), result, row.place)

    def _fits(self, entry: Element, column: Column, bits: Mapping[Value, int]) -> int:
        """Return the values that fit a cell, by their bits."""
        text = entry.words("text")
        test = read_test(text)
        if isinstance(test, str):
            self._no_equivalent(entry, f"The condition '{text[:80]}' for '{column.name}' is {test}.", _ASK)
            return 0
        every = (1 << len(column.values)) - 1
        if test == ANY:
            return every
        unknown = [value for value in test.values if value not in bits]
        if unknown:
            message = f"The column '{column.name}' does not allow {', '.join(map(str, unknown[:5]))}."
            hint = f"Use one of {', '.join(map(str, column.values[:20]))}, or add it to the allowed values."
            self._findings.add("unknown-value", entry.place, message, hint)
        fits = sum(bits.get(value, 0) for value in test.values)
        return every & ~fits if test.is_not else fits

    def _result(self, entry: Element) -> Result | None:
        text = entry.words("text")
        if " ".join(text.split()) in self._decisions:
            return Reference(" ".join(text.split()))
        values = read_values(text)
        if not isinstance(values, str) and len(values) == 1:
            return values[0]
        message = f"The result '{text[:80]}' is not one value." if text else "The rule has no result."
        self._no_equivalent(entry, message, "Name one outcome, for example '\"soup\"'.")
        return None

    def _tell_comments(self, rows: list[Element]) -> None:
        """Report the first annotation of a table."""
        for row in rows if self._comments else []:
            if row.words("description") or any(each.words("text") for each in row.all("annotationEntry")):
                message = "The annotations of the rules are left out."
                self._findings.add("left-out", row.place, message, "Read them, and add what readers need to the tree.")
                return

    def _no_equivalent(self, element: Element, message: str, hint: str) -> None:
        self._findings.add("no-equivalent", element.place, message, hint)
