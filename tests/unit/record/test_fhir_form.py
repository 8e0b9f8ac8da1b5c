"""The record as a QuestionnaireResponse: the answers that count, and the result once nothing is left to ask."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fingerpost.record.forms.fhir import write
from fingerpost.record.notes import Notes
from fingerpost.tree.model import UNSURE
from made_up import SUPPER, tree_of
from states import record_of

ADDRESS = "https://example.org/supper/"


def response_to(answers: dict[str, str], **more: Any) -> dict[str, Any]:
    return json.loads(write(record_of(SUPPER, answers, Notes("A need."), **more)))


def test_each_answer_that_counts_has_its_code_and_its_words() -> None:
    response = response_to({"hungry": "yes", "cook": "no"}, address=ADDRESS, date="2026-11-27")

    assert response == {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": "https://example.org/supper/Questionnaire/supper|1",
        "status": "completed",
        "authored": "2026-11-27",
        "item": [
            {"linkId": "hungry", "text": "Hungry?", "answer": [{"valueCoding": {"code": "yes", "display": "Yes"}}]},
            {"linkId": "cook", "text": "Cook?", "answer": [{"valueCoding": {"code": "no", "display": "No"}}]},
            {"linkId": "toast", "text": "Toast"},
        ],
    }


def test_answers_that_no_longer_count_are_not_in_it() -> None:
    response = response_to({"hungry": "no", "cook": "yes", "thirsty": "yes"})

    assert [item["linkId"] for item in response["item"]] == ["hungry", "thirsty", "tea"]


def test_not_sure_is_no_answer() -> None:
    response = response_to({"hungry": "yes", "cook": UNSURE})

    assert response["status"] == "in-progress"
    assert response["item"][1] == {"linkId": "cook", "text": "Cook?"}


@pytest.mark.parametrize("answers", [{}, {"hungry": "yes"}, {"hungry": UNSURE, "cook": "no", "thirsty": "no"}])
def test_a_run_with_questions_left_is_in_progress(answers: dict[str, str]) -> None:
    response = response_to(answers)

    assert response["status"] == "in-progress"
    assert not [item for item in response.get("item", []) if item["linkId"] in SUPPER.outcomes]


def test_items_are_in_the_order_of_the_questionnaire() -> None:
    # "Not sure" leads down both branches, the first of them to its end before the second.
    tree = tree_of(
        {
            "a": {"x": "b", "y": "c"},
            "b": {"x": "d", "y": "one"},
            "c": {"x": "d", "y": "two"},
            "d": {"x": "one", "y": "two"},
        },
        ("one", "two"),
    )
    response = json.loads(write(record_of(tree, {"a": UNSURE, "b": "x", "c": "x", "d": "x"}, Notes())))

    assert [item["linkId"] for item in response["item"]] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("date", ["", "27 November", "2026-11"])
def test_what_is_no_date_is_left_out(date: str) -> None:
    assert "authored" not in response_to({"hungry": "yes"}, date=date)


def test_without_an_address_no_questionnaire_is_named() -> None:
    assert "questionnaire" not in response_to({"hungry": "yes"})
    assert "item" not in response_to({})
