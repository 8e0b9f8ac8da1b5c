"""Words that a YAML 1.1 reader takes for something else than this engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from example_trees import TREES
from fingerpost.findings.finding import Finding
from fingerpost.source import read_tree
from fingerpost.source.collector import Collector
from fingerpost.source.nodes import Mapping, Node, Scalar, Sequence, read_nodes
from fingerpost.source.plain_scalars import value_in_yaml_1_1
from fingerpost.source.yaml_1_1 import report_yaml_1_1
from yaml_readers import as_we_read, as_yaml_1_1

type TreeFile = Callable[[str], Path]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        *((word, "true") for word in ("y", "Y", "yes", "Yes", "YES", "on", "On", "ON")),
        *((word, "false") for word in ("n", "N", "no", "No", "NO", "off", "Off", "OFF")),
        ("10:30", "the number 630"),
        ("-1:2:3", "the number -3723"),
        ("10:30.5", "the number 630.5"),
        ("0b101", "the number 5"),
        ("-0x1F", "the number -31"),
        ("1_0.5_0", "the number 10.5"),
        ("=", "the mark of a default value"),
        ("<<", "the mark of a merged mapping"),
        ("9" * 5000 + ":30", "a number"),
    ],
)
def test_a_word_has_another_value_in_yaml_1_1(word: str, value: str) -> None:
    assert value_in_yaml_1_1(word) == value


@pytest.mark.parametrize("word", ["yEs", "nope", "09:30", "10:75", "1.2.3", "v1", "n/a", "<", "==", "0b", "yes please"])
def test_other_words_are_text_in_yaml_1_1_too(word: str) -> None:
    assert value_in_yaml_1_1(word) is None
    assert as_yaml_1_1(f"a: {word}") == {"a": word}


def found_in(text: str) -> list[Finding]:
    """Return the findings about YAML 1.1 in a text."""
    found = Collector("t.yml")
    root = read_nodes(text.encode(), found)
    assert root is not None
    report_yaml_1_1(root, found)
    return found.findings


def test_one_place_is_named_with_what_it_becomes() -> None:
    (finding,) = found_in("a: b\nc:\n  yes: d\n")

    assert str(finding) == (
        "t.yml:3:3: warning: yaml-1-1: A YAML 1.1 reader takes 'yes' for true. Put it in quotes: \"yes\"."
    )


def test_many_places_are_one_finding() -> None:
    """A tree with 40 answers 'yes' has one remark about them, at the first of them."""
    (finding,) = found_in("a: b\n" + "".join(f"q{number}: yes\n" for number in range(40)))

    assert finding.place.line == 2
    assert finding.message == "A YAML 1.1 reader takes 'yes' for true (lines 2, 3, 4 and 37 more)."
    assert finding.hint == 'Put each of them in quotes, for example "yes".'


@pytest.mark.parametrize("text", ["a: {b: Is it?}", "a: [Is it?]", "a: {b: [x, {c: Why? Because}]}", "a: {Is it?: b}"])
def test_a_question_mark_in_braces_is_named(text: str) -> None:
    (finding,) = found_in(text)

    assert finding.message == "A YAML 1.1 reader stops at the '?' in braces or brackets."
    with pytest.raises(yaml.YAMLError):
        as_yaml_1_1(text)


@pytest.mark.parametrize("text", ["a: Is it?", 'a: {b: "Is it?"}', "a: |\n  yes", "'yes': \"no\"", "# yes\na: b"])
def test_what_every_reader_takes_for_text_is_not_named(text: str) -> None:
    assert found_in(text) == []


@given(
    st.sampled_from(("a: {}", "{}: a", "a: {{b: {}}}", "a: [{}]", "a: {{{}: c}}", "- {}", "a: b\n  {}")),
    st.one_of(
        st.text("yYnNoOeEsSfF0123456789:._+-xXbB?=<~ ,'\"{}[]*!|>%@`#\\/", min_size=1, max_size=8),
        st.from_regex(r"[-+]?[0-9_:.xbeE]{1,8}", fullmatch=True),
    ),
)
def test_what_is_not_named_is_the_same_to_both_readers(form: str, word: str) -> None:
    """Whatever this engine reads as text without a finding is the same text to PyYAML."""
    text = form.format(word)
    found = Collector("t.yml")
    root = read_nodes(text.encode(), found)
    assume(root is not None and not found.findings)
    assert root is not None
    # A tree in which a value is not text has another finding, or is meant to have that value.
    assume(all(scalar.other_type is None for scalar in _scalars(root)))

    report_yaml_1_1(root, found)

    assert found.findings or as_yaml_1_1(text) == as_we_read(text)


@pytest.mark.parametrize("name", ["field-too-far-left", "indented-too-far", "line-too-far-right"])
def test_a_line_in_the_wrong_column_is_found_beside_it(tree_file: TreeFile, name: str) -> None:
    """The finding can move with the line, and says nothing about where the line belongs."""
    text = (TREES / "broken" / f"{name}.yml").read_text(encoding="utf-8")
    unquoted = [finding.code for finding in read_tree(tree_file(re.sub('"(yes|no)"', r"\1", text))).findings]

    assert sorted(unquoted) == sorted([*(finding.code for finding in read_tree(tree_file(text)).findings), "yaml-1-1"])


def _scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Mapping():
            return [scalar for entry in node.entries for part in entry for scalar in _scalars(part)]
        case Sequence():
            return [scalar for item in node.items for scalar in _scalars(item)]
        case _:
            return []
