"""Graphviz itself reads the exported graphs as the trees that they are, and draws them."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from diagram_peers import graphviz_reads
from fingerpost.export.formats.dot import write
from fingerpost.export.words import line_of
from fingerpost.tree.model import Tree
from hostile_texts import HOSTILE, with_everywhere
from large_tree import large_tree
from tree_files import all_trees
from trees import trees


def source_of(tree: Tree) -> str:
    return write(tree, "https://example.org/").decode()


def shown(label: str) -> str:
    r"""Return the words of a label: Graphviz shows `\n` as the end of a line, and `&amp;` and `\\` as one character."""
    lines = label.replace("\\\\", "\0").replace("\\n", " ")
    return unescape(lines).replace("\0", "\\")


def words_in(text: str) -> str:
    """Return a text without white space: a line of a label may end within a long word."""
    return "".join(text.split())


def expect_same(tree: Tree, read: dict[str, Any]) -> None:
    """Fail unless a graph has the questions, outcomes and answers of a tree, each with its words."""
    # The only warnings are about the width of letters that this Graphviz has no measures for.
    faults = [fault for fault in read["errors"] if "no value for width" not in fault["message"]]
    assert (read["status"], faults) == ("success", [])
    graph = read["graph"]
    assert (graph["name"], graph["rankdir"], graph["directed"]) == (tree.id, "LR", True)
    assert words_in(shown(graph["label"])) == words_in(line_of(tree.title))
    nodes = graph.get("objects", [])
    expected = {each.id: (words_in(line_of(each.ask)), "box") for each in tree.questions.values()}
    expected |= {each.id: (words_in(line_of(each.title)), "ellipse") for each in tree.outcomes.values()}
    assert {node["name"]: (words_in(shown(node["label"])), node["shape"]) for node in nodes} == expected
    names = {node["_gvid"]: node["name"] for node in nodes}
    assert [
        (names[edge["tail"]], names[edge["head"]], words_in(shown(edge["label"]))) for edge in graph.get("edges", [])
    ] == [
        (question.id, answer.go, words_in(line_of(answer.label)))
        for question in tree.questions.values()
        for answer in question.answers
    ]


def test_every_tree_of_the_repository_is_read_and_drawn() -> None:
    for tree, read in zip(all_trees(), graphviz_reads([source_of(tree) for tree in all_trees()]), strict=True):
        expect_same(tree, read)
        assert read["svg"].count('class="node"') == len(tree.questions) + len(tree.outcomes)


def test_texts_stay_texts() -> None:
    """Whatever a text holds, it is shown as it is: no node, setting or link comes of it."""
    harmful = [with_everywhere(text) for text in HOSTILE]

    for tree, read in zip(harmful, graphviz_reads([source_of(tree) for tree in harmful]), strict=True):
        expect_same(tree, read)
        assert unescape(read["graph"]["objects"][0]["tooltip"].replace("\\\\", "\\")) == line_of(tree.title)
        assert not any(mark in read["svg"] for mark in ("<script", "<img", "<image", "<b>"))


@settings(max_examples=2, database=None, phases=[Phase.generate])
@given(st.lists(trees(), min_size=20, max_size=20))
def test_random_trees_are_read(some: list[Tree]) -> None:
    for tree, read in zip(some, graphviz_reads([source_of(tree) for tree in some]), strict=True):
        expect_same(tree, read)


def test_a_larger_tree_is_read() -> None:
    tree = large_tree(200)

    expect_same(tree, graphviz_reads([source_of(tree)])[0])


def test_the_check_sees_a_fault_and_a_difference() -> None:
    (tree, *_) = all_trees()
    source = source_of(tree)
    broken, changed = graphviz_reads([source.replace("];", "]];", 1), source.replace('label="Yes"', 'label="Oui"', 1)])

    for read in (broken, changed):
        with pytest.raises(AssertionError):
            expect_same(tree, read)
