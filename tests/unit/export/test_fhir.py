"""A tree as a Questionnaire: what it says of itself, its items, and when they are shown."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from fhir_files import back_again, broken_rules, held
from fingerpost.compare import compare_trees
from fingerpost.export.formats.fhir import FORMAT, write
from fingerpost.importing.formats.fhir import read
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import Source, Tree
from imports import tree_of_draft, with_text
from made_up import SUPPER, tree_of

type Json = dict[str, Any]

ADDRESS = "https://example.org/supper/"


def written(tree: Tree, address: str = ADDRESS) -> Json:
    return json.loads(write(tree, address))


def item(tree: Tree, link_id: str, address: str = ADDRESS) -> Json:
    return next(item for item in written(tree, address)["item"] if item["linkId"] == link_id)


def asking(tree: Tree, **changes: Any) -> Tree:
    """Return a tree whose first question is changed."""
    first = tree.questions[tree.start]
    return replace(tree, questions={**tree.questions, first.id: replace(first, **changes)})


class TestTheResource:
    def test_it_says_what_it_is(self) -> None:
        resource = written(SUPPER)

        assert {key: resource[key] for key in ("url", "version", "name", "title", "status", "id", "identifier")} == {
            "url": "https://example.org/supper/Questionnaire/supper",
            "version": "1",
            "name": "Supper",
            "title": "Supper",
            "status": "active",
            "id": "supper",
            "identifier": [{"value": "supper"}],
        }
        assert FORMAT.leaves_out in resource["description"]
        assert "date" not in resource

    def test_without_an_address_it_has_no_url(self) -> None:
        assert "url" not in written(SUPPER, "")

    def test_the_guidance_is_a_related_artifact_and_no_questionnaire(self) -> None:
        resource = written(replace(SUPPER, source=Source("The cook's book", "https://example.org/book", "CC0-1.0")))

        assert resource["extension"][0]["valueRelatedArtifact"] == {
            "type": "derived-from",
            "display": "The cook's book",
            "url": "https://example.org/book",
        }
        assert "derivedFrom" not in resource
        assert resource["copyright"].endswith("SPDX-License-Identifier: CC0-1.0")
        assert "copyright" not in written(SUPPER)

    @pytest.mark.parametrize(
        ("tree_id", "name"), [("integration-pattern", "IntegrationPattern"), ("2-ways", "Tree2Ways"), ("a" * 300, None)]
    )
    def test_its_name_is_one_for_programs(self, tree_id: str, name: str | None) -> None:
        resource = written(replace(SUPPER, id=tree_id))

        assert resource["name"] == (name or "A" + "a" * 254)
        assert resource.get("id") == (tree_id if name else None)
        assert back_again(replace(SUPPER, id=tree_id)).id == tree_id


class TestItems:
    def test_a_question_offers_its_answers(self) -> None:
        assert item(SUPPER, "hungry") == {
            "linkId": "hungry",
            "text": "Hungry?",
            "type": "choice",
            "required": True,
            "repeats": False,
            "answerOption": [
                {"valueCoding": {"code": "yes", "display": "Yes"}},
                {"valueCoding": {"code": "no", "display": "No"}},
            ],
        }

    def test_an_item_is_shown_after_any_of_the_answers_that_lead_to_it(self) -> None:
        assert item(SUPPER, "soup")["enableWhen"] == [
            {"question": "cook", "operator": "=", "answerCoding": {"code": "yes"}}
        ]
        toast = item(SUPPER, "toast")
        assert [(each["question"], each["answerCoding"]["code"]) for each in toast["enableWhen"]] == [
            ("cook", "no"),
            ("thirsty", "no"),
        ]
        assert toast["enableBehavior"] == "any"

    def test_what_comes_after_a_question_that_never_counts_is_shown_with_it(self) -> None:
        tree = asking(
            tree_of({"mood": {"fine": "tea", "low": "tea"}, "tea": {"yes": "a", "no": "b"}}, ("a", "b")),
            informative=True,
        )

        assert "enableWhen" not in item(tree, "tea")
        assert item(tree, "mood")["required"] is False
        assert compare_trees(tree, back_again(tree)).is_empty

    def test_a_question_that_never_counts_may_lead_to_others(self) -> None:
        tree = tree_of(
            {
                "first": {"x": "mood", "y": "tea"},
                "mood": {"fine": "why", "low": "tea"},
                "why": {"p": "tea", "q": "tea"},
            },
            ("tea",),
        )
        questions = {name: replace(each, informative=name != "first") for name, each in tree.questions.items()}
        informative = replace(tree, questions=questions)

        assert ("first", "x") in [
            (each["question"], each["answerCoding"]["code"]) for each in item(informative, "tea")["enableWhen"]
        ]
        assert compare_trees(informative, back_again(informative)).is_empty

    def test_reason_and_help_are_texts_inside_the_question(self) -> None:
        tree = asking(
            SUPPER, reason=plain_text("To cook."), help=Text("Look.", "<p>Look.</p>"), short=plain_text("Hunger")
        )
        below = item(tree, "hungry")["item"]

        assert [(each["linkId"], each["text"], each["type"]) for each in below] == [
            ("hungry/reason", "To cook.", "display"),
            ("hungry/help", "Look.", "display"),
        ]
        assert "_text" not in below[1]
        assert compare_trees(tree, back_again(tree)).is_empty

    def test_a_summary_follows_its_outcome(self) -> None:
        outcome = replace(SUPPER.outcomes["soup"], summary=plain_text("Warm and wet."))
        tree = replace(SUPPER, outcomes={**SUPPER.outcomes, "soup": outcome})

        assert item(tree, "soup/summary")["enableWhen"] == item(tree, "soup")["enableWhen"]
        assert compare_trees(tree, back_again(tree)).is_empty


class TestFormatting:
    def test_it_stands_beside_the_words(self) -> None:
        html = 'A<br>\n<img alt="plan" src="plan.svg">\n<a href="../soup/?a=1&amp;b=2">B</a>&nbsp;c'
        tree = asking(SUPPER, reason=Text("A plan (plan.svg) B (../soup/?a=1&b=2) c", html))
        reason = item(tree, "hungry")["item"][0]

        assert reason["text"] == "A plan (https://example.org/supper/plan.svg) B (https://example.org/soup/?a=1&b=2) c"
        assert reason["_text"]["extension"][0]["valueString"] == (
            'A<br/>\n<img alt="plan" src="https://example.org/supper/plan.svg"/>\n'
            '<a href="https://example.org/soup/?a=1&amp;b=2">B</a>\N{NO-BREAK SPACE}c'
        )

    @pytest.mark.parametrize("words", ["and/or", "a < b & c"])
    def test_plain_words_have_none(self, words: str) -> None:
        assert "_text" not in item(asking(SUPPER, ask=plain_text(words)), "hungry")


CORPUS = (
    '"}],"item":[{"linkId":"x"',
    "</script><script>alert(1)</script>",
    "\\u0022 \\ \" '",
    "${jndi:x} {{x}} %s",
    "*a* _b_ `c` [d](e) ![f](g) <b>h</b> &amp; # i",
    "\N{LINE SEPARATOR}",
    "=1+1",
    "עברית \N{RIGHT-TO-LEFT MARK}",
)


@pytest.mark.parametrize("text", CORPUS)
def test_no_text_breaks_out_of_the_file(text: str) -> None:
    tree = with_text(SUPPER, text)
    content = write(tree, ADDRESS)

    resource = json.loads(content)
    assert resource["title"] == f"Supper {text}"
    assert [each["linkId"] for each in resource["item"]] == [*tree.graph.order, *tree.outcomes]
    assert broken_rules(resource) == []


@pytest.mark.parametrize("text", [text for text in CORPUS if text != "\N{LINE SEPARATOR}"])
def test_every_text_comes_back(text: str) -> None:
    imported = read(write(with_text(SUPPER, text), ""), "a.fhir.json")

    assert imported.findings == ()
    assert imported.draft is not None
    assert compare_trees(held(with_text(SUPPER, text)), tree_of_draft(imported.draft)).is_empty
