"""JSON from outside is read, unless it is nested so deep that it would bring the browser's engine down."""

from __future__ import annotations

import json

import pytest

from fingerpost.text.json_text import MAX_DEPTH, loads


@pytest.mark.parametrize("text", ["{}", ' [1, "a", null] ', '{"a": {"b": ["c"]}}', '"[[[["', r'["\"[", "\\"]', "1e9"])
def test_json_is_read_as_ever(text: str) -> None:
    assert loads(text) == json.loads(text)


def test_the_limit_itself_is_read() -> None:
    assert json.dumps(loads("[" * MAX_DEPTH + "]" * MAX_DEPTH)) == "[" * MAX_DEPTH + "]" * MAX_DEPTH


def test_brackets_in_texts_and_beside_each_other_do_not_count() -> None:
    text = json.dumps([["[[{{" * MAX_DEPTH, '\\"[', {}] for _ in range(MAX_DEPTH)])

    assert loads(text) == json.loads(text)


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"[":', '["\\\\",['])
def test_what_is_nested_deeper_is_refused_in_little_time(opening: str) -> None:
    with pytest.raises(json.JSONDecodeError, match="Nested too deep"):
        loads(opening * 200_000)


@pytest.mark.parametrize("text", ["", "{", '"', '"\\', '"[\\"' * 100_000, "]" * 100_000 + "[" * 10, '{"a": 1,}'])
def test_what_is_not_json_is_refused_in_little_time(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        loads(text)
