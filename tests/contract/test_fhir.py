"""FHIR: the files are valid for validators of others, and LHC-Forms leads to the outcomes of our engine."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from combinations import combinations, outcome_of
from fhir_files import back_again, broken_rules, held
from fhir_peers import faults, fill_in, form_on, load_forms
from fingerpost.answers.position import position
from fingerpost.answers.state import State
from fingerpost.compare import compare_trees
from fingerpost.export.formats.fhir import write
from fingerpost.importing.fhir.response import read_response
from fingerpost.record.build import build_record
from fingerpost.record.forms.fhir import write as write_response
from fingerpost.record.notes import Notes
from fingerpost.tree.model import UNSURE, Tree
from imports import bare
from large_tree import large_tree
from tree_files import TREE_FILES, tree_in
from trees import answered_trees, trees

type Json = dict[str, Any]

DOCS = Path(__file__).parents[2] / "docs"
ADDRESS = "https://example.org/choose/"
SOUND = {"lantana": [], "schema": []}


def questionnaire_of(tree: Tree) -> Json:
    return json.loads(write(tree, ADDRESS))


def response_of(tree: Tree, answers: dict[str, str]) -> Json:
    record = build_record(State(tree, answers), Notes("A need."), address=ADDRESS, date="2026-11-27")
    return json.loads(write_response(record))


@pytest.fixture(scope="module")
def form(chromium: Browser) -> Iterator[Page]:
    """An empty page with LHC-Forms."""
    page = chromium.new_page()
    load_forms(page)
    yield page
    page.close()


def check_filled_in(form: Page, some: Sequence[Tree], most: int) -> None:
    """Compare what LHC-Forms shows and answers with our engine, for every combination of answers or so many of them."""
    for tree in some:
        cases = combinations(tree, most)
        for case, filled_in in zip(cases, fill_in(form, questionnaire_of(tree), cases), strict=True):
            where = position(tree, case)
            read = read_response(tree, json.dumps(filled_in.response).encode(), "response.json")
            assert [node for node in filled_in.shown if node in tree.outcomes] == [outcome_of(tree, case)]
            assert {node for node in filled_in.shown if node in tree.questions} == set(where.counted)
            assert read.findings == ()
            assert read.answers == {question: case[question] for question in where.counted}


def test_what_is_written_for_every_tree_is_valid() -> None:
    resources = [questionnaire_of(tree) for tree in map(tree_in, TREE_FILES)]
    resources += [json.loads(write(tree, "")) for tree in map(tree_in, TREE_FILES)]

    assert [each for each in faults(resources) if each != SOUND] == []
    assert [broken_rules(resource) for resource in resources if broken_rules(resource)] == []


# The first example is always the simplest.
@settings(max_examples=3, database=None, phases=[Phase.generate], deadline=None)
@given(st.lists(answered_trees(), min_size=20, max_size=20))
def test_what_is_written_for_random_trees_is_valid(some: list[tuple[Tree, dict[str, str]]]) -> None:
    questionnaires = [questionnaire_of(tree) for tree, _ in some]
    responses = [response_of(tree, answers) for tree, answers in some]

    assert [each for each in faults([*questionnaires, *responses]) if each != SOUND] == []
    assert [broken_rules(each) for each in questionnaires if broken_rules(each)] == []
    for questionnaire, response in zip(questionnaires, responses, strict=True):
        order = [item["linkId"] for item in questionnaire["item"]]
        answered = [order.index(item["linkId"]) for item in response.get("item", [])]
        assert answered == sorted(answered)
        assert response["questionnaire"] == f"{questionnaire['url']}|{questionnaire['version']}"


def test_the_validators_find_planted_faults() -> None:
    def planted(**changes: Any) -> Json:
        sound = questionnaire_of(tree_in(TREE_FILES[0]))
        first = sound["item"][0] | changes
        return sound | {"item": [{key: value for key, value in first.items() if value is not None}, *sound["item"][1:]]}

    wrong = [planted(type="radio"), planted(enableBehavior="some"), planted(more="help")]
    *by_both, by_schema, by_lantana = faults([*wrong, planted(text=""), planted(linkId=None)])

    assert [all(each.values()) for each in by_both] == [True] * len(wrong)
    assert by_schema["schema"] != []
    assert by_lantana["lantana"] != []
    assert broken_rules(planted(linkId="other")) != []
    assert broken_rules(planted(type="display")) != []


@pytest.mark.parametrize("file", TREE_FILES, ids=lambda file: file.relative_to(file.parents[2]).as_posix())
def test_every_tree_of_the_repository_comes_back(file: Path) -> None:
    tree = held(tree_in(file))

    assert compare_trees(tree, back_again(tree_in(file))).is_empty


@given(trees())
@settings(max_examples=40)
def test_random_trees_come_back(tree: Tree) -> None:
    """A question whose answers all show the same comes back as one that is asked on purpose."""
    purposes = {
        question.id: replace(question, informative=len({answer.go for answer in question.answers}) == 1)
        for question in tree.questions.values()
    }

    assert compare_trees(replace(tree, questions=purposes), back_again(tree)).is_empty


def test_a_large_tree_comes_back() -> None:
    tree = large_tree(500)

    assert compare_trees(bare(tree), bare(back_again(tree))).is_empty


@given(answered_trees())
def test_the_answers_of_a_response_come_back(answered: tuple[Tree, dict[str, str]]) -> None:
    tree, answers = answered

    read = read_response(tree, json.dumps(response_of(tree, answers)).encode(), "response.json")

    assert read.findings == ()
    counted = position(tree, answers).counted
    assert read.answers == {question: answers[question] for question in counted if answers[question] != UNSURE}


def test_forms_lead_to_the_outcomes_of_the_trees_of_the_repository(form: Page) -> None:
    check_filled_in(form, [tree_in(file) for file in TREE_FILES], 60)


@settings(
    max_examples=2,
    database=None,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(some=st.lists(trees(5), min_size=10, max_size=10))
def test_forms_lead_to_the_outcomes_of_random_trees(form: Page, some: list[Tree]) -> None:
    check_filled_in(form, some, 40)


@pytest.mark.long
@settings(
    max_examples=10,
    database=None,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(some=st.lists(trees(), min_size=20, max_size=20))
def test_forms_lead_to_the_outcomes_of_many_random_trees(form: Page, some: list[Tree]) -> None:
    check_filled_in(form, some, 200)


@pytest.mark.long
def test_forms_lead_to_the_outcomes_of_the_trees_of_the_repository_for_many_combinations(form: Page) -> None:
    check_filled_in(form, [tree_in(file) for file in TREE_FILES], 1000)


def test_somebody_fills_in_a_form_by_keyboard(form: Page) -> None:
    tree = tree_in(DOCS / "choose" / "tree.yml")
    answers = {"proactive-request": "Yes", "care-setting": "No", "repository-mandate": "Yes"}

    with form_on(form, questionnaire_of(tree)):
        for question, label in answers.items():
            field = form.get_by_role("combobox", name=tree.questions[question].ask.plain)
            field.click()
            field.press_sequentially(label)
            form.locator("#lhc-tools-searchResults").get_by_text(label).wait_for()
            field.press("ArrowDown")
            field.press("Enter")
            expect(field).to_have_value(label)
        shown = [
            outcome.id
            for outcome in tree.outcomes.values()
            if form.get_by_text(outcome.title.plain, exact=True).count()
        ]
        response = form.evaluate("() => LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4')")

    assert shown == ["shared-repository"]
    read = read_response(tree, json.dumps(response).encode(), "response.json")
    assert read.answers == {question: label.lower() for question, label in answers.items()}
