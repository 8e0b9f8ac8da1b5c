"""The answers that a question offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fingerpost.findings.finding import Place
from fingerpost.importing.fhir.words import BOOLEANS
from fingerpost.importing.json_places import Object, Value
from fingerpost.source.collector import Collector

_SIMPLE: Final = ("String", "Integer", "Decimal", "Date", "DateTime", "Time", "Boolean")
"""The kinds of values, besides codes, that answers and conditions may have."""

_HINT: Final = "List the answers in 'answerOption'."


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies an answer.

    Attributes:
        kind: `Coding`, or the kind of a simple value.
        value: The code, or the value.
        system: The system of the code; empty if the file names none.
    """

    kind: str
    value: str
    system: str = ""

    def matches(self, other: Key) -> bool:
        """Return whether two keys mean the same answer: a code without a system fits any system."""
        systems = {self.system, other.system}
        return (self.kind, self.value) == (other.kind, other.value) and ("" in systems or len(systems) == 1)


@dataclass(frozen=True, slots=True)
class Option:
    """An answer.

    Attributes:
        key: What identifies it.
        place: Where it is in the file.
        text: The object and the key of its label; None if the label is the value.
    """

    key: Key
    place: Place
    text: tuple[Object, str] | None = None


def key_of(owner: Object, prefix: str) -> Key | None:
    """Return the key in an object's `value[x]` or `answer[x]`, or None if it has none that answers can have."""
    coding = owner.inner(f"{prefix}Coding")
    if coding is not None:
        code = coding.text("code") or coding.text("display")
        return Key("Coding", code, coding.text("system")) if code else None
    for kind in _SIMPLE:
        node = owner.fields.get(f"{prefix}{kind}")
        if isinstance(node, Value) and node.value is not None:
            value = node.value if isinstance(node.value, str) else str(node.value).lower()
            return Key(kind, value.strip()) if value.strip() else None
    return None


def options(node: Object, kind: str, sets: dict[str, Object], found: Collector) -> list[Option]:
    """Return the answers of a question.

    Args:
        node: The item.
        kind: Its type.
        sets: The value sets in the file, by their ids.
        found: Receives the findings.
    """
    if kind == "boolean":
        return [Option(Key("Boolean", value), node.place) for value in BOOLEANS]
    constraint = node.text("answerConstraint")
    if kind == "open-choice" or constraint not in ("", "optionsOnly"):
        message = "An answer in other words than those offered is left out: a tree offers fixed answers."
        place = node.place_of("answerConstraint" if constraint else "type")
        found.add("import-left-out", place, message, "If readers need it, add an answer such as “Something else”.")
    taken: list[Option] = []
    for option in (*_listed(node, found), *_of_value_set(node, sets, found)):
        if any(option.key.matches(other.key) for other in taken):
            message = f"The answer '{option.key.value}' is offered twice."
            found.add("import-contradiction", option.place, message, "Delete one of them.")
        else:
            taken.append(option)
    if not taken:
        message = f"'{node.text('linkId')}' offers no answers that could be read."
        found.add("import-no-equivalent", node.place, message, _HINT)
    return taken


def _listed(node: Object, found: Collector) -> Iterator[Option]:
    for option in node.objects("answerOption"):
        key = key_of(option, "value")
        if key is None:
            message = "This answer has no code and no value that a tree could show."
            found.add("import-no-equivalent", option.place, message, "Give it a code and a display.")
            continue
        if option.is_true("initialSelected"):
            message = f"The answer '{key.value}' is chosen from the beginning, and a tree begins without answers."
            found.add("import-left-out", option.place_of("initialSelected"), message, "Nothing, if that is fine.")
        coding = option.inner("valueCoding")
        text = (coding, "display") if coding is not None and coding.text("display") else None
        yield Option(key, option.place, text)


def _of_value_set(node: Object, sets: dict[str, Object], found: Collector) -> Iterator[Option]:
    address = node.text("answerValueSet")
    if not address:
        return
    value_set = sets.get(address.removeprefix("#")) if address.startswith("#") else None
    if value_set is None:
        message = f"The answers are in a value set that is not in this file, '{address[:200]}'."
        found.add("import-no-equivalent", node.place_of("answerValueSet"), message, _HINT)
        return
    compose, expansion = value_set.inner("compose"), value_set.inner("expansion")
    if expansion is not None:
        concepts = [(concept.text("system"), concept) for concept in expansion.objects("contains")]
    else:
        includes = list(compose.objects("include")) if compose is not None else []
        for part in includes:
            if "concept" not in part.fields:
                message = "This part of the value set does not list its codes."
                found.add("import-no-equivalent", part.place, message, _HINT)
        concepts = [(part.text("system"), concept) for part in includes for concept in part.objects("concept")]
    for system, concept in concepts:
        if concept.text("code"):
            text = (concept, "display") if concept.text("display") else None
            yield Option(Key("Coding", concept.text("code"), system), concept.place, text)
