"""`fingerpost paths`: lists every way through a tree, or counts them if there are too many to read."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from fingerpost.cli.command import Command
from fingerpost.cli.common import add_json, add_tree, number_for_json, sound_tree
from fingerpost.cli.terminal import print_json, show
from fingerpost.tree.model import Tree
from fingerpost.tree.ways import LIMIT, count_ways, readable_count, ways


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    add_json(parser, f"write a list of ways as JSON; for more than {LIMIT} ways, their numbers")


def run(arguments: argparse.Namespace) -> int:
    """Write the ways through one tree."""
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    counts = count_ways(tree)
    total = sum(counts.values())
    if total <= LIMIT:
        if arguments.json:
            print_json([{"answers": way.answers, "outcome": way.outcome} for way in ways(tree)])
        else:
            for way in ways(tree):
                show(f"{_answers(way.answers)} → {way.outcome}")
        return 0
    examples = _examples(tree)
    if arguments.json:
        outcomes = [
            {"outcome": outcome, "ways": number_for_json(count), "example": examples[outcome]}
            for outcome, count in counts.items()
        ]
        print_json({"ways": number_for_json(total), "limit": LIMIT, "outcomes": outcomes})
    else:
        show(
            f"{readable_count(total)} ways: too many to list (the limit is {LIMIT}). Each outcome with one of its ways:"
        )
        for outcome, count in counts.items():
            show(f"{_answers(examples[outcome])} → {outcome} ({readable_count(count)} ways)")
    return 0


def _examples(tree: Tree) -> dict[str, dict[str, str]]:
    return {outcome: tree.graph.way_to(outcome) for outcome in tree.outcomes}


def _answers(answers: Mapping[str, str]) -> str:
    return ", ".join(f"{question} {answer}" for question, answer in answers.items())


COMMAND = Command(
    order=400,
    help="List every way through a tree with its outcome",
    define=define,
    run=run,
    status_1="the tree has errors",
)
