"""Renders the worked examples of a tree as a list, and knows the states that pages about the tree link to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from fingerpost.answers.state import State
from fingerpost.render.node_names import before_answer
from fingerpost.render.standing import answer_label
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.when import shown_conditions
from fingerpost.render.whose import explanation, labelled, marked, unmarked
from fingerpost.text.markup import Text, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome, Scenario, Tree
from fingerpost.tree.ways import ways

_WAYS = 12
"""The ways to each outcome that have a link, whether or not a page still has it: earlier pages did."""


def linked_states(tree: Tree) -> Iterator[tuple[str, State]]:
    """Yield every state that pages about the tree link to, each with the node that it shows."""
    for scenario in tree.scenarios.values():
        state = State(tree, scenario.answers)
        yield scenario.expect, state
        yield from ((question, before(state, question)) for question in state.position.counted)
    for outcome_id in tree.outcomes:
        for way in islice(ways(tree, outcome_id), _WAYS):
            yield outcome_id, State(tree, way.answers)
        for each in shown_conditions(tree, outcome_id):
            yield outcome_id, State(tree, each.way.answers)


def before(state: State, question_id: str) -> State:
    """Return the state in which a question is asked again: without the answers to it and to those after it."""
    counted = state.position.counted
    kept = counted[: counted.index(question_id)]
    return State(state.tree, {question: state.answers[question] for question in kept})


def scenarios(tree: Tree, surroundings: Surroundings, level: int) -> Iterator[tuple[Outcome, str]]:
    """Yield each outcome that has worked examples, with a list of them.

    Args:
        tree: A tree that passed its checks.
        surroundings: The addresses for the page with the lists.
        level: The level of the examples' headings; an example without a title has none.
    """
    text = unmarked if _all_ours(tree) else marked
    for outcome in tree.outcomes.values():
        items = "".join(
            _scenario(tree, scenario, surroundings, level, text)
            for scenario in tree.scenarios.values()
            if scenario.expect == outcome.id
        )
        if items:
            yield outcome, f'<ul class="fp-scenarios">{items}</ul>'


def whose_scenarios(tree: Tree, surroundings: Surroundings) -> str:
    """Return the line above the worked examples that explains whose words they are; empty if all are the source's.

    Labels on every example would add nothing to one line, so the examples only have labels if they differ.
    """
    drawn = tuple(scenarios(tree, surroundings, 1))
    labels = any(outcome.title.ours or labelled(listed) for outcome, listed in drawn)
    return (explanation("examples-ours", tree.source) if _all_ours(tree) else "") + (
        explanation("ours-meaning", tree.source) if labels else ""
    )


def _all_ours(tree: Tree) -> bool:
    texts = [text for scenario in tree.scenarios.values() for text in (scenario.title, scenario.need)]
    return bool(texts) and all(text is None or text.ours for text in texts)


def _scenario(
    tree: Tree, scenario: Scenario, surroundings: Surroundings, level: int, text: Callable[[Text], str]
) -> str:
    name = escape(scenario.id)
    page = surroundings.examples.get(scenario.id)
    shown = "" if scenario.title is None else text(scenario.title)
    if page is not None:
        shown = link_to(page, shown or escape(say("example-open")))
    title = f'<h{level} id="example-{name}">{shown}</h{level}>' if shown else ""
    if page is not None:
        return f'<li data-scenario="{name}">{title}<p>{text(scenario.need)}</p></li>'
    steps = "".join(
        f"<li>{before_answer(tree, question)} <strong>{answer_label(tree.questions[question], answer)}</strong></li>"
        for question, answer in scenario.answers.items()
    )
    # Without the title, the link text would be the same for every example.
    about = escape(say("open-change-which", title=(scenario.title or scenario.need).plain))
    opening = link_to(
        surroundings.state(State(tree, scenario.answers).link),
        f'{escape(say("scenario-open"))}<span class="fp-spoken"> {about}</span>',
    )
    return (
        f'<li data-scenario="{name}">{title}<p>{text(scenario.need)}</p>'
        f'<ul class="fp-steps">{steps}</ul><p>{opening}</p></li>'
    )
