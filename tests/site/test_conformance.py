"""What the conformance page claims: every criterion of the standard once, each with tests that there are."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "about" / "conformance.md").read_text(encoding="utf-8")

# WCAG 2.2 (W3C Recommendation, 5 October 2023); 4.1.1 is obsolete.
CRITERIA = {
    "1.1.1": ("A", "Non-text content"),
    "1.2.1": ("A", "Audio-only and video-only (prerecorded)"),
    "1.2.2": ("A", "Captions (prerecorded)"),
    "1.2.3": ("A", "Audio description or media alternative (prerecorded)"),
    "1.2.4": ("AA", "Captions (live)"),
    "1.2.5": ("AA", "Audio description (prerecorded)"),
    "1.3.1": ("A", "Info and relationships"),
    "1.3.2": ("A", "Meaningful sequence"),
    "1.3.3": ("A", "Sensory characteristics"),
    "1.3.4": ("AA", "Orientation"),
    "1.3.5": ("AA", "Identify input purpose"),
    "1.4.1": ("A", "Use of colour"),
    "1.4.2": ("A", "Audio control"),
    "1.4.3": ("AA", "Contrast (minimum)"),
    "1.4.4": ("AA", "Resize text"),
    "1.4.5": ("AA", "Images of text"),
    "1.4.10": ("AA", "Reflow"),
    "1.4.11": ("AA", "Non-text contrast"),
    "1.4.12": ("AA", "Text spacing"),
    "1.4.13": ("AA", "Content on hover or focus"),
    "2.1.1": ("A", "Keyboard"),
    "2.1.2": ("A", "No keyboard trap"),
    "2.1.4": ("A", "Character key shortcuts"),
    "2.2.1": ("A", "Timing adjustable"),
    "2.2.2": ("A", "Pause, stop, hide"),
    "2.3.1": ("A", "Three flashes or below threshold"),
    "2.4.1": ("A", "Bypass blocks"),
    "2.4.2": ("A", "Page titled"),
    "2.4.3": ("A", "Focus order"),
    "2.4.4": ("A", "Link purpose (in context)"),
    "2.4.5": ("AA", "Multiple ways"),
    "2.4.6": ("AA", "Headings and labels"),
    "2.4.7": ("AA", "Focus visible"),
    "2.4.11": ("AA", "Focus not obscured (minimum)"),
    "2.5.1": ("A", "Pointer gestures"),
    "2.5.2": ("A", "Pointer cancellation"),
    "2.5.3": ("A", "Label in name"),
    "2.5.4": ("A", "Motion actuation"),
    "2.5.7": ("AA", "Dragging movements"),
    "2.5.8": ("AA", "Target size (minimum)"),
    "3.1.1": ("A", "Language of page"),
    "3.1.2": ("AA", "Language of parts"),
    "3.2.1": ("A", "On focus"),
    "3.2.2": ("A", "On input"),
    "3.2.3": ("AA", "Consistent navigation"),
    "3.2.4": ("AA", "Consistent identification"),
    "3.2.6": ("A", "Consistent help"),
    "3.3.1": ("A", "Error identification"),
    "3.3.2": ("A", "Labels or instructions"),
    "3.3.3": ("AA", "Error suggestion"),
    "3.3.4": ("AA", "Error prevention (legal, financial, data)"),
    "3.3.7": ("A", "Redundant entry"),
    "3.3.8": ("AA", "Accessible authentication (minimum)"),
    "4.1.2": ("A", "Name, role, value"),
    "4.1.3": ("AA", "Status messages"),
    # Of level AAA those that the page claims; it need not claim any.
    "1.4.6": ("AAA", "Contrast (enhanced)"),
    "2.1.3": ("AAA", "Keyboard (no exception)"),
    "2.3.2": ("AAA", "Three flashes"),
    "2.3.3": ("AAA", "Animation from interactions"),
    "2.4.8": ("AAA", "Location"),
    "3.1.4": ("AAA", "Abbreviations"),
}

# The ways of showing that are no tests of ours by name; axe-core runs in tests/browser/test_accessibility.py.
OTHERWISE = {"axe-core", "review", "does not apply"}


@dataclass(frozen=True)
class Row:
    """A line of the page's tables."""

    numbers: tuple[str, ...]
    name: str
    levels: set[str]
    shown_by: tuple[str, ...]


