"""Why a position is what it is: what forces it, what ruled an outcome out, and what would change it.

Everything here rests on one fact: a live question stays live whatever other answers are taken away, because the
edges that lead to it are those of answers given or of "not sure". So the smallest forcing set is unique and is
found in one pass, and the changes to another outcome are a shortest way through the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fingerpost.answers.position import Position, position
from fingerpost.tree.model import UNSURE, Tree


@dataclass(frozen=True, slots=True)
class Change:
    """The fewest changed answers, and then the fewest new ones, that lead to an outcome along one way.

    Attributes:
        changed: Answers given that have to be others, in the order asked.
        added: Answers to questions that have none or `unsure`, in the order asked.
    """

    changed: Mapping[str, str]
    added: Mapping[str, str]

    def applied_to(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Return the answers with the change made."""
        return {**answers, **self.changed, **self.added}

    def in_order(self, tree: Tree, answers: Mapping[str, str]) -> tuple[str, ...]:
        """Return the questions of the change, changed and new ones alike, in the order asked."""
        counted = position(tree, self.applied_to(answers)).counted
        return tuple(question for question in counted if question in self.changed or question in self.added)


def forcing(tree: Tree, answers: Mapping[str, str], where: Position | None = None) -> tuple[str, ...]:
    """Return the smallest set of answers that already leaves exactly the possible outcomes, in the order asked.

    For a decided position it is the smallest set that forces the result, whatever all other questions are
    answered. "Not sure" is never part of it.
    """
    where = where or position(tree, answers)
    given = _definite(where, answers)
    excluded = set(tree.outcomes) - set(where.possible)
    leads_out = _leading_to(tree, excluded, given)
    return tuple(
        question
        for question in given
        if any(answer.go in leads_out and answer.id != given[question] for answer in tree.questions[question].answers)
    )


def deciding(tree: Tree, answers: Mapping[str, str], where: Position, forced: Collection[str]) -> tuple[str, ...]:
    """Return those of the forcing answers after which nothing but the decided outcome can come, in the order asked.

    Args:
        tree: The tree.
        answers: The answers.
        where: Their position.
        forced: What `forcing` gave.
    """
    leading = {**tree.graph.only_outcomes, **{outcome: outcome for outcome in tree.outcomes}}
    return tuple(
        question
        for question in forced
        if where.decided is not None
        and any(
            answer.id == answers[question] and leading.get(answer.go) == where.decided
            for answer in tree.questions[question].answers
        )
    )


def narrowing(tree: Tree, answers: Mapping[str, str], where: Position) -> tuple[str, ...]:
    """Return the questions answered "not sure" of which some answer would leave fewer outcomes, in the order asked."""
    return tuple(
        question
        for question in where.counted
        if answers[question] == UNSURE
        and any(
            len(position(tree, {**answers, question: answer.id}).possible) < len(where.possible)
            for answer in tree.questions[question].answers
        )
    )


def ruled_out(tree: Tree, answers: Mapping[str, str], where: Position | None = None) -> dict[str, str]:
    """Return, for each outcome that is not possible, the question whose answer ruled it out.

    The answers are taken in the order asked; an outcome is ruled out by the first answer after which no
    answers to the remaining questions lead to it. Outcomes come in the tree's order.
    """
    where = where or position(tree, answers)
    given = _definite(where, answers)
    back = _reachable_under(tree, given)
    found: dict[str, str] = {}
    # Taking the answers back from the last to the first lets each outcome in again at the answer that closed it.
    for question in reversed(tuple(given)):
        fresh = [target for target in tree.graph.targets[question] if target not in back]
        del given[question]
        opened = _spread(tree, fresh, back, given)
        found.update({node: question for node in opened if node in tree.outcomes})
    return {outcome: found[outcome] for outcome in tree.outcomes if outcome in found}


def changes(tree: Tree, answers: Mapping[str, str], where: Position | None = None) -> dict[str, Change]:
    """Return, for each outcome but the decided one, the change that leads to it at the least cost.

    The cost counts changed answers first and new answers second; equals are settled by the tree's order.
    Answers that are set aside are reused where the way meets their questions again.
    """
    where = where or position(tree, answers)
    steps = _cheapest_steps(tree, answers)
    ends = _cheapest_ends(tree, steps)
    return {
        outcome: _change(tree, answers, steps, ends[outcome])
        for outcome in tree.outcomes
        if outcome != where.decided and outcome in ends
    }


type _Cost = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Step:
    """The cheapest step into a node."""

    cost: _Cost
    question: str
    answer: str


def _definite(where: Position, answers: Mapping[str, str]) -> dict[str, str]:
    return {question: answers[question] for question in where.counted if answers[question] != UNSURE}


def _leading_to(tree: Tree, outcomes: set[str], given: Mapping[str, str]) -> set[str]:
    """Return every node from which one of the outcomes can be reached without meeting a question in `given`."""
    leading = set(outcomes)
    for question in reversed(tree.graph.order):
        if question not in given and any(target in leading for target in tree.graph.targets[question]):
            leading.add(question)
    return leading


def _reachable_under(tree: Tree, given: Mapping[str, str]) -> set[str]:
    """Return every node that some answers to the remaining questions lead to."""
    seen: set[str] = set()
    _spread(tree, [tree.start], seen, given)
    return seen


def _spread(tree: Tree, fresh: list[str], seen: set[str], given: Mapping[str, str]) -> list[str]:
    """Add to `seen` the fresh nodes and all that can be reached from them, and return what was added."""
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
    """Return for each outcome the cheapest node after which nothing else is possible."""
    only = tree.graph.only_outcomes
    ends: dict[str, str] = {}
    for node in (*tree.graph.order, *tree.outcomes):
        outcome = node if node in tree.outcomes else only.get(node)
        if outcome is None or node not in steps:
            continue
        if outcome not in ends or steps[node].cost < steps[ends[outcome]].cost:
            ends[outcome] = node
    return ends


def _change(tree: Tree, answers: Mapping[str, str], steps: Mapping[str, _Step], end: str) -> Change:
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
    return Change(changed, added)
