"""A Questionnaire becomes a tree; what a tree can't hold is named with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fingerpost.check import check_reading
from fingerpost.importing.format import Imported
from fingerpost.importing.formats.fhir import read
from fingerpost.importing.tree_file import tree_file
from fingerpost.source import read_source
from fingerpost.tree.model import Source, Tree
from imports import tree_of_draft

type Json = dict[str, Any]


def choice(link_id: str, *codes: str, **more: Any) -> Json:
    options = [{"valueCoding": {"code": code, "display": code.capitalize()}} for code in codes or ("yes", "no")]
    return {"linkId": link_id, "text": f"{link_id.capitalize()}?", "type": "choice", "answerOption": options, **more}


def display(link_id: str, **more: Any) -> Json:
    return {"linkId": link_id, "text": link_id.capitalize(), "type": "display", **more}


def when(*steps: tuple[str, str], behavior: str = "any") -> Json:
    conditions = [{"question": name, "operator": "=", "answerCoding": {"code": code}} for name, code in steps]
    return {"enableWhen": conditions} | ({"enableBehavior": behavior} if len(steps) > 1 else {})


def questionnaire(*items: Json, **more: Any) -> Json:
    return {
        "resourceType": "Questionnaire",
        "version": "1",
        "title": "Supper",
        "status": "active",
        "item": items,
    } | more


def imported(resource: Json) -> Imported:
    return read(json.dumps(resource, indent=1).encode(), "supper.fhir.json")


def tree_of(resource: Json) -> Tree:
    """Return the tree of a Questionnaire without findings, which passes its checks, too."""
    result = imported(resource)
    assert [str(finding) for finding in result.findings] == []
    assert result.draft is not None
    _, found = check_reading(read_source(tree_file(result.draft).encode(), "tree.yml"))
    assert [str(finding) for finding in found if finding.severity == "error"] == []
    return tree_of_draft(result.draft)


def routes(tree: Tree) -> dict[str, dict[str, str]]:
    return {name: {answer.id: answer.go for answer in each.answers} for name, each in tree.questions.items()}


def found_in(resource: Json) -> list[str]:
    return [f"{finding.place.line} {finding.code}: {finding.message}" for finding in imported(resource).findings]


SOUP = (
    choice("hungry"),
    choice("cook", **when(("hungry", "yes"))),
    display("soup", **when(("cook", "yes"))),
    display("tea", **when(("hungry", "no"), ("cook", "no"))),
)


class TestRoutes:
    def test_an_answer_leads_to_the_item_that_it_shows(self) -> None:
        tree = tree_of(questionnaire(*SOUP))

        assert tree.start == "hungry"
        assert routes(tree) == {"hungry": {"yes": "cook", "no": "tea"}, "cook": {"yes": "soup", "no": "tea"}}
        assert tree.outcomes["tea"].title.plain == "Tea"
        assert (tree.id, tree.edition) == ("supper", "1")

    def test_all_of_some_answers_are_the_last_of_them_if_it_needs_the_others(self) -> None:
        soup = display("soup", **when(("hungry", "yes"), ("cook", "yes"), behavior="all"))

        assert routes(tree_of(questionnaire(*SOUP[:2], soup, SOUP[3])))["cook"]["yes"] == "soup"

    def test_items_of_a_group_and_of_a_question_are_shown_with_it(self) -> None:
        group = {
            "linkId": "kitchen",
            "type": "group",
            **when(("hungry", "yes")),
            "item": [choice("cook"), display("soup", **when(("cook", "yes")))],
        }
        inside = choice("hungry", item=[SOUP[1] | {"item": [SOUP[2]]}])

        for items in ((choice("hungry"), group, SOUP[3]), (inside, SOUP[3])):
            assert routes(tree_of(questionnaire(*items))) == routes(tree_of(questionnaire(*SOUP)))

    def test_a_question_whose_answers_show_nothing_is_asked_on_the_way(self) -> None:
        tree = tree_of(questionnaire(choice("name"), choice("mood"), *SOUP))

        assert tree.start == "name"
        assert routes(tree)["name"] == {"yes": "mood", "no": "mood"}
        assert routes(tree)["mood"] == {"yes": "hungry", "no": "hungry"}
        assert [question.id for question in tree.questions.values() if question.informative] == ["name", "mood"]

    def test_exists_is_every_answer(self) -> None:
        exists = {"enableWhen": [{"question": "hungry", "operator": "exists", "answerBoolean": True}]}
        tree = tree_of(questionnaire(choice("hungry"), choice("cook", **exists), *when_cooked()))

        assert routes(tree)["hungry"] == {"yes": "cook", "no": "cook"}

    @pytest.mark.parametrize(
        ("question", "condition", "answers"),
        [
            ({"type": "boolean"}, {"answerBoolean": True}, ["yes", "no"]),
            (
                {"type": "choice", "answerOption": [{"valueString": "A lot"}, {"valueString": "A little"}]},
                {"answerString": "A lot"},
                ["a-lot", "a-little"],
            ),
            (
                {"type": "integer", "answerOption": [{"valueInteger": 1}, {"valueInteger": 2}]},
                {"answerInteger": 1},
                ["1", "2"],
            ),
            (
                {"type": "coding", "answerConstraint": "optionsOnly", "answerValueSet": "#hunger"},
                {"answerCoding": {"system": "urn:x", "code": "LA33-6"}},
                ["la33-6", "la32-8"],
            ),
        ],
    )
    def test_every_kind_of_choice_has_answers(self, question: Json, condition: Json, answers: list[str]) -> None:
        concepts = [{"code": "LA33-6", "display": "Yes"}, {"code": "LA32-8", "display": "No"}]
        include = {"system": "urn:x", "concept": concepts}
        hunger = {"resourceType": "ValueSet", "id": "hunger", "status": "active", "compose": {"include": [include]}}
        other = {"answerBoolean": False} if question["type"] == "boolean" else None
        last = question.get("answerOption", [{}, {}])[1]
        key, value = next(iter(last.items()), ("valueCoding", {"code": "LA32-8"}))
        second = other or {key.replace("value", "answer"): value}
        items = [
            {"linkId": "hungry", "text": "Hungry?", **question},
            display("soup", enableWhen=[{"question": "hungry", "operator": "=", **condition}]),
            display("tea", enableWhen=[{"question": "hungry", "operator": "=", **second}]),
        ]

        tree = tree_of(questionnaire(*items, contained=[hunger]))

        assert routes(tree) == {"hungry": dict(zip(answers, ("soup", "tea"), strict=True))}

    def test_a_number_of_a_code_system_gives_way_to_its_words(self) -> None:
        coding = {"system": "http://snomed.info/sct", "code": "373066001", "display": "Yes, please"}
        hungry = choice("hungry", answerOption=[{"valueCoding": coding}, {"valueCoding": {"code": "2"}}])
        shown = {"enableWhen": [{"question": "hungry", "operator": "=", "answerCoding": coding}]}

        tree = tree_of(questionnaire(hungry, display("soup", **shown), display("tea", **when(("hungry", "2")))))

        assert routes(tree) == {"hungry": {"yes-please": "soup", "2": "tea"}}


def when_cooked() -> tuple[Json, Json]:
    return display("soup", **when(("cook", "yes"))), display("tea", **when(("cook", "no")))


class TestTexts:
    def test_texts_inside_a_question_are_its_reason_and_help(self) -> None:
        control = {
            "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
            "valueCodeableConcept": {"coding": [{"code": "help"}]},
        }
        notes = [display("why"), display("how", extension=[control], text="One.\n\n* Two\n3. Three")]
        tree = tree_of(questionnaire(choice("hungry", item=notes), *SOUP[1:]))

        hungry = tree.questions["hungry"]
        assert hungry.reason is not None
        assert hungry.reason.plain == "Why"
        assert hungry.help is not None
        assert hungry.help.plain == "One.\n\n* Two\n3. Three"
        assert "<li>" not in hungry.help.html

    def test_a_second_text_after_an_answer_is_the_summary(self) -> None:
        tree = tree_of(questionnaire(*SOUP[:3], display("warm", **when(("cook", "yes"))), SOUP[3]))

        summary = tree.outcomes["soup"].summary
        assert summary is not None
        assert summary.plain == "Warm"

    @pytest.mark.parametrize(
        ("extension", "html"),
        [
            (
                {"url": "rendering-xhtml", "valueString": "<b>Are you</b> <em>so</em>?"},
                "<b>Are you</b> <em>so</em>?",
            ),
            ({"url": "rendering-markdown", "valueMarkdown": "Are you *hungry*?"}, "Are you <em>hungry</em>?"),
        ],
    )
    def test_formatting_is_kept(self, extension: Json, html: str) -> None:
        extension |= {"url": f"http://hl7.org/fhir/StructureDefinition/{extension['url']}"}
        first = choice("hungry") | {"text": "Are you hungry?", "_text": {"extension": [extension]}}

        assert tree_of(questionnaire(first, *SOUP[1:])).questions["hungry"].ask.html == html

    def test_formatting_that_a_label_cannot_have_is_lost_with_a_finding(self) -> None:
        link = {"url": "http://hl7.org/fhir/StructureDefinition/rendering-xhtml", "valueString": '<a href="x">Soup</a>'}
        item = SOUP[2] | {"_text": {"extension": [link]}}
        result = imported(questionnaire(*SOUP[:2], item, SOUP[3]))

        assert [finding.code for finding in result.findings] == ["import-left-out"]
        assert result.draft is not None
        assert tree_of_draft(result.draft).outcomes["soup"].title.html == "Soup"

    @pytest.mark.parametrize("text", ["<script>alert(1)</script>", "*a* [b](c) # d", "1. a", "a: b", "---", "&amp;"])
    def test_plain_text_stays_as_it_is(self, text: str) -> None:
        tree = tree_of(questionnaire(choice("hungry") | {"text": text}, *SOUP[1:], title=text))

        assert (tree.title.plain, tree.questions["hungry"].ask.plain) == (text, text)


LEFT_OUT = (
    (choice("hungry", prefix="1."), "import-left-out: A tree has no place for 'prefix' of 'hungry'."),
    (
        choice("hungry", code=[{}], readOnly=True),
        "import-left-out: A tree has no place for 'code', 'readOnly'",
    ),
    (
        choice("hungry", extension=[{"url": "urn:a/hidden"}]),
        "import-left-out: A tree has no place for 'hidden'",
    ),
    (choice("hungry", type="open-choice"), "import-left-out: An answer in other words than those offered is left out"),
    (choice("hungry", initial=[{}]), "import-left-out: A tree has no place for 'initial' of 'hungry'."),
)

NO_EQUIVALENT = (
    (choice("hungry", repeats=True), "import-no-equivalent: 'hungry' takes several answers at once"),
    (choice("hungry", modifierExtension=[]), "import-no-equivalent: 'hungry' has a modifier extension"),
    (choice("hungry", type="radio"), "import-no-equivalent: FHIR has no items of the type 'radio'."),
    (choice("hungry") | {"linkId": ""}, "import-no-equivalent: This item has no 'linkId'."),
    (
        choice("hungry", answerOption=[], answerValueSet="http://example.org/hunger"),
        "import-no-equivalent: The answers are in a value set that is not in this file",
    ),
)


@pytest.mark.parametrize(("item", "finding"), [*LEFT_OUT, *NO_EQUIVALENT])
def test_a_part_without_an_equivalent_is_named(item: Json, finding: str) -> None:
    result = imported(questionnaire(item, *SOUP[1:]))

    assert finding in "".join(found_in(questionnaire(item, *SOUP[1:])))
    assert (result.draft is None) == (finding in [text for _, text in NO_EQUIVALENT])


@pytest.mark.parametrize("kind", ["string", "date", "quantity", "attachment", "reference", "decimal"])
def test_a_question_for_something_else_is_left_out(kind: str) -> None:
    other = {"linkId": "age", "text": "Age?", "type": kind}

    assert found_in(questionnaire(other, *SOUP)) == [
        f"10 import-left-out: 'age' asks for a value of the type '{kind}', and a tree asks only for choices."
    ]


@pytest.mark.parametrize(
    ("condition", "finding"),
    [
        ({"question": "hungry", "operator": "!=", "answerCoding": {"code": "yes"}}, "has the operator '!='"),
        ({"question": "age", "operator": ">", "answerInteger": 17}, "'age', which is no question with a choice"),
        ({"question": "hungry", "operator": "exists", "answerBoolean": False}, "has the operator 'exists'"),
        ({"question": "hungry", "operator": "="}, "has the operator '='"),
    ],
)
def test_a_condition_without_an_equivalent_is_named(condition: Json, finding: str) -> None:
    age = {"linkId": "age", "text": "Age?", "type": "integer"}
    resource = questionnaire(age, *SOUP, display("coffee", enableWhen=[condition]))

    assert imported(resource).draft is None
    assert [each for each in found_in(resource) if "import-no-equivalent" in each and finding in each]


@pytest.mark.parametrize(
    ("items", "finding"),
    [
        ([*SOUP[:3]], "import-gap: Nothing is shown after the answer 'no' to 'hungry'."),
        ([*SOUP, display("coffee", **when(("cook", "no")))], "import-contradiction: One answer shows two results"),
        ([*SOUP, display("soup")], "import-contradiction: Two items have the linkId 'soup'."),
        (
            [*SOUP, display("a", **when(("cook", "maybe")))],
            "import-unknown-value: The question 'cook' has no answer",
        ),
        ([*SOUP, display("a", **when(("bake", "yes")))], "import-unknown-value: There is no item 'bake'"),
        (
            [*SOUP, display("a", **when(("hungry", "yes"), ("hungry", "no"), behavior="all"))],
            "import-contradiction: 'a' is shown after two answers to one question",
        ),
        (
            [choice("a"), choice("b"), display("c", **when(("a", "yes"), ("b", "yes"), behavior="all"))],
            "import-no-equivalent: 'c' depends on answers to 'a' and 'b' together",
        ),
        (
            [choice("a"), choice("b"), display("c", **when(("a", "yes"))), display("d", **when(("b", "no")))],
            "import-no-equivalent: 'a' is shown together with 'b', and its answers lead elsewhere, too.",
        ),
        ([choice("a"), choice("b"), choice("c")], "import-no-equivalent: Nothing here depends on an answer"),
        ([], "import-no-equivalent: Nothing here depends on an answer"),
    ],
)
def test_a_contradiction_is_named(items: list[Json], finding: str) -> None:
    assert finding in "\n".join(found_in(questionnaire(*items)))


def test_a_loop_is_left_to_the_checks() -> None:
    items = [choice("start"), choice("a", **when(("start", "yes"), ("b", "yes"))), choice("b", **when(("a", "yes")))]
    ends = when(("start", "no"), ("a", "no"), ("b", "no"))
    result = imported(questionnaire(*items, display("end", **ends)))

    assert result.draft is not None
    _, found = check_reading(read_source(tree_file(result.draft).encode(), "tree.yml"))
    assert "cycle" in [finding.code for finding in found]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (b"[]", "a.json:1:1: error: import-unreadable: This is no resource of FHIR."),
        (
            b'{"resourceType": "Patient"}',
            "a.json:1:2: error: import-unreadable: This is a Patient, not",
        ),
        (b"<Questionnaire/>", "a.json:1:1: error: import-unreadable: This is not JSON"),
    ],
)
def test_another_file_is_refused(content: bytes, finding: str) -> None:
    result = read(content, "a.json")

    assert result.draft is None
    assert [str(each)[: len(finding)] for each in result.findings] == [finding]


def test_what_the_resource_has_besides_is_named_once() -> None:
    besides = questionnaire(*SOUP, publisher="Me", contact=[], copyright="Mine")
    findings = [text.partition(" ")[2] for text in found_in(besides)]

    assert len(findings) == 2
    assert findings[0] == "import-left-out: A tree has no place for 'publisher', 'contact' of the questionnaire."
    assert findings[1].startswith("import-left-out: The copyright is left out")


def test_the_guidance_that_it_is_from_is_the_source() -> None:
    artifact = {"type": "derived-from", "display": "The cook's book", "url": "https://example.org/book"}
    extension = {
        "url": "http://hl7.org/fhir/StructureDefinition/artifact-relatedArtifact",
        "valueRelatedArtifact": artifact,
    }
    licence = "From: the book\n\nSPDX-License-Identifier: CC0-1.0"

    source = tree_of(questionnaire(*SOUP, extension=[extension], copyright=licence)).source

    assert source == Source("The cook's book", "https://example.org/book", "CC0-1.0")


@pytest.mark.parametrize(("version", "edition"), [("1.0 beta", "1.0-beta"), (None, "1")])
def test_a_version_that_is_no_edition_is_named(version: str | None, edition: str) -> None:
    result = imported(questionnaire(*SOUP, version=version))

    assert [finding.code for finding in result.findings] == ["import-left-out"]
    assert result.draft is not None
    assert result.draft["edition"] == edition
