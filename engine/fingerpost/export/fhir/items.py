"""The items of a Questionnaire: a choice for each question, and a text for each outcome.

An item is shown when one of the answers that lead to it is given. An item that is not shown has no answers, so that
"any" of them is right at every depth: no condition needs to repeat those before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from fingerpost.export.fhir.texts import Texts
from fingerpost.text.markup import Text
from fingerpost.tree.model import Outcome, Question, Tree
from fingerpost.tree.shown_by import Step, shown_by

type Json = dict[str, Any]

SHORT_TEXT: Final = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
"""The extension for the short name of an item, of the guide Structured Data Capture."""

ITEM_CONTROL: Final = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
"""The extension that says how an item is shown."""

_CONTROLS: Final = "http://hl7.org/fhir/questionnaire-item-control"


def items(tree: Tree, page: str) -> Iterator[Json]:
    """Yield the items: the questions, each before those that it leads to, then the outcomes.

    Args:
        tree: A tree that passed its checks.
        page: The address of its page; empty if there is none.
    """
    steps, texts = shown_by(tree), Texts(page)
    for question in tree.graph.order:
        yield _question(tree.questions[question], steps[question], texts)
    for outcome in tree.outcomes.values():
        yield from _outcome(outcome, steps[outcome.id], texts)


def _question(question: Question, steps: Sequence[Step], texts: Texts) -> Json:
    short = question.short
    extension = {"extension": [{"url": SHORT_TEXT, **texts.fields("valueString", short)}]} if short else {}
    below = [
        _display(f"{question.id}/{name}", text, texts, control)
        for name, text, control in (
            ("reason", question.reason, ""),
            ("help", question.help, "help"),
            ("more", question.more, "help"),
        )
        if text is not None
    ]
    return {
        "linkId": question.id,
        **extension,
        **texts.fields("text", question.ask),
        "type": "choice",
        **_enabled(steps),
        # A result waits for every question but those that never count.
        "required": not question.informative,
        "repeats": False,
        "answerOption": [
            {"valueCoding": {"code": answer.id, **texts.fields("display", answer.label)}} for answer in question.answers
        ],
        **({"item": below} if below else {}),
    }


def _outcome(outcome: Outcome, steps: Sequence[Step], texts: Texts) -> Iterator[Json]:
    """Yield the title and the summary, since a display item has no items of its own."""
    yield {**_display(outcome.id, outcome.title, texts), **_enabled(steps)}
    if outcome.summary is not None:
        yield {**_display(f"{outcome.id}/summary", outcome.summary, texts), **_enabled(steps)}


def _display(link_id: str, text: Text, texts: Texts, control: str = "") -> Json:
    coding = {"system": _CONTROLS, "code": control}
    extension = {"extension": [{"url": ITEM_CONTROL, "valueCodeableConcept": {"coding": [coding]}}]} if control else {}
    return {"linkId": link_id, **extension, **texts.fields("text", text), "type": "display"}


def _enabled(steps: Sequence[Step]) -> Json:
    if not steps:
        return {}
    conditions = [
        {"question": question, "operator": "=", "answerCoding": {"code": answer}} for question, answer in steps
    ]
    return {"enableWhen": conditions} | ({"enableBehavior": "any"} if len(steps) > 1 else {})
