"""Makes questions of rows: the first column that counts is asked, then, for each answer, the next one."""

from __future__ import annotations

from typing import Final

from fingerpost.importing.findings import Findings
from fingerpost.importing.sheet.grid import Sheet
from fingerpost.importing.sheet.parts import Choice, Named, Parts
from fingerpost.importing.sheet.rows import ANY, Ways

MOST_WORK: Final = 3_000_000
"""The most rows that are looked at, each once for every question at which it still counts."""

MOST_QUESTIONS: Final = 5_000
"""The most questions that are made of rows."""

NO_ROW: Final = "no-row"
_NO_ROW_TITLE: Final = "No row applies"
_OTHER: Final = Named("Another answer", "other")

type _Rows = tuple[int, ...]


class TooManyQuestionsError(Exception):
    """The rows depend on too many combinations of answers; the message says so."""


class Branching:
    """The questions that some rows make."""

    def __init__(self, sheet: Sheet, ways: Ways, findings: Findings, *, asks_all: bool) -> None:
        """Prepare the rows.

        Args:
            sheet: The sheet.
            ways: Its rows.
            findings: Collects what is wrong with them.
            asks_all: Whether to ask every question that rows have answers to, also where no answer changes the outcome:
                an exported sheet has answers only where its tree asks for them.
        """
        self._asks_all = asks_all
        self._sheet = sheet
        self._ways = ways
        self._findings = findings
        self._answers = [names if len(names) != 1 else [*names, _OTHER] for names in ways.answers]
        self._end = len(ways.questions)
        self._next = [_next_asked(taken) for taken in ways.taken]
        self._endings = _endings(ways)
        self._work = 0
        self._faults = 0
        self._asked: set[int] = set()
        self._path: list[tuple[int, int]] = []
        # Each question by its column and what its answers lead to: where both are equal, branches join.
        self._keys: dict[tuple[int, tuple[str, ...]], str] = {}
        self._known: dict[tuple[int, frozenset[int]], tuple[str, frozenset[int]]] = {}

    def parts(self) -> Parts:
        """Return the parts of the tree; its start is the key of an outcome if nothing has to be asked.

        Raises:
            TooManyQuestionsError: There would be more questions than anybody can maintain.
        """
        # A row without any answer holds where no other does.
        everything = tuple(sorted(range(len(self._ways.rows)), key=self._holds_otherwise))
        start, used = self._node(everything, 0)
        for row in everything:
            if row not in used:
                message = "No answers lead to this row: the rows above have them all."
                place = self._sheet.place(self._ways.rows[row])
                self._findings.add("left-out", place, message, "Delete it, or correct its answers.")
        for index, column in enumerate(self._ways.columns):
            if index not in self._asked:
                message = f"No answer to “{self._ways.questions[index].words}” changes the outcome: it is left out."
                place = self._sheet.place(self._sheet.heading, column)
                self._findings.add("left-out", place, message, "Write its answers into the rows that they decide.")
        return self._parts_from(start)

    def _node(self, rows: _Rows, after: int) -> tuple[str, set[int]]:
        """Return the key of what decides between rows, and the rows that answers lead to.

        Args:
            rows: The rows, in their order.
            after: The first question that has not been asked.
        """
        self._count(len(rows))
        asked = min(self._next[row][after] for row in rows)
        if asked == self._end:
            return self._leaf(rows), {rows[0]}
        known = (asked, frozenset([self._endings[row][asked] for row in rows]))
        if known in self._known:
            key, endings = self._known[known]
            first: dict[int, int] = {}
            for row in rows:
                first.setdefault(self._endings[row][asked], row)
            return key, {row for ending, row in first.items() if ending in endings}
        faults = self._faults
        used: set[int] = set()
        targets: list[str] = []
        for answer, fitting in enumerate(self._divided(rows, asked)):
            self._path.append((asked, answer))
            if fitting:
                target, some = self._node(tuple(fitting), asked + 1)
                used |= some
            else:
                target = self._gap(rows[0], asked)
            self._path.pop()
            targets.append(target)
        is_needed = len(set(targets)) > 1 or (
            self._asks_all and all(self._ways.taken[row][asked] != ANY for row in rows)
        )
        key = self._question(asked, tuple(targets)) if is_needed else targets[0]
        if faults == self._faults:
            # What is wrong in some rows is told again for others that are alike.
            self._known[known] = key, frozenset([self._endings[row][asked] for row in used])
        return key, used

    def _divided(self, rows: _Rows, asked: int) -> list[list[int]]:
        """Return the rows that fit each answer to a question, in their order."""
        taken = self._ways.taken
        fitting: list[list[int]] = [[] for _ in self._answers[asked]]
        self._count(len(fitting) * sum([taken[row][asked] == ANY for row in rows]))
        for row in rows:
            for answer in range(len(fitting)) if taken[row][asked] == ANY else (taken[row][asked],):
                fitting[answer].append(row)
        return fitting

    def _count(self, work: int) -> None:
        self._work += work
        if self._work > MOST_WORK or len(self._keys) > MOST_QUESTIONS:
            message = "The rows depend on too many combinations of answers: the tree would have too many questions."
            raise TooManyQuestionsError(message)
        if self._findings.are_enough:
            raise TooManyQuestionsError("The rows contradict one another, or say nothing, for too many answers.")

    def _question(self, asked: int, targets: tuple[str, ...]) -> str:
        self._asked.add(asked)
        return self._keys.setdefault((asked, targets), f"q{len(self._keys)}")

    def _leaf(self, rows: _Rows) -> str:
        first = self._ways.leads_to[rows[0]]
        for row in rows[1:]:
            otherwise = self._holds_otherwise(row) and not self._holds_otherwise(rows[0])
            if self._ways.leads_to[row] != first and not otherwise:
                self._faults += 1
                here, above = self._ways.outcomes[self._ways.leads_to[row]], self._ways.outcomes[first]
                line = self._ways.rows[rows[0]].line
                message = (
                    f"The row leads to “{here.words}”, and row {line} leads to “{above.words}” for the same answers."
                )
                place = self._sheet.place(self._ways.rows[row])
                self._findings.add("contradiction", place, f"{message} {self._so_far()}", "Correct one of the two.")
        return f"o{first}"

    def _holds_otherwise(self, row: int) -> bool:
        return self._next[row][0] == self._end

    def _gap(self, row: int, asked: int) -> str:
        self._faults += 1
        place = self._sheet.place(self._ways.rows[row], self._ways.columns[asked])
        message = f"No row has these answers: {self._so_far()}"
        self._findings.add("gap", place, message, "Add a row for them, or leave the cell empty if any answer will do.")
        return NO_ROW

    def _so_far(self) -> str:
        """Return the answers that lead here, in words."""
        pairs = [
            (self._ways.questions[index].words, self._answers[index][answer].words) for index, answer in self._path
        ]
        return "; ".join(f"{question} {answer}" for question, answer in pairs) + "."

    def _parts_from(self, start: str) -> Parts:
        """Return the questions and outcomes that can be reached, in the order met."""
        asked = {key: (index, targets) for (index, targets), key in self._keys.items()}
        parts = Parts(start)
        waiting = [start]
        for key in waiting:
            if key in parts.questions or key in parts.outcomes:
                continue
            if key not in asked:
                parts.outcomes[key] = Named(_NO_ROW_TITLE) if key == NO_ROW else self._ways.outcomes[int(key[1:])]
                continue
            index, targets = asked[key]
            parts.questions[key] = self._ways.questions[index]
            parts.choices[key] = [
                Choice(name, target) for name, target in zip(self._answers[index], targets, strict=True)
            ]
            waiting += targets
        return parts


def _next_asked(taken: tuple[int, ...]) -> list[int]:
    """Return for each question the first one from there on that a row has an answer to."""
    found = [len(taken)] * (len(taken) + 1)
    for index in range(len(taken) - 1, -1, -1):
        found[index] = found[index + 1] if taken[index] == ANY else index
    return found


def _endings(ways: Ways) -> list[list[int]]:
    """Return for each row and question a number: equal for rows whose answers from there on and outcome are equal."""
    numbers: dict[tuple[int, int], int] = {}
    found: list[list[int]] = []
    for taken, outcome in zip(ways.taken, ways.leads_to, strict=True):
        ending = -1 - outcome
        endings = [ending]
        for answer in reversed(taken):
            ending = numbers.setdefault((answer, ending), len(numbers))
            endings.append(ending)
        endings.reverse()
        found.append(endings)
    return found
