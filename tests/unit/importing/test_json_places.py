"""JSON is read with the place of each value, and a fault in it is named with its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fingerpost.importing.json_places import Array, Node, Object, Value, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cs", "Cc"))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=("Cs", "Cc"))), inner),
    max_leaves=20,
)


def plain(node: Node | list[object]) -> object:
    match node:
        case Value(is_number=True, value=value):
            return int(str(value))
        case Value():
            return node.value
        case Array():
            return [plain(item) for item in node.items]
        case Object():
            return {key: plain(value) for key, value in node.fields.items()}
        case _:
            return node


@given(VALUES, st.sampled_from([None, 1, 2]))
def test_it_reads_what_python_writes(value: object, indent: int | None) -> None:
    assert plain(read_json(json.dumps(value, indent=indent).encode(), "a.json")) == value  # type: ignore[arg-type]


def test_each_value_and_key_has_its_place() -> None:
    root = read_json(b'{\n  "item": [\n    {"text": "a"}, true ]\n}', "a.json")

    assert isinstance(root, Object)
    assert str(root.place_of("item")) == "a.json:2:3"
    (item,) = root.objects("item")
    assert str(item.place) == "a.json:3:5"
    assert str(item.fields["text"].place) == "a.json:3:14"
    assert str(root.place_of("other")) == "a.json:1:1"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "a.json:1:1: error: import-unreadable: There is the end of the file instead of a value."),
        ("{", "a.json:1:2: error: import-unreadable: A key in quotes is missing here."),
        ('{"a": 1,}', "a.json:1:9: error: import-unreadable: A key in quotes is missing here."),
        (
            '{"a": 1\n "b": 2}',
            "a.json:2:2: error: import-unreadable: The object that begins on line 1 needs ','",
        ),
        ("[1 2]", "a.json:1:4: error: import-unreadable: The list that begins on line 1 needs ',' or ']' here."),
        ('{"a" 1}', "a.json:1:6: error: import-unreadable: There is no ':' after the key 'a'."),
        ('{"a": 1,\n"a": 2}', "a.json:2:1: error: import-unreadable: The key 'a' is written twice in one object"),
        ("[1] [2]", "a.json:1:5: error: import-unreadable: There is '[' after the end of the JSON."),
        ("[NaN]", "a.json:1:2: error: import-unreadable: This is not JSON: 'NaN]'."),
        ("['a']", "a.json:1:2: error: import-unreadable: This is not JSON"),
        ('["a\\ud800"]', "a.json:1:2: error: import-unreadable: This text has half of a character"),
        ("[" * 200, "a.json:1:102: error: import-too-large: Values are nested more than 100 deep."),
        (b"\xff[]", "a.json:1:1: error: not-utf8: The file is not UTF-8 text"),
    ],
)
def test_a_fault_is_named_with_its_place(text: str | bytes, finding: str) -> None:
    found = read_json(text if isinstance(text, bytes) else text.encode(), "a.json")

    assert isinstance(found, list)
    assert [str(each)[: len(finding)] for each in found] == [finding]
