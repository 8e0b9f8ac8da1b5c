"""`fingerpost scenarios`: lists the worked examples of a tree and the ways without one, with a skeleton for those."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from fingerpost.cli.command import Command
from fingerpost.cli.common import add_json, add_tree, number_for_json, sound_tree
from fingerpost.cli.terminal import print_json, show
from fingerpost.source.plain_scalars import id_as_yaml
from fingerpost.tree.coverage import Coverage, coverage
from fingerpost.tree.model import Tree
from fingerpost.tree.ways import Way, readable_count


def define(parser: argparse.ArgumentParser) -> None:
    """Define the arguments."""
    add_tree(parser)
    parser.add_argument(
        "--skeleton", action="store_true", help="write only the YAML of a scenario for each way without one"
    )
    add_json(parser, "write the scenarios, the ways without one, and the number of ways as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write the ways with a worked example and those without."""
    tree = sound_tree(arguments.tree)
    if isinstance(tree, int):
        return tree
    found = coverage(tree)
    if arguments.json:
        print_json(_as_json(tree, found))
    elif arguments.skeleton:
        show(_skeleton(tree, found.missing, arguments.tree))
    else:
        show(_listed(tree, found))
    return 0


def _listed(tree: Tree, found: Coverage) -> Iterator[str]:
    for scenario in tree.scenarios.values():
        title = "" if scenario.title is None else f" ({scenario.title.plain})"
        yield f"{scenario.id}{title}: {_answers(scenario.answers)} → {scenario.expect}"
    yield f"{readable_count(found.covered)} of {readable_count(found.total)} ways have a scenario."
    if found.missing:
        yield ""
        yield (
            "Ways without a scenario:"
            if found.is_complete
            else f"Ways without a scenario, the first {len(found.missing)}:"
        )
        yield from (f"{_answers(way.answers)} → {way.outcome}" for way in found.missing)
        yield ""
        yield "To write the YAML of a scenario for each of them, use --skeleton."


def _skeleton(tree: Tree, missing: tuple[Way, ...], file: str) -> Iterator[str]:
    """Yield lines to put into the file of the tree, and where; the author replaces the names and the needs."""
    taken = set(tree.scenarios)
    number = 0
    if missing:
        place = f"'scenarios' in {file}" if taken else file
        yield f"# Put these lines at the end of {place}. Write each need, and give each an id of its own."
    if missing and not taken:
        yield "scenarios:"
    for way in missing:
        number += 1
        while f"example-{number}" in taken:
            number += 1
        yield f"  example-{number}:"
        # An empty text is an error, so that a tree can't be published with it by mistake.
        yield '    need: ""'
        answers = (f"{id_as_yaml(question)}: {id_as_yaml(answer)}" for question, answer in way.answers.items())
        yield f"    answers: {{{', '.join(answers)}}}"
        yield f"    expect: {id_as_yaml(way.outcome)}"


def _as_json(tree: Tree, found: Coverage) -> dict[str, object]:
    return {
        "scenarios": [
            {
                "id": scenario.id,
                "title": scenario.title and scenario.title.plain,
                "answers": scenario.answers,
                "expect": scenario.expect,
            }
            for scenario in tree.scenarios.values()
        ],
        "ways": number_for_json(found.total),
        "covered": found.covered,
        "missing": [{"answers": way.answers, "outcome": way.outcome} for way in found.missing],
        "complete": found.is_complete,
    }


def _answers(answers: Mapping[str, str]) -> str:
    return ", ".join(f"{question} {answer}" for question, answer in answers.items())


COMMAND = Command(
    order=500,
    help="List the worked examples of a tree and the ways without one",
    define=define,
    run=run,
    status_1="the tree has errors",
)
