"""Whatever a file holds, reading it as FHIR ends with a tree or with findings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from time import process_time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fingerpost.export.formats.fhir import write
from fingerpost.importing.fhir.response import read_response
from fingerpost.importing.format import Imported
from fingerpost.importing.formats.fhir import read
from fingerpost.importing.tree_file import tree_file
from fingerpost.record.forms.fhir import write as write_response
from fingerpost.record.notes import Notes
from fingerpost.source import read_source
from fingerpost.tree.model import Tree
from made_up import SUPPER
from states import record_of
from trees import trees

type Json = Any

WORDS = st.sampled_from(
    ["", "hungry", "cook", "yes", "*a*", "choice", "group", "display", "any", "all", "=", "exists", "#x"]
)
VALUES = st.recursive(
    WORDS | st.none() | st.booleans() | st.integers(-1, 2),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)


def slots(node: Json) -> Iterator[tuple[Json, Any]]:
    """Yield every list and object inside a value with each of its keys."""
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield node, key
        yield from slots(node[key])


@st.composite
def changed(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a file in which some values are others, move to another place, or are gone."""
    root = json.loads(content)
    for _ in range(draw(st.integers(1, 4))):
        places = list(slots(root))
        owner, key = places[draw(st.integers(0, len(places) - 1))]
        match draw(st.sampled_from(["other", "moved", "gone"])):
            case "other":
                owner[key] = draw(VALUES)
            case "moved":
                source, name = places[draw(st.integers(0, len(places) - 1))]
                owner[key] = json.loads(json.dumps(source[name]))
            case _:
                del owner[key]
        if not list(slots(root)):
            break
    return json.dumps(root).encode()


def check(imported: Imported) -> None:
    """An import has a tree, or an error with a place; the tree can be read."""
    assert imported.draft is not None or any(finding.severity == "error" for finding in imported.findings)
    assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in imported.findings)
    if imported.draft is not None:
        read_source(tree_file(imported.draft).encode(), "tree.yml")


@given(st.data(), trees(4))
@settings(max_examples=150)
def test_a_changed_questionnaire_is_read_or_refused(data: st.DataObject, tree: Tree) -> None:
    check(read(data.draw(changed(write(tree, "https://example.org/"))), "a.json"))


@given(st.data())
def test_a_changed_response_is_read(data: st.DataObject) -> None:
    content = write_response(record_of(SUPPER, {"hungry": "yes", "cook": "no"}, Notes(), address="https://a.example/"))

    response = read_response(SUPPER, data.draw(changed(content.encode())), "a.json")

    for question, answer in response.answers.items():
        assert SUPPER.questions[question].answer(answer) is not None


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_refused(content: bytes) -> None:
    assert read(content, "a.json").draft is None
    assert read_response(SUPPER, content, "a.json").answers == {}


@given(st.integers(0, 500), st.sampled_from([b"", b"x", b'"', b"{", b"\\", b"\x00"]))
def test_a_file_cut_off_is_refused(length: int, end: bytes) -> None:
    assert read(write(SUPPER, "")[:length] + end, "a.json").draft is None


def test_nothing_takes_long() -> None:
    deep = '{"resourceType":"Questionnaire","item":[' + '{"item":[' * 100_000
    text = "<b>" * 20_000 + "*" * 20_000 + "[" * 20_000
    xhtml = {"url": "http://hl7.org/fhir/StructureDefinition/rendering-xhtml", "valueString": text}
    wide = {
        "resourceType": "Questionnaire",
        "title": text,
        "_title": {"extension": [xhtml]},
        "item": [{"linkId": str(number), "type": "boolean"} for number in range(5_000)],
    }
    together = {"question": "0", "operator": "=", "answerBoolean": True}
    wide["item"] += [{"linkId": "end", "type": "display", "enableWhen": [together] * 5_000, "enableBehavior": "all"}]
    before = process_time()

    for content in (deep, json.dumps(wide), '"' + "\\" * 300_000, "[" + "1," * 300_000):
        read(content.encode(), "a.json")

    assert process_time() - before < 20
