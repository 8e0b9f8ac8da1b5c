"""The site's own tree: sound, exactly the 8 ways of the source guidance, and each of them shown by an example."""

from __future__ import annotations

import json
import re

import pytest

from fingerpost.answers.position import position
from fingerpost.cli import main
from live_tree import DOCS, WAYS, live_tree

TREE = str(DOCS / "choose" / "tree.yml")
SCENARIOS = live_tree().scenarios


def test_checking_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", TREE, "--docs", str(DOCS), "--json"])

    assert (status, json.loads(capsys.readouterr().out)) == (0, {"findings": []})


def test_the_ways_are_those_of_the_guidance(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["paths", TREE, "--json"])

    assert status == 0
    listed = [(way["answers"], way["outcome"]) for way in json.loads(capsys.readouterr().out)]
    assert listed == list(WAYS)


@pytest.mark.parametrize(("answers", "outcome"), WAYS, ids=["-".join(answers.values()) for answers, _ in WAYS])
def test_each_way_has_an_example(answers: dict[str, str], outcome: str) -> None:
    examples = [scenario for scenario in SCENARIOS.values() if scenario.answers == answers]

    assert examples
    assert {example.expect for example in examples} == {outcome}


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_example_leads_where_it_says(name: str) -> None:
    scenario = SCENARIOS[name]

    where = position(live_tree(), scenario.answers)

    assert where.decided == scenario.expect
    assert where.set_aside == ()


def test_every_pattern_has_its_page_and_says_what_it_is() -> None:
    for outcome in live_tree().outcomes.values():
        assert outcome.page == f"patterns/{outcome.id}.md"
        assert outcome.summary is not None


@pytest.mark.parametrize("outcome", live_tree().outcomes)
def test_the_tree_and_the_page_of_a_pattern_name_the_same_combinations(outcome: str) -> None:
    page = (DOCS / "patterns" / f"{outcome}.md").read_text(encoding="utf-8")
    section = page.split("## Combining it with other patterns")[1].split("\n## ")[0]

    listed = re.findall(r"^- (?:With an? |With )?\[[^\]]+\]\(([\w-]+)\.md\)", section, re.MULTILINE)

    assert set(listed) == set(live_tree().outcomes[outcome].combines)


def test_every_question_says_why_it_is_asked_and_who_can_tell() -> None:
    for question in live_tree().questions.values():
        assert question.reason is not None
        assert question.help is not None or question.more is not None
        assert question.unsure is not None
