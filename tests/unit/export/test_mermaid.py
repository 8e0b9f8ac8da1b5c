"""The tree as a Mermaid flowchart. That Mermaid itself reads it is tested in `tests/contract`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.export.formats.mermaid import write
from fingerpost.text.markup import plain_text
from hostile_texts import HOSTILE, with_everywhere
from large_tree import large_tree
from made_up import SUPPER, tree_of


def test_nodes_come_before_arrows_and_comments_keep_the_ids() -> None:
    lines = write(SUPPER, "").decode().splitlines()

    assert lines[:3] == ["%% Tree: supper", "%% Title: Supper", "%% Edition: 1"]
    assert lines[4:] == [
        "flowchart TD",
        "  accTitle: Supper",
        "  accDescr: Decision tree, edition 1",
        "  %% q_hungry: yes, no",
        '  q_hungry["Hungry?"]',
        "  %% q_cook: yes, no",
        '  q_cook["Cook?"]',
        "  %% q_thirsty: yes, no",
        '  q_thirsty["Thirsty?"]',
        '  o_soup(["Soup"])',
        '  o_toast(["Toast"])',
        '  o_tea(["Tea"])',
        '  q_hungry -->|"Yes"| q_cook',
        '  q_hungry -->|"No"| q_thirsty',
        '  q_cook -->|"Yes"| o_soup',
        '  q_cook -->|"No"| o_toast',
        '  q_thirsty -->|"Yes"| o_tea',
        '  q_thirsty -->|"No"| o_toast',
    ]


def test_no_node_is_called_by_a_word_of_mermaid() -> None:
    tree = tree_of({"graph": {"a": "end", "b": "subgraph"}}, ("end", "subgraph"))

    assert '  q_graph -->|"A"| o_end\n' in write(tree, "").decode()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_adds_no_line_and_no_sign(text: str) -> None:
    lines = write(with_everywhere(text), "").decode().split("\n")

    assert len(lines) == len(write(with_everywhere("a"), "").decode().split("\n"))
    assert not any("%%{" in line for line in lines)
    labels = [line.split('"')[1] for line in lines if line.count('"') == 2 and not line.startswith("%%")]
    assert len(labels) == 12
    assert not any(set(label) & set("\"'`<>&[]{}|\\:*_~=") for label in labels)


def test_a_first_number_or_dash_makes_no_list() -> None:
    tree = replace(SUPPER, title=plain_text("1. First"))

    assert "accTitle: 1#46; First" in write(tree, "").decode()
    assert "accTitle: #45; First" in write(replace(SUPPER, title=plain_text("- First")), "").decode()


def test_a_large_tree_names_the_setting_that_mermaid_needs() -> None:
    assert "%% Note: to draw this, set Mermaid's maxEdges to 600 or more.\n" in write(large_tree(300), "").decode()
    assert "maxEdges" not in write(large_tree(250), "").decode()
