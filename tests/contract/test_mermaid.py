"""Mermaid itself reads the exported flowcharts as the trees that they are, draws them, and runs nothing of them."""

from __future__ import annotations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from diagram_peers import Flowchart, mermaid_reads
from fingerpost.export.formats.mermaid import write
from fingerpost.export.words import line_of
from fingerpost.tree.model import Tree
from hostile_texts import HOSTILE, with_everywhere
from large_tree import large_tree
from tree_files import all_trees
from trees import trees

LIKE_MERMAIDS_OWN = "ﬂ°°35¶ß"
"""Mermaid writes numbers of characters like this within itself, and takes the same in a text for one when it draws."""


def source_of(tree: Tree) -> str:
    return write(tree, "https://example.org/").decode()


def expect_same(tree: Tree, chart: Flowchart) -> None:
    """Fail unless a flowchart has the questions, outcomes and answers of a tree, each with its words."""
    names = {name: f"q_{name}" for name in tree.questions} | {name: f"o_{name}" for name in tree.outcomes}
    words = {names[each.id]: line_of(each.ask) for each in tree.questions.values()}
    words |= {names[each.id]: line_of(each.title) for each in tree.outcomes.values()}
    assert chart.nodes == words
    assert [chart.shapes[names[outcome]] for outcome in tree.outcomes] == ["stadium"] * len(tree.outcomes)
    assert chart.edges == [
        (names[question.id], names[answer.go], line_of(answer.label))
        for question in tree.questions.values()
        for answer in question.answers
    ]
    assert chart.title == line_of(tree.title)


def test_every_tree_of_the_repository_is_read_and_drawn(chromium: Browser) -> None:
    charts = mermaid_reads(chromium, [source_of(tree) for tree in all_trees()], draw=True)

    for tree, chart in zip(all_trees(), charts, strict=True):
        expect_same(tree, chart)
        assert sorted(chart.drawn["nodes"]) == sorted(chart.nodes.values())
        assert len(chart.drawn["labels"]) == len(chart.edges)
        assert chart.drawn["title"] == [line_of(tree.title)]


def test_texts_stay_texts(chromium: Browser) -> None:
    """Whatever a text holds, it is shown as it is: no node, setting, link or HTML comes of it."""
    harmful = [with_everywhere(text) for text in HOSTILE]

    charts = mermaid_reads(chromium, [source_of(tree) for tree in harmful], draw=True)

    for tree, chart in zip(harmful, charts, strict=True):
        expect_same(tree, chart)
        assert (chart.active, chart.theme) == (0, "default")
        if tree.title.plain != LIKE_MERMAIDS_OWN:
            assert set(chart.drawn["nodes"]) == {line_of(tree.title)}
            assert set(chart.drawn["labels"]) == {line_of(tree.title)}


@settings(max_examples=2, database=None, phases=[Phase.generate])
@given(st.lists(trees(), min_size=20, max_size=20))
def test_random_trees_are_read(chromium: Browser, some: list[Tree]) -> None:
    for tree, chart in zip(some, mermaid_reads(chromium, [source_of(tree) for tree in some]), strict=True):
        expect_same(tree, chart)


def test_a_large_tree_is_read(chromium: Browser) -> None:
    tree = large_tree(1000)

    expect_same(tree, mermaid_reads(chromium, [source_of(tree)])[0])


def test_the_check_sees_a_difference(chromium: Browser) -> None:
    (tree, *_) = all_trees()
    (chart,) = mermaid_reads(chromium, [source_of(tree).replace("-->", "-.->", 1).replace('|"Yes"|', '|"Maybe"|', 1)])

    with pytest.raises(AssertionError):
        expect_same(tree, chart)
