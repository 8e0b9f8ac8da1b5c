"""The pages of worked examples, and what leads to them: all of it as the tree has it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from built_site import SITE, Element, main_of, page, read
from combinations import combinations, outcome_of
from fingerpost.answers.state import State
from fingerpost.plan.link import open_link
from fingerpost.plan.reading import read_plan
from fingerpost.plan.standing import Standings
from fingerpost.render.example import in_order
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.when import ways_to
from fingerpost.sequence.diagram import read as read_diagram
from fingerpost.sequence.words import with_words
from fingerpost.tree.conditions import conditions
from fingerpost.tree.model import Question, Scenario
from fingerpost.tree.purpose import UseCase
from live_tree import DOCS, live_tree

TREE = live_tree()
SCENARIOS = list(TREE.scenarios.values())

PLANS = sorted((DOCS / "examples" / "plans").glob("*.json"))

every_example = pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)


def address_of(scenario: Scenario) -> str:
    """Return the address of the page of an example."""
    return f"examples/{scenario.id}/"


def leads_to(address: str, part: Element) -> list[str]:
    """Return where the links in a part of a page lead to."""
    return [urljoin(f"/{address}", link.attributes["href"])[1:] for link in part.all("a") if "href" in link.attributes]


@every_example
def test_a_page_has_the_need_the_answers_and_the_result_of_the_tree(scenario: Scenario) -> None:
    shown = main_of(page(address_of(scenario)))
    answers, result = (part for part in shown.all("div") if part.attributes.get("class") == "fp fp-example")
    outcome = TREE.outcomes[scenario.expect]

    assert scenario.title is not None
    assert shown.one("h1").seen_text == scenario.title.plain
    assert next(shown.all("p")).seen_text == scenario.need.plain
    rows = [row.seen_text for row in answers.all("li")]
    assert len(rows) == len(scenario.answers)
    for row, (question_id, answer_id) in zip(rows, scenario.answers.items(), strict=True):
        question = TREE.questions[question_id]
        answer = question.answer(answer_id)
        assert answer is not None
        assert answer.because is not None
        assert row.startswith(f"{question.ask.plain} {answer.label.plain} Change")
        assert answer.because.plain in row
    assert outcome.summary is not None
    assert outcome.title.plain in result.seen_text
    assert outcome.summary.plain in result.seen_text
    assert leads_to(address_of(scenario), result) == [
        f"patterns/{outcome.id}/",
        f"choose/#{State(TREE, scenario.answers).link}",
    ]


@every_example
def test_changing_an_answer_leads_to_its_question(scenario: Scenario) -> None:
    shown = main_of(page(address_of(scenario)))
    answers = next(part for part in shown.all("div") if part.attributes.get("class") == "fp fp-example")
    links = leads_to(address_of(scenario), answers)

    given: dict[str, str] = {}
    for link, (question, answer) in zip(links, scenario.answers.items(), strict=True):
        assert link == f"choose/#{State(TREE, given).link}"
        given[question] = answer


@every_example
def test_the_sequence_of_an_example_is_that_of_its_outcome_in_its_own_words(scenario: Scenario) -> None:
    outcome = TREE.outcomes[scenario.expect]
    assert outcome.sequence is not None
    assert scenario.sequence
    diagram = with_words(read_diagram(outcome.sequence), scenario.sequence, "")
    shown = main_of(page(address_of(scenario)))
    (figure,) = shown.all("figure")
    (steps,) = (part for part in shown.all("ul") if part.attributes.get("class") == "seq-steps")

    drawn = " ".join(part.seen_text for part in figure.all("text"))
    for words in (*diagram.names.values(), *(step.text for step in diagram.steps)):
        assert words in drawn
        assert words in steps.seen_text
    assert len(list(steps.all("li"))) == len(diagram.steps)


def test_the_list_has_a_link_to_each_page_by_outcome_and_the_pages_one_to_the_next() -> None:
    order = [address_of(scenario) for scenario in in_order(TREE)]
    listed = [
        found for found in leads_to("examples/", main_of(page("examples/"))) if re.match("examples/(?!plans/).", found)
    ]

    assert [found for found in listed if "#" not in found] == order
    for number, address in enumerate(order):
        around = list(main_of(page(address)).all("p"))[-1]
        neighbours = [*order[max(number - 1, 0) : number], *order[number + 1 : number + 2]]
        assert leads_to(address, around) == ["examples/", *neighbours]


def test_the_search_finds_each_page_by_its_title() -> None:
    entries = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    titles = {entry["location"]: entry["title"] for entry in entries}

    for scenario in SCENARIOS:
        assert scenario.title is not None
        assert titles[address_of(scenario)].replace("&amp;", "&") == scenario.title.plain


def test_every_use_case_has_an_example_and_every_example_a_use_case() -> None:
    assert all(case.scenarios for case in TREE.use_cases.values())
    assert {name for case in TREE.use_cases.values() for name in case.scenarios} == set(TREE.scenarios)
    assert len(TREE.use_cases) == 10


@pytest.mark.parametrize("case", TREE.use_cases.values(), ids=lambda case: case.id)
def test_a_use_case_links_to_its_examples(case: UseCase) -> None:
    shown = main_of(page("guidance/use-cases/"))
    (item,) = (part for part in shown.all("li") if part.seen_text.startswith(case.need.plain))

    assert leads_to("guidance/use-cases/", item) == [f"examples/{name}/" for name in case.scenarios]


@pytest.mark.parametrize("outcome", TREE.outcomes)
def test_a_pattern_page_says_when_and_shows_its_diagram_and_examples(outcome: str) -> None:
    shown = main_of(page(f"patterns/{outcome}/"))
    (ways,) = (part for part in shown.all("div") if part.attributes.get("class") == "fp-ways")
    (links,) = (part for part in shown.all("ul") if part.attributes.get("class") == "fp-example-links")

    assert ways.seen_text == read(ways_to(TREE, outcome, Surroundings())).seen_text
    assert "the answer to" not in ways.seen_text
    assert len(list(shown.all("figure"))) == 1
    assert leads_to(f"patterns/{outcome}/", links) == [
        address_of(scenario) for scenario in SCENARIOS if scenario.expect == outcome
    ]


def test_the_sentences_hold_for_exactly_the_answers_that_lead_to_each_pattern() -> None:
    found = {outcome: conditions(TREE, outcome)[0] for outcome in TREE.outcomes}

    for answers in combinations(TREE):
        held = {
            outcome
            for outcome, sets in found.items()
            for each in sets
            if all(answers[question] in ids for question, ids in each.answers.items())
        }
        assert held == {outcome_of(TREE, answers)}


@pytest.mark.parametrize("question", TREE.questions.values(), ids=lambda question: question.id)
def test_every_question_has_an_address_and_a_link_to_it(question: Question) -> None:
    (section,) = (part for part in page("choose/").all("section") if part.attributes.get("data-entry") == question.id)
    address = f"{TREE.id}/{question.id}"
    entries = json.loads((SITE / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    (entry,) = (entry for entry in entries if entry["location"] == f"choose/#{address}")

    assert section.one("h3").attributes["id"] == address
    assert [link.attributes["href"] for link in section.all("a") if link.seen_text == "Link to this question"] == [
        f"#{address}"
    ]
    assert question.short is not None
    assert question.short.plain in entry["text"]


@pytest.mark.parametrize("file", PLANS, ids=lambda file: file.stem)
def test_a_whole_plan_has_its_needs_their_results_and_a_link_that_opens_it(file: Path) -> None:
    read_from_file = read_plan(TREE, file.read_text(encoding="utf-8"))
    address = f"examples/plans/{file.stem}/"
    shown = main_of(page(address))
    (listed,) = (part for part in shown.all("ol") if part.attributes.get("class") == "fp-plan-example")
    rows = [row.seen_text for row in listed.all("li")]
    plan = read_from_file.plan
    (link,) = (found for found in leads_to(address, shown) if found.startswith("plan/#"))

    assert read_from_file.left_out == ()
    assert len(rows) == len(plan.needs)
    for row, standing in zip(rows, Standings(TREE).of_plan(plan), strict=True):
        assert standing.link.outcome is not None
        assert row.startswith(f"{standing.need.need} ({standing.need.source} to {standing.need.target})")
        assert standing.link.outcome.title.plain in row
    assert open_link(TREE, link.partition("#")[2]).plan == plan


def test_there_are_two_whole_plans() -> None:
    assert [file.stem for file in PLANS] == ["referral", "vaccination"]
