"""Drafts become tree files that mean the same."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from fingerpost.importing.tree_file import tree_file

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")) | st.sampled_from(
    ["yes", "No", "10:30", "0x1F", "1e3", "null", "~", "a: b", "- a", "2026-11-26", "=", "<<", "?", "# a", "a #b"]
)


@given(st.dictionaries(TEXTS.filter(lambda text: len(text) < 100), TEXTS, min_size=1))
def test_every_reader_of_yaml_finds_the_same_texts(texts: dict[str, str]) -> None:
    written = tree_file({"help": texts, "list": list(texts.values())})

    expected = {"help": texts, "list": list(texts.values())}
    assert YAML(typ="safe").load(written) == expected
    assert yaml.safe_load(written) == expected


def test_ids_stay_plain_and_texts_of_several_lines_are_blocks() -> None:
    draft = {"id": "supper", "title": "Supper", "help": "One\n\n- two\n", "answers": {"yes": {"go": "soup"}}}

    expected = """id: supper
title: Supper
help: |
  One

  - two
answers:
  "yes":
    go: soup
"""
    assert tree_file(draft) == expected
