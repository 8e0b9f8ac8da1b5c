"""FHIR files: what of a tree they hold, and the rules of the specification that no validator in use checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fingerpost.export.formats.fhir import write
from fingerpost.importing.formats.fhir import read
from fingerpost.text.markup import Text
from fingerpost.tree.model import Outcome, Renames, Tree
from fingerpost.tree.texts import with_texts
from imports import tree_of_draft

type Json = dict[str, Any]


def held(tree: Tree) -> Tree:
    """Return a tree without the parts that a Questionnaire leaves out."""
    questions = {
        name: replace(
            question,
            unsure=None,
            unsure_allowed=True,
            answers=tuple(replace(answer, note=None, because=None, when=None) for answer in question.answers),
        )
        for name, question in tree.questions.items()
    }
    outcomes = {name: Outcome(name, outcome.title, outcome.summary) for name, outcome in tree.outcomes.items()}
    rest = {
        "considerations": {},
        "qualities": {},
        "groups": {},
        "steps": {},
        "conflicts": {},
        "use_cases": {},
        "forms": (),
        "scenarios": {},
        "revised": {},
        "editions": (),
        "verdict": None,
        "noun": None,
        "caution": None,
    }
    bare = replace(tree, questions=questions, outcomes=outcomes, renamed=Renames(), **rest)
    return with_texts(bare, _not_marked)


def _not_marked(text: Text) -> Text:
    return replace(text, ours=False) if text.ours else text


def back_again(tree: Tree, address: str = "") -> Tree:
    """Return a tree that was written as a Questionnaire and read again, without any finding."""
    imported = read(write(tree, address), "questionnaire.fhir.json")
    assert [str(finding) for finding in imported.findings] == []
    assert imported.draft is not None
    return tree_of_draft(imported.draft)


def items_in(resource: Json) -> Iterator[Json]:
    """Yield every item, each before those inside it."""
    for item in resource.get("item", ()):
        yield item
        yield from items_in(item)


def broken_rules(questionnaire: Json) -> list[str]:
    """Return the rules of FHIR R4 that a Questionnaire breaks, by their names in the specification."""
    found: list[str] = []
    items = list(items_in(questionnaire))
    link_ids = [item["linkId"] for item in items]
    if len(set(link_ids)) < len(link_ids):
        found.append("que-2: the linkIds are not unique")
    for item in items:
        display, link_id = item["type"] == "display", item["linkId"]
        conditions = item.get("enableWhen", [])
        rules = {
            "que-1": not (display and "item" in item) and (item["type"] != "group" or "item" in item),
            "que-3": not (display and "code" in item),
            "que-4": not ("answerOption" in item and "answerValueSet" in item),
            "que-5": "answerOption" not in item or item["type"] in ("choice", "open-choice"),
            "que-6": not (display and ("required" in item or "repeats" in item)),
            "que-7": all(
                isinstance(each.get("answerBoolean"), bool) for each in conditions if each["operator"] == "exists"
            ),
            "que-12": len(conditions) < 2 or "enableBehavior" in item,
        }
        found += [f"{rule}: {link_id}" for rule, kept in rules.items() if not kept]
        found += list(_targets_missing(link_id, conditions, items, link_ids))
    return found


def _targets_missing(link_id: str, conditions: list[Json], items: list[Json], link_ids: list[str]) -> Iterator[str]:
    """Yield each condition about a question that does not come before the item, or an answer it has not."""
    for condition in conditions:
        target = condition["question"]
        before = link_ids[: link_ids.index(link_id)]
        if target not in before:
            yield f"{link_id}: the question {target} does not come before it"
            continue
        offered = [option["valueCoding"]["code"] for option in items[link_ids.index(target)]["answerOption"]]
        if condition["answerCoding"]["code"] not in offered:
            yield f"{link_id}: {target} has no answer {condition['answerCoding']['code']}"
