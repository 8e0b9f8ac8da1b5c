"""A QuestionnaireResponse becomes answers; what of it can't be read is named with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fingerpost.importing.fhir.response import Response, read_response
from made_up import SUPPER

type Json = dict[str, Any]


def item(link_id: str, *codes: str, **more: Any) -> Json:
    return {"linkId": link_id, "answer": [{"valueCoding": {"code": code}} for code in codes]} | more


def read(*items: Json, **more: Any) -> Response:
    response = {"resourceType": "QuestionnaireResponse", "status": "completed", "item": items} | more
    return read_response(SUPPER, json.dumps(response, indent=1).encode(), "a.json")


def found_in(response: Response) -> list[str]:
    return [f"{finding.place.line} {finding.code}: {finding.message}" for finding in response.findings]


def test_items_with_an_answer_are_answers() -> None:
    read_in = read(item("hungry", "yes"), {"linkId": "cook"}, {"linkId": "soup", "text": "Soup"})

    assert read_in == Response({"hungry": "yes"})


def test_items_inside_groups_and_answers_count() -> None:
    inside = item("hungry", "yes")
    inside["answer"][0]["item"] = [item("cook", "no")]

    assert read({"linkId": "group", "item": [inside]}).answers == {"hungry": "yes", "cook": "no"}


def test_a_truth_value_is_yes_or_no() -> None:
    assert read({"linkId": "hungry", "answer": [{"valueBoolean": False}]}).answers == {"hungry": "no"}


@pytest.mark.parametrize(
    ("wrong", "finding"),
    [
        (item("mood", "fine"), "16 import-unknown-value: The tree has no question 'mood'."),
        (item("thirsty", "maybe"), "18 import-unknown-value: The question 'thirsty' has no answer 'maybe'."),
        (item("thirsty", "unsure"), "18 import-unknown-value: The question 'thirsty' has no answer 'unsure'."),
        (item("hungry", "no"), "17 import-contradiction: The question 'hungry' has more than one answer"),
        ({"linkId": "cook", "answer": [{}]}, "18 import-unknown-value: The question 'cook' has no answer ''."),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_counts(wrong: Json, finding: str) -> None:
    read_in = read(item("hungry", "yes"), wrong)

    assert read_in.answers == {"hungry": "yes"}
    assert [text[: len(finding)] for text in found_in(read_in)] == [finding]


def test_the_first_of_several_answers_counts() -> None:
    read_in = read(item("hungry", "yes", "no"))

    assert read_in.answers == {"hungry": "yes"}
    assert [finding.code for finding in read_in.findings] == ["import-contradiction"]


def test_a_response_to_another_edition_is_named() -> None:
    assert read(questionnaire="https://example.org/q|1").findings == ()
    (finding,) = read(item("hungry", "yes"), questionnaire="https://example.org/q|2").findings
    assert finding.message == "The response is to version '2', and the tree is of the edition '1'."


@pytest.mark.parametrize("content", [b"", b"[]", b'{"resourceType": "Questionnaire"}', b"\xff"])
def test_another_file_has_no_answers(content: bytes) -> None:
    read_in = read_response(SUPPER, content, "a.json")

    assert read_in.answers == {}
    assert len(read_in.findings) == 1
