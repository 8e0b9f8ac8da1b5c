"""Finds the reasons for a state: the answers that force it, those that ruled outcomes out, and changes to it.

Everything here relies on one fact: a live question stays live whichever other answers are removed, because each edge
that leads to it is that of an answer given or of "not sure". So the smallest forcing set is unique and is found in one
pass, and the changes to another outcome are a shortest way through the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fingerpost.answers.state import State
from fingerpost.tree.model import UNSURE, Tree


@dataclass(frozen=True, slots=True)
class Alternative:
    """The change with the fewest changed answers, and then the fewest new ones, that leads to an outcome.

    Attributes:
        changed: The new answers to questions that were answered otherwise, in the order asked.
        added: The answers to questions that have none or `unsure`, in the order asked.
    """

    changed: Mapping[str, str]
    added: Mapping[str, str]

    def applied_to(self, state: State) -> State:
        """Return the state with the change made."""
        return state.after_all({**self.changed, **self.added})

    def in_order(self, state: State) -> tuple[tuple[str, str], ...]:
        """Return the answers of the change, changed and new ones alike, in the order asked.

        Args:
            state: The state that the change applies to.
        """
        answers = {**self.changed, **self.added}
        counted = self.applied_to(state).position.counted
        return tuple((question, answers[question]) for question in counted if question in answers)


def forcing(state: State) -> tuple[str, ...]:
    """Return the smallest set of answers that leaves exactly the possible outcomes, in the order asked.

    For a decided position, it is the smallest set that forces the result, whatever the answers to all other questions.
    "Not sure" is never part of it.
    """
    tree, given = state.tree, _definite(state)
    excluded = set(tree.outcomes) - set(state.position.possible)
    leads_out = _leading_to(tree, excluded, given)
    return tuple(
        question
        for question in given
        if any(answer.go in leads_out and answer.id != given[question] for answer in tree.questions[question].answers)
    )


def deciding(state: State, forced: Collection[str]) -> tuple[str, ...]:
    """Return the forcing answers after which only the decided outcome is possible, in the order asked.

    Args:
        state: The state.
        forced: The result of `forcing`.
    """
    tree, decided = state.tree, state.position.decided
    leading = {**tree.graph.only_outcomes, **{outcome: outcome for outcome in tree.outcomes}}
    return tuple(
        question
        for question in forced
        if decided is not None
        and any(
            answer.id == state.answers[question] and leading.get(answer.go) == decided
            for answer in tree.questions[question].answers
        )
    )


def narrowing(state: State) -> tuple[str, ...]:
    """Return the questions answered "not sure" to which some answer would leave fewer outcomes, in the order asked."""
    possible = len(state.position.possible)
    return tuple(
        question
        for question in state.position.counted
        if state.answers[question] == UNSURE
        and any(
            state.settled.after(question, answer.id).position.has_fewer_outcomes(possible)
            for answer in state.tree.questions[question].answers
        )
    )


def ruled_out(state: State) -> dict[str, str]:
    """Return, for each outcome that is not possible, the question whose answer ruled it out.

    An outcome is ruled out by the first answer, in the order asked, after which no answers to the remaining questions
    lead to it. Outcomes are in the tree's order.
    """
    tree, given = state.tree, _definite(state)
    back = reachable_under(tree, given, tree.start)
    found: dict[str, str] = {}
    # Removing the answers from last to first makes each outcome possible again at the answer that ruled it out.
    for question in reversed(tuple(given)):
        fresh = [target for target in tree.graph.targets[question] if target not in back]
        del given[question]
        opened = _spread(tree, fresh, back, given)
        found.update({node: question for node in opened if node in tree.outcomes})
    return {outcome: found[outcome] for outcome in tree.outcomes if outcome in found}


def alternatives(state: State) -> dict[str, Alternative]:
    """Return, for each outcome but the decided one, the change that leads to it at the least cost.

    The cost counts changed answers first and new answers second; the tree's order breaks ties. Answers set aside are
    reused if the way meets their questions again.
    """
    tree, answers = state.tree, state.settled.answers
    steps = _cheapest_steps(tree, answers)
    ends = _cheapest_ends(tree, steps)
    return {
        outcome: _change(tree, answers, steps, ends[outcome])
        for outcome in tree.outcomes
        if outcome != state.position.decided and outcome in ends
    }


type _Cost = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Step:
    """The cheapest step into a node."""

    cost: _Cost
    question: str
    answer: str


def _definite(state: State) -> dict[str, str]:
    answers = state.answers
    return {question: answers[question] for question in state.position.counted if answers[question] != UNSURE}


def _leading_to(tree: Tree, outcomes: set[str], given: Mapping[str, str]) -> set[str]:
    """Return every node from which one of the outcomes can be reached without meeting a question in `given`."""
    leading = set(outcomes)
    for question in reversed(tree.graph.order):
        if question not in given and any(target in leading for target in tree.graph.targets[question]):
            leading.add(question)
    return leading


def reachable_under(tree: Tree, given: Mapping[str, str], start: str) -> set[str]:
    """Return a node and every other that some answers to the remaining questions lead to from it."""
    seen: set[str] = set()
    _spread(tree, [start], seen, given)
    return seen


def _spread(tree: Tree, fresh: list[str], seen: set[str], given: Mapping[str, str]) -> list[str]:
    """Add the fresh nodes and all that can be reached from them to `seen`; return the nodes added."""
    waiting = list(fresh)
    opened = list(fresh)
    seen.update(fresh)
    while waiting:
        node = waiting.pop()
        if node not in tree.questions:
            continue
        chosen = given.get(node)
        for answer in tree.questions[node].answers:
            if (chosen is None or answer.id == chosen) and answer.go not in seen:
                seen.add(answer.go)
                opened.append(answer.go)
                waiting.append(answer.go)
    return opened


def _cheapest_steps(tree: Tree, answers: Mapping[str, str]) -> dict[str, _Step]:
    """Return the cheapest step into every node; the start has none."""
    costs: dict[str, _Cost] = {tree.start: (0, 0)}
    steps: dict[str, _Step] = {}
    for question in tree.graph.order:
        if question not in costs:
            continue
        changed, added = costs[question]
        given = answers.get(question, UNSURE)
        for answer in tree.questions[question].answers:
            if answer.id == given:
                cost = (changed, added)
            elif given == UNSURE:
                cost = (changed, added + 1)
            else:
                cost = (changed + 1, added)
            if answer.go not in costs or cost < costs[answer.go]:
                costs[answer.go] = cost
                steps[answer.go] = _Step(cost, question, answer.id)
    return steps


def _cheapest_ends(tree: Tree, steps: Mapping[str, _Step]) -> dict[str, str]:
    """Return, for each outcome, the cheapest node after which only that outcome is possible."""
    only = tree.graph.only_outcomes
    ends: dict[str, str] = {}
    for node in (*tree.graph.order, *tree.outcomes):
        outcome = node if node in tree.outcomes else only.get(node)
        if outcome is None or node not in steps:
            continue
        if outcome not in ends or steps[node].cost < steps[ends[outcome]].cost:
            ends[outcome] = node
    return ends


def _change(tree: Tree, answers: Mapping[str, str], steps: Mapping[str, _Step], end: str) -> Alternative:
    way: list[_Step] = []
    node = end
    while node != tree.start:
        way.append(steps[node])
        node = steps[node].question
    changed: dict[str, str] = {}
    added: dict[str, str] = {}
    for step in reversed(way):
        given = answers.get(step.question, UNSURE)
        if given == UNSURE:
            added[step.question] = step.answer
        elif given != step.answer:
            changed[step.question] = step.answer
    return Alternative(changed, added)
