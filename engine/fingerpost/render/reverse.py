"""Renders the tree backwards: the ways that lead to an outcome, and the worked examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from fingerpost.answers.state import State
from fingerpost.render.node_names import before_answer
from fingerpost.render.standing import answer_label, answered
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explained, explanation, labelled, marked, unmarked
from fingerpost.text.markup import Text, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome, Scenario, Tree
from fingerpost.tree.ways import count_ways, ways

WAYS_SHOWN = 12
"""The most ways that are listed for an outcome; others are only counted, because nobody reads that many."""


def linked_states(tree: Tree) -> Iterator[tuple[str, State]]:
    """Yield every state that pages about the tree link to, each as a pair of the outcome it leads to and the state."""
    for scenario in tree.scenarios.values():
        yield scenario.expect, State(tree, scenario.answers)
    for outcome_id in tree.outcomes:
        for way in islice(ways(tree, outcome_id), WAYS_SHOWN):
            yield outcome_id, State(tree, way.answers)


def ways_to(tree: Tree, outcome_id: str, surroundings: Surroundings) -> str:
    """Return "The answers that lead here": each way to an outcome as questions, answers and a link."""
    items = "".join(
        f"<li><ul>{_steps(tree, way.answers)}</ul>"
        f"{link_to(surroundings.state(State(tree, way.answers).link), escape(say('ways-open')))}</li>"
        for way in islice(ways(tree, outcome_id), WAYS_SHOWN)
    )
    count = count_ways(tree)[outcome_id]
    more = f"<p>{escape(say('ways-more', count=count - WAYS_SHOWN))}</p>" if count > WAYS_SHOWN else ""
    return explained(f'<div class="fp-ways"><p>{escape(say("ways-lead"))}</p><ol>{items}</ol>{more}</div>', tree.source)


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


def whose_scenarios(tree: Tree) -> str:
    """Return the line above the worked examples that explains whose words they are; empty if all are the source's.

    Labels on every example would add nothing to one line, so the examples only have labels if they differ.
    """
    drawn = tuple(scenarios(tree, Surroundings(), 1))
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
    title = "" if scenario.title is None else f'<h{level} id="example-{name}">{text(scenario.title)}</h{level}>'
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


def _steps(tree: Tree, answers: Mapping[str, str]) -> str:
    return "".join(
        f"<li>{answered(tree.questions[question_id], answer_id)}</li>" for question_id, answer_id in answers.items()
    )
