"""Measures the time to explain answers to a very large tree.

Usage: .venv/bin/python tests/benchmarks/explain.py [QUESTIONS]

Prints seconds for each part of the explanation, on two trees with joins and for three sets of answers: none, every
question on one way answered, and "not sure" at the start with every second question of a way answered.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
sys.path.insert(0, str(Path(__file__).parent))

from big_trees import ladder, thicket

from fingerpost.answers.ask_first import ask_first
from fingerpost.answers.position import position
from fingerpost.answers.questions_left import left
from fingerpost.answers.reasons import alternatives, forcing, ruled_out
from fingerpost.answers.state import State
from fingerpost.tree.model import UNSURE, Tree

LIMIT = 2.0
"""The limit for each part on a tree of 100,000 questions, in seconds."""


def answers_to(tree: Tree) -> dict[str, dict[str, str]]:
    """Return the three sets of answers."""
    way: dict[str, str] = {}
    node = tree.start
    while node in tree.questions:
        way[node] = "yes"
        node = tree.questions[node].answers[0].go
    half = {question: answer for number, (question, answer) in enumerate(way.items()) if number % 2}
    return {"none": {}, "all": way, "not sure": half | {tree.start: UNSURE}}


def seconds(work: Callable[[], object]) -> float:
    """Return the time that a piece of work takes: the median of three."""
    taken: list[float] = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[1]


def parts(tree: Tree, answers: Mapping[str, str]) -> dict[str, Callable[[], object]]:
    """Return the parts of the explanation, to be measured separately."""
    state = State(tree, answers)
    return {
        "position": lambda: position(tree, answers).possible,
        "left": lambda: left(state),
        "ask first": lambda: ask_first(state),
        "forcing": lambda: forcing(state),
        "ruled out": lambda: ruled_out(state),
        "changes": lambda: alternatives(state),
    }


def main() -> int:
    """Print the table; return 1 if a part takes longer than the limit."""
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    slowest = 0.0
    print(f"| tree of {questions:,} | answers | part | seconds |\n|---|---|---|---|")
    for tree in (ladder(questions), thicket(questions)):
        start = time.perf_counter()
        _ = position(tree, {}).possible
        slowest = max(slowest, first := time.perf_counter() - start)
        print(f"| {tree.id} | none | first position, with the graph of the tree | {first:.2f} |")
        for name, answers in answers_to(tree).items():
            exact = left(State(tree, answers)).exact
            for part, work in parts(tree, answers).items():
                taken = seconds(work)
                slowest = max(slowest, taken)
                note = "" if exact or part != "left" else " (a bound)"
                print(f"| {tree.id} | {name} | {part}{note} | {taken:.2f} |")
    print(f"\nslowest: {slowest:.2f} s, limit for 100,000 questions: {LIMIT} s")
    return int(slowest > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
