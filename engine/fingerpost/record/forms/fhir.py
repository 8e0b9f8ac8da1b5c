"""The answers as a QuestionnaireResponse of FHIR release 4, to the Questionnaire of the same tree."""

from __future__ import annotations

import json
import re
from typing import Final

from fingerpost.record.canonical import questionnaire_address
from fingerpost.record.form import Form
from fingerpost.record.items import Json
from fingerpost.text.visible import in_json
from fingerpost.tree.model import UNSURE

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")


def write(record: Json) -> str:
    """Return the answers that count as a QuestionnaireResponse.

    "Not sure" is no answer: such a question has none. The result is part of it once every question that counts has an
    answer, since that is when the Questionnaire shows it.
    """
    tree = record["tree"]
    questionnaire = questionnaire_address(record.get("address", "").partition("#")[0], record["tree"]["id"])
    unanswered = record["open"] or any(part["answer"] == UNSURE for part in record["answers"])
    items = [_item(part) for part in sorted(record["answers"], key=lambda part: part["number"])]
    outcome = None if unanswered else record["outcome"]
    if outcome is not None:
        items.append({"linkId": outcome["id"], "text": outcome["title"]})
    date = record.get("date", "")
    response: Json = {
        "resourceType": "QuestionnaireResponse",
        **({"questionnaire": f"{questionnaire}|{tree['edition']}"} if questionnaire else {}),
        "status": "in-progress" if outcome is None else "completed",
        **({"authored": date} if _DATE.fullmatch(date) else {}),
        **({"item": items} if items else {}),
    }
    return in_json(json.dumps(response, ensure_ascii=False, indent=2))


def _item(part: Json) -> Json:
    item: Json = {"linkId": part["question"], "text": part["ask"]}
    if part["answer"] != UNSURE:
        item["answer"] = [{"valueCoding": {"code": part["answer"], "display": part["label"]}}]
    return item


FORM = Form(
    order=600,
    name="fhir.json",
    title="FHIR",
    extension="fhir.json",
    media_type="application/fhir+json",
    write=write,
    folded=True,
)
