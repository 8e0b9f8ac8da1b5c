"""Finds the one line that starts in the wrong column, where that explains the faults of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final

from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place
from fingerpost.source.indents import indent_of

if TYPE_CHECKING:
    from fingerpost.source import Reading

type _Move = tuple[int, int, list[str]]
"""A line, the column that it is moved to, and all lines of the file after that. Both count from 0."""

_MOST_TRIES: Final = 60
"""Each try reads the file once."""

_LARGEST: Final = 100_000
"""The largest file, in bytes, that is read more than once."""

_SIGNS: Final = frozenset(
    (
        *("duplicate-key", "missing-field", "too-few-answers", "too-few-outcomes", "too-few-questions"),
        *("unknown-field", "wrong-type", "yaml-syntax"),
    )
)
"""The codes of faults that a line in the wrong column can cause."""


def read_as_meant(data: bytes, reading: Reading, read: Callable[[bytes], Reading]) -> Reading:
    """Return the reading of a file as if one line, whose column explains its faults, stood in the right column.

    Then the only finding about these faults is at that line. If no line explains them, the reading stays as it is.

    Args:
        data: The content of the file.
        reading: The result of reading it.
        read: Reads a content.
    """
    signs = [finding for finding in reading.findings if finding.code in _SIGNS]
    if not signs or len(data) > _LARGEST:
        return reading
    lines = data.decode().split("\n")
    swallowed = list(_swallowed(lines, reading))
    is_clear = len(signs) == 1 and signs[0].code not in ("unknown-field", "yaml-syntax")
    if is_clear and not swallowed:
        return reading
    step = _usual_step(lines)
    errors = _errors(reading)
    best: tuple[int, Reading] | None = None
    for line, column, moved in islice(chain(swallowed, _moves(lines, signs)), _MOST_TRIES):
        other = read("\n".join(moved).encode())
        left = _errors(other)
        # The other faults of the file must be the same as before, and the parser does not see them past its own.
        if other.tree is None or not left < errors or any(finding.code in _SIGNS for finding in other.findings):
            continue
        odd = sum(each != step for each in _steps(moved))
        if best is None or odd < best[0]:
            best = (odd, replace(other, findings=(*other.findings, _finding(other, lines, line, column))))
    if best is None:
        return reading
    found = sorted(best[1].findings, key=lambda finding: (finding.place.line, finding.place.column))
    return replace(best[1], findings=tuple(found), digest=reading.digest)


def _errors(reading: Reading) -> set[str]:
    """Return the errors of a reading; warnings say nothing about its structure, and can move with a line."""
    return {str(finding) for finding in reading.findings if finding.severity == "error"}


def _steps(lines: list[str]) -> list[int]:
    """Return by how much each line that starts further to the right than the one before it does so."""
    indents = [indent_of(line) for line in lines if line.strip()]
    return [after - before for before, after in pairwise(indents) if after > before]


def _usual_step(lines: list[str]) -> int:
    return max(Counter(_steps(lines)).items(), key=lambda each: each[1], default=(2, 0))[0]


def _finding(reading: Reading, lines: list[str], line: int, column: int) -> Finding:
    """Return the finding that a line should start in another column; both count from 0."""
    now = indent_of(lines[line])
    by = abs(column - now)
    spaces = "space" if by == 1 else "spaces"
    message = f"This line starts in column {now + 1}, where it does not belong to what it should."
    hint = f"Start it in column {column + 1}: {'add' if column > now else 'delete'} {by} {spaces} before it."
    return BY_NAME["indentation"].finding(Place(reading.places[()].file, line + 1, now + 1), message, hint)


def _swallowed(lines: list[str], reading: Reading) -> Iterator[_Move]:
    """Yield the move of each line that holds a missing field, if a text above the line has taken it in."""
    for path in reading.unknown:
        owner = reading.places.get(path[:-1])
        if len(path) < 2 or owner is None or path in reading.places:
            continue
        first = owner.line
        while first < len(lines) and not lines[first].strip():
            first += 1
        column = indent_of(lines[first]) if first < len(lines) else 0
        for line in range(first, len(lines)):
            indent = indent_of(lines[line])
            if lines[line].strip() and indent < column:
                break
            if indent > column and lines[line].lstrip().startswith(f"{path[-1]}:"):
                yield line, column, [*lines[:line], _moved(lines[line], column - indent), *lines[line + 1 :]]


def _moves(lines: list[str], signs: list[Finding]) -> Iterator[_Move]:
    """Yield each move to try, of a line to a column that a line near it starts in.

    A line is moved alone, and together with the lines that are further to the right below it.
    """
    written = [number for number, line in enumerate(lines) if line.strip()]
    tried: set[tuple[int, int, int]] = set()
    for finding in sorted(signs, key=lambda each: each.code == "missing-field"):
        at = next((index for index, number in enumerate(written) if number >= finding.place.line - 1), len(written) - 1)
        # The parser reports the line after the one at fault, or, for the first line of a part, the end of the part.
        column = indent_of(lines[written[at]])
        above = next((index for index in range(at - 1, -1, -1) if indent_of(lines[written[index]]) < column), at)
        for index in dict.fromkeys((at, at - 1, above, above + 1)):
            if not 0 <= index < len(written):
                continue
            line = written[index]
            now = indent_of(lines[line])
            near = written[max(0, index - 6) : index + 4]
            below = line + 1
            while below < len(lines) and (not lines[below].strip() or indent_of(lines[below]) > now):
                below += 1
            columns = {indent_of(lines[number]) for number in near} | {now + 2, now - 2}
            for column in sorted(columns - {now}, key=lambda each: abs(each - now)):
                for end in dict.fromkeys((line + 1, below)):
                    if column < 0 or (line, column, end) in tried:
                        continue
                    tried.add((line, column, end))
                    moved = [_moved(each, column - now) for each in lines[line:end]]
                    yield line, column, [*lines[:line], *moved, *lines[end:]]


def _moved(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by > 0 else line[-by:]
