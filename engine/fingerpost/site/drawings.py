"""The drawings of a tree that a block can ask for with `show`: HTML, with the headings between the parts as Markdown.

A heading in Markdown gets an anchor and a line in the page's table of contents.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from fingerpost.plan import example as plan_example
from fingerpost.plan.reading import read_plan
from fingerpost.plan.standing import Standings
from fingerpost.plan.whole import whole_plan
from fingerpost.record.markdown import escaped
from fingerpost.render import example
from fingerpost.render.downloads import downloads
from fingerpost.render.element import element, start
from fingerpost.render.expectations import expectations
from fingerpost.render.finder import finder
from fingerpost.render.listing import listing
from fingerpost.render.map import tree_map
from fingerpost.render.parts import contents, part, part_title, parts_of
from fingerpost.render.plan_page import plan_page
from fingerpost.render.qualities import matrix
from fingerpost.render.reverse import scenarios, whose_scenarios
from fingerpost.render.steps import steps
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.when import ways_to
from fingerpost.render.whose import explanation, labelled, marked_plain
from fingerpost.site.block import Block
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree
from fingerpost.tree.size import fits_on_a_page

type Draw = Callable[[Tree, Surroundings, Block], list[str]]

_DEEPEST: Final = 6
"""The level of the lowest heading in HTML."""


def _questions(tree: Tree, where: Surroundings, _: Block) -> list[str]:
    return [*_everything(tree, where), *([downloads(where)] if where.downloads else [])]


def _everything(tree: Tree, where: Surroundings) -> list[str]:
    if not fits_on_a_page(tree):
        everything = [] if where.parts else [part(tree, (*tree.questions, *tree.outcomes), where)]
        return [element(tree, where), f"## {say('every-question')}\n", contents(tree, where), *everything]
    return [
        element(tree, where),
        f"## {say('map-title')}\n",
        tree_map(tree, where),
        f"## {say('every-question')}\n",
        listing(tree, where),
    ]


def _part(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    number = block.part
    links = [link_to(f"{where.tree_page}#{tree.id}", escape(say("part-answer")))]
    links += [
        link_to(where.parts[other], escape(say(key, title=part_title(tree, other))))
        for key, other in (("part-before", number - 1), ("part-after", number + 1))
        if 0 <= other < len(where.parts)
    ]
    around = f'<p class="fp-print-hidden">{" · ".join(links)}</p>'
    return [around, part(tree, parts_of(tree)[number], where), around]


def _start(tree: Tree, where: Surroundings, _: Block) -> list[str]:
    return [start(tree, where)]


def _plan(tree: Tree, where: Surroundings, _: Block) -> list[str]:
    return [plan_page(tree, where)]


def _plan_example(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    plan = read_plan(tree, Path(block.fields["file"]).read_text(encoding="utf-8")).plan
    whole = whole_plan(Standings(tree), plan, surroundings=where)
    together = plan_example.together(whole)
    needs = plan_example.needs(whole)
    ours = explanation("ours-meaning", tree.source) if labelled(needs + together) else ""
    return [
        f"## {say('plan-example-needs')}\n",
        f'<div class="fp">{needs}{plan_example.opening(whole)}</div>',
        f"## {say('plan-example-together')}\n",
        f'<div class="fp">{together}{ours}</div>',
    ]


def _ways(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    return [ways_to(tree, block.fields["outcome"], where)]


def _qualities(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    """Return what to expect of one outcome, or all outcomes side by side."""
    outcome = block.fields.get("outcome")
    return [expectations(tree, outcome) if outcome else matrix(tree, tree.outcomes.values(), where, "all")]


def _finder(tree: Tree, where: Surroundings, _: Block) -> list[str]:
    return [finder(tree, where)]


def _steps(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    level = min(block.level + 1, _DEEPEST)
    listed = steps(tree, block.fields["outcome"], where, level, with_boxes=False)
    return [f'<div class="fp-next-steps">{listed}</div>'] if listed else []


def _scenarios(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    """Return the worked examples below a heading for each outcome."""
    level = min(block.level + 1, _DEEPEST - 1)
    parts = (
        part
        for outcome, listed in scenarios(tree, where, level + 1)
        for part in (f"{'#' * level} {escaped(marked_plain(outcome.title))}\n", listed)
    )
    return [whose_scenarios(tree, where), *parts]


def _example(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    scenario = tree.scenarios[block.fields["scenario"]]
    shown = example.sequence(tree.outcomes[scenario.expect], scenario)
    # Only the plugin adds the page, and it has the list then.
    around = example.around(tree, scenario, where) if where.examples else ""
    parts = [
        example.need(tree, scenario),
        f"## {say('example-answers')}\n",
        example.answers(tree, scenario, where),
        f"## {say('example-result')}\n",
        example.result(tree, scenario, where),
        *([f"## {say('example-sequence')}\n", shown] if shown else []),
    ]
    return [*parts, example.whose(tree, scenario, "".join(parts)) + around]


def _examples(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    return [example.of_outcome(tree, block.fields["outcome"], where)]


def _sequence(tree: Tree, _: Surroundings, block: Block) -> list[str]:
    return [example.sequence(tree.outcomes[block.fields["outcome"]])]


def _use_cases(tree: Tree, where: Surroundings, block: Block) -> list[str]:
    return [example.use_cases(tree, block.fields["group"], where)]


DRAWINGS: Final[Mapping[str, Draw]] = {
    "questions": _questions,
    "part": _part,
    "start": _start,
    "plan": _plan,
    "plan-example": _plan_example,
    "ways": _ways,
    "steps": _steps,
    "qualities": _qualities,
    "finder": _finder,
    "scenarios": _scenarios,
    "example": _example,
    "examples": _examples,
    "sequence": _sequence,
    "use-cases": _use_cases,
}
"""The drawings by name. Each takes the tree, its surroundings and the block, and returns its parts."""
