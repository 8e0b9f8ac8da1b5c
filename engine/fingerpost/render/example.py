"""Renders one worked example on a page of its own, and links to such pages."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.answers.state import State
from fingerpost.render.cards import outcome_link
from fingerpost.render.names import verdict
from fingerpost.render.reverse import before
from fingerpost.render.standing import answer_label
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explanation, labelled, marked, unmarked
from fingerpost.sequence.diagram import read
from fingerpost.sequence.drawing import draw
from fingerpost.sequence.steps import steps
from fingerpost.sequence.words import with_words
from fingerpost.text.markup import Text, escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome, Scenario, Tree


def in_order(tree: Tree) -> list[Scenario]:
    """Return the worked examples in the order of the list of them: by outcome."""
    return [each for outcome in tree.outcomes for each in tree.scenarios.values() if each.expect == outcome]


def name_of(scenario: Scenario) -> Text:
    """Return the title of a worked example, or else its need."""
    return scenario.title or scenario.need


def need(tree: Tree, scenario: Scenario) -> str:
    """Return the situation, and the use cases that it is an example of."""
    text = unmarked if scenario.need.ours else marked
    found = [case for case in tree.use_cases.values() if scenario.id in case.scenarios]
    cases = "".join(f"<li>{unmarked(case.need)}</li>" for case in found)
    shown = escape(say("use-case-shown", group=" / ".join(dict.fromkeys(case.group for case in found))))
    return f"<p>{text(scenario.need)}</p>" + (f"<p>{shown}</p><ul>{cases}</ul>" if cases else "")


def answers(tree: Tree, scenario: Scenario, surroundings: Surroundings) -> str:
    """Return each question with the answer, its reason, and a link to change it."""
    state = State(tree, scenario.answers)
    rows = "".join(_answer(state, question, surroundings) for question in state.position.counted)
    return f'<div class="fp fp-example"><ol>{rows}</ol></div>'


def result(tree: Tree, scenario: Scenario, surroundings: Surroundings) -> str:
    """Return the outcome with its summary, a link to its page, and one to the state of the tree."""
    outcome = tree.outcomes[scenario.expect]
    summary = "" if outcome.summary is None else f"<p>{marked(outcome.summary)}</p>"
    state = link_to(surroundings.state(State(tree, scenario.answers).link), escape(say("example-state")))
    return (
        f'<div class="fp fp-example"><p>{escape(verdict(tree))}: <strong>{outcome_link(outcome, surroundings)}</strong>'
        f'</p>{summary}<p class="fp-print-hidden">{state}</p></div>'
    )


def sequence(outcome: Outcome, scenario: Scenario | None = None) -> str:
    """Return the diagram of an outcome, with the words of a worked example and its steps in words; it may have none."""
    if outcome.sequence is None:
        return ""
    diagram = read(outcome.sequence)
    if scenario is None:
        return draw(diagram)
    names = {"title": name_of(scenario).plain, "outcome": outcome.title.plain}
    diagram = with_words(diagram, scenario.sequence, say("example-sequence-title", **names))
    lead = f"<p>{escape(say('example-sequence-steps'))}</p>"
    return f'<div class="fp-example">{draw(diagram)}{lead}{steps(diagram)}</div>'


def around(tree: Tree, scenario: Scenario, surroundings: Surroundings) -> str:
    """Return links to the list, and to the worked examples before and after one."""
    order = in_order(tree)
    number = order.index(scenario)
    links = [link_to(surroundings.list_page, escape(say("example-all")))]
    links += [
        link_to(surroundings.examples[order[other].id], escape(say(key, title=name_of(order[other]).plain)))
        for key, other in (("example-before", number - 1), ("example-after", number + 1))
        if 0 <= other < len(order)
    ]
    return f'<p class="fp-print-hidden">{" · ".join(links)}</p>'


def whose(tree: Tree, scenario: Scenario, shown: str) -> str:
    """Return the lines that say what is not the source's: the example itself, and the texts with labels.

    Args:
        tree: The tree.
        scenario: The worked example.
        shown: The other HTML of its page.
    """
    example = explanation("example-ours", tree.source) if scenario.need.ours else ""
    return example + (explanation("ours-meaning", None if example else tree.source) if labelled(shown) else "")


def of_outcome(tree: Tree, outcome_id: str, surroundings: Surroundings) -> str:
    """Return links to the worked examples of an outcome."""
    found = [each for each in tree.scenarios.values() if each.expect == outcome_id]
    return _links(tree, found, surroundings) or f"<p>{escape(say('examples-none'))}</p>"


def use_cases(tree: Tree, group: str, surroundings: Surroundings) -> str:
    """Return what the people of a group need to do, each with links to its worked examples."""
    items = "".join(
        f"<li>{marked(case.need)}{_links(tree, (tree.scenarios[name] for name in case.scenarios), surroundings)}</li>"
        for case in tree.use_cases.values()
        if case.group == group
    )
    return f'<ul class="fp-use-cases">{items}</ul>'


def _answer(state: State, question_id: str, surroundings: Surroundings) -> str:
    question, answer_id = state.tree.questions[question_id], state.answers[question_id]
    answer = question.answer(answer_id)
    because = answer.because if answer is not None else question.unsure
    which = escape(say("change-which", question=question.ask.plain))
    change = link_to(
        surroundings.state(before(state, question_id).link),
        f'{escape(say("change"))}<span class="fp-spoken"> {which}</span>',
        "fp-print-hidden",
    )
    reason = "" if because is None else f"<br>{marked(because)}"
    return f"<li>{marked(question.ask)} <strong>{answer_label(question, answer_id)}</strong> {change}{reason}</li>"


def _links(tree: Tree, found: Iterable[Scenario], surroundings: Surroundings) -> str:
    items = "".join(
        f"<li>{link_to(_address(tree, each, surroundings), escape(name_of(each).plain))}</li>" for each in found
    )
    return f'<ul class="fp-example-links">{items}</ul>' if items else ""


def _address(tree: Tree, scenario: Scenario, surroundings: Surroundings) -> str:
    """Return the address of the page of a worked example, or of its state where it has no page."""
    page = surroundings.examples.get(scenario.id)
    return surroundings.state(State(tree, scenario.answers).link) if page is None else page
