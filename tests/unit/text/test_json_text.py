"""JSON from outside is read, unless it is nested so deep that it would bring the browser's engine down."""

from __future__ import annotations

import json
import re

import pytest

from fingerpost.text.json_text import MAX_DEPTH, loads


@pytest.mark.parametrize("text", ["{}", ' [1, "a", null] ', '{"a": {"b": ["c"]}}', '"[[[["', r'["\"[", "\\"]', "1e9"])
def test_json_is_read_as_ever(text: str) -> None:
    assert loads(text) == json.loads(text)


def test_the_limit_itself_is_read() -> None:
    assert MAX_DEPTH == 100
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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f'{{"a": [{"1" * 5000}]}}', "Number too long"),
        (f"-{'1' * 5000}", "Number too long"),
        ("[1e400]", "Number too large"),
        ("-1e99999999999999999999", "Number too large"),
        ('{"a": NaN}', "NaN is no number in JSON"),
        ("[-Infinity]", "-Infinity is no number in JSON"),
        ('[{"a": 1, "b": 2, "\\u0061": 3}]', "Key 'a' twice in one object"),
    ],
)
def test_what_programs_read_differently_is_refused(text: str, why: str) -> None:
    with pytest.raises(json.JSONDecodeError, match=re.escape(why)):
        loads(text)


def test_keys_without_end_are_compared_in_little_time() -> None:
    keys = ",".join(f'"{number}":0' for number in range(200_000))

    with pytest.raises(json.JSONDecodeError, match="Key '199999' twice"):
        loads(f'{{{keys},"199999":1}}')


@pytest.mark.parametrize("text", ["1e-400", "[1e308]", '{"a": {"a": 1}}', f"[{'1' * 4300}]", '["\\ud800"]'])
def test_what_is_only_unusual_is_read(text: str) -> None:
    assert loads(text) == json.loads(text)
