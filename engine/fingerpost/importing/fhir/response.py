"""Reads a QuestionnaireResponse of FHIR into answers to the tree whose Questionnaire it was filled in for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fingerpost.findings.finding import Finding
from fingerpost.importing.fhir.options import key_of
from fingerpost.importing.fhir.words import BOOLEANS
from fingerpost.importing.json_places import Object, read_json
from fingerpost.source.collector import Collector
from fingerpost.tree.model import Tree


@dataclass(frozen=True, slots=True)
class Response:
    """The answers of a response.

    Attributes:
        answers: Question id to answer id, in file order. Whether they count is for `State` to tell.
        findings: What of the response could not be read, in file order.
    """

    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    findings: tuple[Finding, ...] = ()


def read_response(tree: Tree, content: bytes, name: str) -> Response:
    """Return the answers of a QuestionnaireResponse. It never raises, whatever the content.

    Args:
        tree: The tree.
        content: The response as JSON, to the Questionnaire that `fingerpost export` writes for the tree.
        name: The name of the file, for the findings.
    """
    root = read_json(content, name)
    if isinstance(root, list):
        return Response(findings=tuple(root))
    found = Collector(name)
    if not isinstance(root, Object) or root.text("resourceType") != "QuestionnaireResponse":
        message = "This is no QuestionnaireResponse of FHIR."
        found.add("import-unreadable", root.place, message, "Choose the file of a response, as JSON.")
        return Response(findings=found.result())
    _report_edition(root, tree, found)
    answers: dict[str, str] = {}
    for item in _items(root):
        _read_item(item, tree, answers, found)
    return Response(answers, found.result())


def _report_edition(root: Object, tree: Tree, found: Collector) -> None:
    _, bar, version = root.text("questionnaire").partition("|")
    if bar and version != tree.edition:
        message = f"The response is to version '{version[:80]}', and the tree is of the edition '{tree.edition}'."
        hint = "Compare the two editions with 'fingerpost diff': the same answers may lead elsewhere."
        found.add("import-left-out", root.place_of("questionnaire"), message, hint)


def _items(owner: Object) -> Iterator[Object]:
    """Yield the items inside a response, a group or an answer, each before those inside it."""
    for item in owner.objects("item"):
        yield item
        yield from _items(item)
        for answer in item.objects("answer"):
            yield from _items(answer)


def _read_item(item: Object, tree: Tree, answers: dict[str, str], found: Collector) -> None:
    link_id = item.text("linkId")
    given = list(item.objects("answer"))
    if not given:
        return
    question = tree.questions.get(link_id)
    if question is None:
        message = f"The tree has no question '{link_id}'."
        hint = "Take the response to the questionnaire of this tree."
        found.add("import-unknown-value", item.place_of("linkId"), message, hint)
        return
    if link_id in answers or len(given) > 1:
        message = f"The question '{link_id}' has more than one answer; the first one counts."
        found.add("import-contradiction", item.place_of("answer"), message, "Delete all answers but one.")
    key = key_of(given[0], "value")
    value = "" if key is None else key.value
    is_boolean = key is not None and key.kind == "Boolean" and value in BOOLEANS
    name = BOOLEANS[value][0] if is_boolean else value
    if question.answer(name) is None:
        message = f"The question '{link_id}' has no answer '{value[:80]}'."
        hint = f"It has {', '.join(answer.id for answer in question.answers)}."
        found.add("import-unknown-value", given[0].place, message, hint)
        return
    answers.setdefault(link_id, name)
