"""The items of a Questionnaire in their order, each with its answers and the conditions under which it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from fingerpost.findings.finding import Place
from fingerpost.importing.fhir.options import Option, options
from fingerpost.importing.fhir.words import (
    CATEGORY,
    CHOICES,
    CONDITION,
    EXTENSIONS,
    ITEM_CONTROL,
    OF_AN_ITEM,
    OTHER_QUESTIONS,
)
from fingerpost.importing.json_places import Object, Value
from fingerpost.source.collector import Collector

_AS_QUESTION: Final = "Ask it as a question with a fixed choice of answers."


@dataclass(slots=True)
class Item:
    """A question with a choice, or a text.

    Attributes:
        link_id: Its linkId.
        node: The item in the file.
        is_question: Whether it is a question.
        options: The answers of a question.
        above: The items that it is inside of, from the outside in.
        notes: The texts inside a question that belong to it.
    """

    link_id: str
    node: Object
    is_question: bool
    options: list[Option] = field(default_factory=list[Option])
    above: tuple[Item, ...] = ()
    notes: list[Object] = field(default_factory=list[Object])

    @property
    def place(self) -> Place:
        """Where it is in the file."""
        return self.node.place


@dataclass(slots=True)
class Items:
    """Reads the items of a file.

    Attributes:
        found: Receives the findings.
        sets: The value sets in the file, by their ids.
        known: Every linkId so far, with the type of its item.
        all: The questions and the texts, in file order.
    """

    found: Collector
    sets: dict[str, Object]
    known: dict[str, str] = field(default_factory=dict[str, str])
    all: list[Item] = field(default_factory=list[Item])

    def read(self, owner: Object, above: tuple[Item, ...] = ()) -> None:
        """Read the items inside an item or a Questionnaire."""
        for node in owner.objects("item"):
            self._item(node, above)

    def _item(self, node: Object, above: tuple[Item, ...]) -> None:
        link_id, kind = node.text("linkId"), node.text("type")
        if not link_id:
            self._no_equivalent(node.place, "This item has no 'linkId'.", "Give it one.")
            return
        if link_id in self.known:
            message = f"Two items have the linkId '{link_id}'."
            self.found.add("import-contradiction", node.place_of("linkId"), message, "Give one of them another linkId.")
            return
        self.known[link_id] = kind
        self._report_other_parts(node, link_id)
        inside = above[-1] if above else None
        if kind == "display":
            if inside is not None and inside.is_question and "enableWhen" not in node.fields:
                inside.notes.append(node)
            else:
                self.all.append(Item(link_id, node, is_question=False, above=above))
        elif kind == "group":
            self._group(node, link_id, above)
        elif kind in CHOICES or kind == "boolean" or ("answerOption" in node.fields and kind in OTHER_QUESTIONS):
            item = Item(
                link_id, node, is_question=True, options=options(node, kind, self.sets, self.found), above=above
            )
            self.all.append(item)
            if node.is_true("repeats"):
                message = f"'{link_id}' takes several answers at once, and a question of a tree takes one."
                self._no_equivalent(node.place_of("repeats"), message, "Ask a question about each of the answers.")
            self.read(node, (*above, item))
        elif kind in OTHER_QUESTIONS:
            message = f"'{link_id}' asks for a value of the type '{kind}', and a tree asks only for choices."
            self.found.add("import-left-out", node.place_of("type"), message, _AS_QUESTION)
            self.read(node, above)
        else:
            self._no_equivalent(node.place_of("type"), f"FHIR has no items of the type '{kind}'.", _AS_QUESTION)

    def _group(self, node: Object, link_id: str, above: tuple[Item, ...]) -> None:
        if node.is_true("repeats"):
            message = f"The group '{link_id}' can be filled in several times, and a tree is answered once."
            self._no_equivalent(node.place_of("repeats"), message, "Ask its questions once.")
        if node.text("text"):
            message = f"The heading of the group '{link_id}' is left out: the questions of a tree have no groups."
            hint = "If readers need it, add it to the help of a question."
            self.found.add("import-left-out", node.place_of("text"), message, hint)
        self.read(node, (*above, Item(link_id, node, is_question=False, above=above)))

    def _report_other_parts(self, node: Object, link_id: str) -> None:
        if "modifierExtension" in node.fields:
            message = f"'{link_id}' has a modifier extension, which can change its meaning."
            self._no_equivalent(node.place_of("modifierExtension"), message, "Remove it, if the meaning allows it.")
        others = {key: node.place_of(key) for key in node.fields if key not in OF_AN_ITEM | {"modifierExtension"}}
        for extension in node.objects("extension"):
            url = extension.text("url")
            if url == CONDITION:
                message = f"An expression decides whether '{link_id}' is shown, and a tree decides by answers."
                self._no_equivalent(extension.place, message, "Write the condition with 'enableWhen'.")
            elif url not in EXTENSIONS:
                others[url.rpartition("/")[2] or "extension"] = extension.place
        if node.is_true("readOnly"):
            others["readOnly"] = node.place_of("readOnly")
        if others:
            names = ", ".join(f"'{name}'" for name in others)
            message = f"A tree has no place for {names} of '{link_id}'."
            hint = "If readers need it, write it into the help of the question."
            self.found.add("import-left-out", min(others.values(), key=_position), message, hint)

    def _no_equivalent(self, place: Place, message: str, hint: str) -> None:
        self.found.add("import-no-equivalent", place, message, hint)


def controls(node: Object) -> Iterator[str]:
    """Yield the codes that say how an item is shown, for instance `help`."""
    for extension in node.objects("extension"):
        concept = extension.inner("valueCodeableConcept")
        if extension.text("url") in (ITEM_CONTROL, CATEGORY) and concept is not None:
            yield from (coding.text("code") for coding in concept.objects("coding"))


def linked(condition: Object) -> str:
    """Return the linkId that a condition names."""
    question = condition.fields.get("question")
    return question.text.strip() if isinstance(question, Value) else ""


def _position(place: Place) -> tuple[int, int]:
    return place.line, place.column
