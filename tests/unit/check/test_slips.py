"""One slip of an author gives one finding, at its line, and nothing that merely follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from example_trees import STARTER, TREES
from fingerpost.check import check_reading
from fingerpost.findings.finding import Finding
from fingerpost.source import read_source
from slips import Slip, Slips

INCIDENT = Path(__file__).parents[3] / "docs" / "authors" / "trees" / "incident" / "tree.yml"
SOUND = {"starter": STARTER / "choose" / "tree.yml", "joins": TREES / "joins.yml", "incident": INCIDENT}

KINDS = {
    *("comma", "duplicate", "empty", "misspelt definition", "misspelt field", "misspelt reference", "missing field"),
    *("no space after the colon", "number for a text", "tab", "too far left", "too far right", "unquoted number"),
}

SAMPLE = {"starter": 7, "joins": 13, "incident": 101}
"""Of how many slips the ordinary run makes one. They are prime, so that the kinds are mixed."""


def slips(name: str) -> list[Slip]:
    """Return every slip of one of the trees."""
    return list(Slips(SOUND[name].read_text(encoding="utf-8")).all())


def findings_of(slip: Slip) -> list[Finding]:
    """Return the findings of a file with a slip, without the one that the incident tree has anyway."""
    found = check_reading(read_source(slip.text.encode(), "tree.yml"))[1]
    return [finding for finding in found if finding.code != "uncovered-way"]


def faults(chosen: list[Slip]) -> Iterator[str]:
    """Yield each slip that does not have exactly one finding at its line, with what it has."""
    for slip in chosen:
        found = findings_of(slip)
        # YAML allows some lines in another column, where a part has only one line.
        if not found and slip.kind.startswith("too far"):
            continue
        if [(each.code, each.place.line) for each in found] == [("field-in-text", slip.line)]:
            continue
        errors = [finding for finding in found if finding.severity == "error"]
        at_slip = bool(found) and found[0].place.line == slip.line
        # Of an id that is named once, either place may be the misspelt one: the finding says both.
        at_either = slip.named == 1 and bool(found) and f"on line {slip.line}?" in found[0].hint
        if len(errors) != 1 or found[0] != errors[0] or not (at_slip or at_either):
            yield f"{slip}: {[str(finding) for finding in found]}"


@pytest.mark.parametrize("name", ["starter", "joins", pytest.param("incident", marks=pytest.mark.long)])
def test_one_slip_is_one_finding(name: str) -> None:
    """A sample of all slips: the first finding is at the line of the slip, and there is no other error."""
    assert list(faults(slips(name)[:: SAMPLE[name]])) == []


@pytest.mark.parametrize(
    ("slip", "count"),
    [
        # The letters of '50' in another order are the same slip, although '5' is more similar.
        ("misspelt definition questions/width/answers/50", 2),
        # Whether 2025 comes after the tree's edition is not known while it is a number.
        ("number for a text revised/storm-camp/edition", 1),
        # The text above it takes it in.
        ("too far right answers:", 7),
    ],
)
def test_slips_that_look_like_another_are_one_finding(slip: str, count: int) -> None:
    chosen = [each for each in slips("joins") if str(each).startswith(slip)]

    assert len(chosen) == count
    assert list(faults(chosen)) == []
    assert all(findings_of(each) for each in chosen)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
@pytest.mark.parametrize("name", SOUND)
def test_every_slip_is_one_finding(name: str, part: int) -> None:
    """All slips of each of the trees."""
    assert list(faults(slips(name)[part::20])) == []


def test_the_slips_are_of_every_kind() -> None:
    """The trees without a slip are sound, and each kind of slip is made."""
    for path in SOUND.values():
        assert [each.code for each in check_reading(read_source(path.read_bytes(), "tree.yml"))[1]] in (
            [],
            ["uncovered-way"],
        )
    assert {slip.kind for slip in slips("joins")} == KINDS


@pytest.mark.parametrize("first", ["misspelt reference", "misspelt field", "duplicate", "missing field"])
@pytest.mark.parametrize("second", ["unquoted number", "empty", "comma"])
def test_two_slips_are_two_findings(first: str, second: str) -> None:
    """A slip hides no other slip that has nothing to do with it."""
    one = next(slip for slip in slips("joins") if slip.kind == first and slip.what.startswith("outcomes/"))
    others = Slips(one.text).all()
    both = next(slip for slip in others if slip.kind == second and slip.what.startswith("considerations/"))

    found = [finding.place.line for finding in findings_of(both) if finding.severity == "error"]

    assert len(found) == 2
    assert both.line in found