def rows(text: str) -> list[Row]:
    """Return the criteria that a page lists; a range counts as each of its criteria."""
    found: list[Row] = []
    for line in re.findall(r"^\| (\d[^|]*)\|([^|]*)\|[^|]*\|([^|]*)\|$", text, re.MULTILINE):
        criterion, levels, shown_by = (cell.strip() for cell in line)
        first, last, name = re.fullmatch(r"([\d.]+)(?: to ([\d.]+))? (.+)", criterion).groups()  # pyright: ignore[reportOptionalMemberAccess]
        order = list(CRITERIA)
        numbers = order[order.index(first) : order.index(last or first) + 1] if first in order else [first]
        found.append(Row(tuple(numbers), name, set(levels.split(", ")), tuple(shown_by.split(", "))))
    return found


def faults(text: str) -> list[str]:
    """Return what is wrong with a page's list of criteria."""
    listed = rows(text)
    counts = [number for row in listed for number in row.numbers]
    found = [f"{number} is not on the page" for number in CRITERIA if number not in counts]
    found += [
        f"{number} is on the page {counts.count(number)} times" for number in CRITERIA if counts.count(number) > 1
    ]
    for row in listed:
        found += [f"{number} is no criterion" for number in row.numbers if number not in CRITERIA]
        if row.levels != {CRITERIA[number][0] for number in row.numbers if number in CRITERIA}:
            found.append(f"{row.numbers[0]} has the wrong level")
        if len(row.numbers) == 1 and not CRITERIA.get(row.numbers[0], ("", row.name))[1].startswith(row.name):
            found.append(f"{row.numbers[0]} is not called {row.name}")
    return found


def names_of_tests() -> set[str]:
    """Return the name of every file of tests, and of every class of tests in them."""
    names: set[str] = set()
    for path in TESTS.rglob("test_*.py"):
        names.add(path.name)
        parts = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        names |= {part.name for part in parts if isinstance(part, ast.ClassDef)}
    return names


def test_every_criterion_is_on_the_page_once_with_its_name_and_level() -> None:
    assert faults(PAGE) == []


def test_level_a_has_31_criteria_and_level_aa_24() -> None:
    levels = [level for level, _ in CRITERIA.values()]

    assert (levels.count("A"), levels.count("AA")) == (31, 24)


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`((?:Test|test_)\w+(?:\.py)?)`", PAGE))

    assert len(named) > 10
    assert named - names_of_tests() == set()


def test_every_criterion_is_shown_by_a_test_or_says_how_else() -> None:
    for row in rows(PAGE):
        for way in row.shown_by:
            assert way.lower() in OTHERWISE or re.fullmatch(r"`(Test|test_)\w+(\.py)?`", way), f"{row.name}: {way}"
        if row.levels == {"AAA"}:
            assert {way.lower() for way in row.shown_by}.isdisjoint({"review", "does not apply"}), row.name


def test_a_missing_a_doubled_and_a_wrong_line_are_seen() -> None:
    lines = [line for line in PAGE.splitlines() if line.startswith("| 2.4.7 ")]

    assert faults(PAGE.replace(lines[0], "")) == ["2.4.7 is not on the page"]
    assert faults(PAGE.replace(lines[0], "\n".join(lines * 2))) == ["2.4.7 is on the page 2 times"]
    assert faults(PAGE.replace("| 2.4.7 Focus visible | AA |", "| 2.4.7 Focus seen | A |")) == [
        "2.4.7 has the wrong level",
        "2.4.7 is not called Focus seen",
    ]
