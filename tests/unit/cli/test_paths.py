"""`fingerpost paths`: every way, or their number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from command_line import DRAGON, Run, ladder
from fingerpost.tree.ways import LIMIT


def test_paths_as_text(run: Run) -> None:
    """Each way is a line, in the author's order."""
    status, out, _ = run("paths", DRAGON)

    assert status == 0
    assert out.splitlines() == [
        "hungry yes, size small → toast",
        "hungry yes, size big, shy yes → toast",
        "hungry yes, size big, shy no → sheep",
        "hungry yes, size huge → sheep",
        "hungry no → nap",
    ]


def test_paths_as_json(run: Run) -> None:
    """With --json the ways are a list of answers with their outcome."""
    ways = json.loads(run("paths", DRAGON, "--json")[1])

    assert len(ways) == 5
    assert ways[1] == {"answers": {"hungry": "yes", "size": "big", "shy": "yes"}, "outcome": "toast"}


def test_too_many_paths_are_counted(run: Run, tree_file: Callable[[str], Path]) -> None:
    """Past the limit the ways are counted for each outcome, with one example."""
    status, out, _ = run("paths", str(tree_file(ladder(40))), "--json")
    result = json.loads(out)

    assert status == 0
    assert (result["ways"], result["limit"]) == (2**41, LIMIT)
    assert [(outcome["outcome"], outcome["ways"]) for outcome in result["outcomes"]] == [
        ("moon", 2**40),
        ("sun", 2**40),
    ]
    assert result["outcomes"][1]["example"]["l40"] == "b"


def test_too_many_paths_as_text(run: Run, tree_file: Callable[[str], Path]) -> None:
    """The text says that the ways are not listed."""
    first, moon, _ = run("paths", str(tree_file(ladder(40))))[1].splitlines()

    assert first.startswith("about 10^12 ways: too many to list (the limit is 1000).")
    assert moon.endswith("→ moon (about 10^12 ways)")
