"""Decisions whose rules lead to other decisions become one tree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from dmn_files import MODEL
from fingerpost.export.formats.dmn import write
from fingerpost.importing.formats.dmn import read
from fingerpost.text.markup import plain_text
from fingerpost.tree.model import Source
from made_up import SUPPER


def decision(name: str, rules: dict[str, str], *takes: str, column: str = "") -> str:
    """Return a decision on one line, with the column of its own name and yes and no as its answers."""
    requirements = "".join(
        f'<informationRequirement><requiredDecision href="#{other}"/></informationRequirement>' for other in takes
    )
    rows = "".join(
        f"<rule><inputEntry><text>{cell}</text></inputEntry><outputEntry><text>{result}</text></outputEntry></rule>"
        for cell, result in rules.items()
    )
    return (
        f'<decision id="{name}" name="{name}">{requirements}<decisionTable><input><inputExpression>'
        f'<text>{column or f"q_{name}"}</text></inputExpression><inputValues><text>"yes","no"</text></inputValues>'
        f"</input><output/>{rows}</decisionTable></decision>"
    )


def told(*decisions: str) -> list[str]:
    """Return the place, the code and the message of each finding about a file, whose decisions start on line 2."""
    result = read(f'<definitions xmlns="{MODEL}" name="x">\n{"\n".join(decisions)}\n</definitions>'.encode(), "f.dmn")
    assert result.draft is None
    return [f"{each.place.line}:{each.place.column} {each.code}: {each.message}" for each in result.findings]


def test_a_result_can_be_that_of_another_decision() -> None:
    last = decision("last", {'"yes"': '"x"', '"no"': '"y"'})
    first = decision("first", {'"yes"': "last", '"no"': '"x"'}, "last")

    result = read(f'<definitions xmlns="{MODEL}" name="x">{last}{first}</definitions>'.encode(), "f.dmn")

    draft = cast("Any", result.draft)
    assert result.findings == ()
    assert draft["start"] == "q-first"
    assert {
        name: [each["go"] for each in question["answers"].values()] for name, question in draft["questions"].items()
    } == {"q-first": ["q-last", "x"], "q-last": ["x", "y"]}


def test_a_decision_whose_result_no_rule_takes_is_left_out() -> None:
    rules = {'"yes"': '"x"', '"no"': '"y"'}
    decisions = f"{decision('one', rules)}\n{decision('two', rules, 'one')}"
    file = f'<definitions xmlns="{MODEL}" name="x">\n{decisions}</definitions>'

    result = read(file.encode(), "f.dmn")

    assert [str(finding) for finding in result.findings] == [
        "f.dmn:2:1: warning: import-left-out: No rule takes the result of the decision 'one'. "
        "Check that nothing is missing from the tree."
    ]
    assert cast("Any", result.draft)["start"] == "q-two"


def test_decisions_that_take_each_others_results_are_told() -> None:
    one = decision("one", {'"yes"': "two", '"no"': '"x"'}, "two")
    two = decision("two", {'"yes"': "three", '"no"': '"x"'}, "three")
    three = decision("three", {'"yes"': "two", '"no"': '"x"'}, "two")

    assert told(one, two, three) == [
        "3:1 import-no-equivalent: The decision 'two' takes its own result, through 'three'."
    ]


def test_a_circle_of_all_decisions_has_no_start() -> None:
    one = decision("one", {'"yes"': "two", '"no"': '"x"'}, "two")
    two = decision("two", {'"yes"': "one", '"no"': '"x"'}, "one")

    assert told(one, two) == [
        "1:1 import-no-equivalent: Each decision takes the result of another, so there is none to start with."
    ]


def test_several_final_results_are_told() -> None:
    rules = {'"yes"': '"x"', '"no"': '"y"'}

    assert told(decision("one", rules), decision("two", rules)) == [
        "3:1 import-no-equivalent: The file has 2 decisions that no other takes the result of: 'one', 'two'."
    ]


def test_a_column_that_takes_the_result_of_a_decision_is_told() -> None:
    rules = {'"yes"': '"x"', '"no"': '"y"'}
    found = told(decision("one", rules), decision("two", rules, "one", column="one"))

    assert [line.partition(": ")[2] for line in found] == ["The column takes the result of the decision 'one'."]
    assert found[0].startswith("3:")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1:1 import-no-equivalent: The file has no decision."),
        ('<decision id="d" name="d"/>', "2:1 import-no-equivalent: The decision 'd' has no decision table."),
        (
            '<decision id="d" name="d"><literalExpression><text>1</text></literalExpression></decision>',
            "2:1 import-no-equivalent: The decision 'd' has no decision table.",
        ),
    ],
)
def test_a_file_without_tables_is_told(content: str, message: str) -> None:
    assert told(content) == [message]


def test_a_file_of_another_format_is_told() -> None:
    found = read(b"<html>\n</html>", "f.dmn").findings

    assert [str(finding) for finding in found] == [
        "f.dmn:1:1: error: import-unreadable: This is not a DMN file: its first element is 'html'. "
        "Name the format of the file with --from."
    ]


def test_our_own_file_keeps_the_words_that_dmn_has_no_place_for() -> None:
    hungry = replace(SUPPER.questions["hungry"], short=plain_text("Hunger"))
    source = Source("The Cook's Book", "https://example.org/book", "CC-BY-4.0")
    tree = replace(
        SUPPER,
        edition="2026-11",
        source=source,
        questions={**SUPPER.questions, "hungry": hungry},
        title=plain_text("To *eat*"),
    )

    draft = cast("Any", read(write(tree, ""), "decision.dmn").draft)

    assert (draft["id"], draft["title"], draft["edition"]) == ("supper", "To \\*eat\\*", "2026-11")
    assert draft["source"] == {"title": source.title, "url": source.url, "licence": source.licence}
    assert draft["questions"]["hungry"]["short"] == "Hunger"
    assert draft["questions"]["hungry"]["answers"]["yes"] == {"label": "Yes", "go": "cook"}
    assert draft["outcomes"] == {name: {"title": name.capitalize()} for name in SUPPER.outcomes}
