"""The slow, obviously right twin of the engine: it lists every way and every combination of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from fingerpost.tree.model import UNSURE, Tree

type Answers = dict[str, str]


def ways_from(tree: Tree, node: str, fixed: Mapping[str, str]) -> Iterator[tuple[Answers, str]]:
    """Yield every way from a node to an outcome that agrees with the fixed answers."""
    if node in tree.outcomes:
        yield {}, node
        return
    for answer in tree.questions[node].answers:
        if fixed.get(node, answer.id) == answer.id:
            for rest, outcome in ways_from(tree, answer.go, fixed):
                yield {node: answer.id, **rest}, outcome


def live(tree: Tree, answers: Mapping[str, str], node: str | None = None) -> set[str]:
    """Return the live nodes, by following every branch that the answers leave open."""
    node = node or tree.start
    if node not in tree.questions or node not in answers:
        return {node}
    open_targets = [a.go for a in tree.questions[node].answers if answers[node] in (UNSURE, a.id)]
    return {node}.union(*(live(tree, answers, target) for target in open_targets))


def possible(tree: Tree, answers: Mapping[str, str]) -> set[str]:
    """Return the outcomes that some answers to the open questions lead to."""
    found: set[str] = set()
    for node in live(tree, answers):
        if node in tree.outcomes:
            found.add(node)
        elif node not in answers:
            found |= {outcome for _, outcome in ways_from(tree, node, definite(tree, answers))}
    return found


def definite(tree: Tree, answers: Mapping[str, str]) -> Answers:
    """Return the answers that count and are not "not sure"."""
    return {question: answer for question, answer in counting(tree, answers).items() if answer != UNSURE}


def open_questions(tree: Tree, answers: Mapping[str, str]) -> set[str]:
    """Return the live questions without an answer."""
    return {node for node in live(tree, answers) if node in tree.questions and node not in answers}


def counting(tree: Tree, answers: Mapping[str, str]) -> Answers:
    """Return the answers that count."""
    nodes = live(tree, answers)
    return {question: answer for question, answer in answers.items() if question in nodes}


def left(tree: Tree, answers: Mapping[str, str]) -> tuple[int, int]:
    """Return the least and most questions left by playing every order and every answer."""
    if len(possible(tree, answers)) == 1 or not open_questions(tree, answers):
        return 0, 0
    given = counting(tree, answers)
    deciding: list[int] = []
    settling: list[int] = []
    for more in _games(tree, given):
        if len(possible(tree, {**given, **more})) == 1:
            deciding.append(len(more))
        if not open_questions(tree, {**given, **more}):
            settling.append(len(more))
    return min(deciding + settling), max(settling)


def until_decided(tree: Tree, answers: Mapping[str, str]) -> tuple[int, int]:
    """Return the fewest and most answers given in any order by a reader who stops once one outcome is left."""
    questions = open_questions(tree, answers)
    if len(possible(tree, answers)) == 1 or not questions:
        return 0, 0
    games = [
        until_decided(tree, {**answers, question: a.id})
        for question in questions
        for a in tree.questions[question].answers
    ]
    return 1 + min(least for least, _ in games), 1 + max(most for _, most in games)


def narrowing(tree: Tree, answers: Mapping[str, str]) -> set[str]:
    """Return the questions answered "not sure" of which some answer leaves fewer outcomes."""
    now = possible(tree, answers)
    return {
        question
        for question, given in counting(tree, answers).items()
        if given == UNSURE
        and any(len(possible(tree, {**answers, question: a.id})) < len(now) for a in tree.questions[question].answers)
    }


def left_to_ask(tree: Tree, answers: Mapping[str, str], first: Callable[[Mapping[str, str]], str]) -> tuple[int, int]:
    """Return the fewest and most questions that a page asks which shows `first(answers)` until one outcome is left."""
    if len(possible(tree, answers)) == 1 or not open_questions(tree, answers):
        return 0, 0
    if set(counting(tree, answers)) == set(answers):
        return left(tree, answers)
    question = first(answers)
    games = [left_to_ask(tree, {**answers, question: a.id}, first) for a in tree.questions[question].answers]
    return 1 + min(least for least, _ in games), 1 + max(most for _, most in games)


def _games(tree: Tree, given: Answers) -> Iterator[Answers]:
    """Yield every set of further answers to questions that are live when they are answered."""
    seen: set[frozenset[tuple[str, str]]] = set()
    waiting: list[Answers] = [{}]
    while waiting:
        more = waiting.pop()
        key = frozenset(more.items())
        if key in seen:
            continue
        seen.add(key)
        yield more
        for question in open_questions(tree, {**given, **more}):
            waiting.extend({**more, question: answer.id} for answer in tree.questions[question].answers)


def outcomes_under(tree: Tree, fixed: Mapping[str, str]) -> set[str]:
    """Return the outcomes that are possible with these answers and any answers to the other questions."""
    return {outcome for _, outcome in ways_from(tree, tree.start, fixed)}


def smallest_forcing_sets(tree: Tree, answers: Mapping[str, str]) -> list[set[str]]:
    """Return every smallest set of counting answers that leaves exactly the possible outcomes."""
    given = definite(tree, answers)
    goal = possible(tree, answers)
    fitting = [
        {question for question, included in zip(given, choice, strict=True) if included}
        for choice in product((False, True), repeat=len(given))
        if outcomes_under(tree, {q: given[q] for q, included in zip(given, choice, strict=True) if included}) == goal
    ]
    least = min(len(chosen) for chosen in fitting)
    return [chosen for chosen in fitting if len(chosen) == least]


def cheapest_change(tree: Tree, answers: Mapping[str, str], outcome: str) -> tuple[int, int]:
    """Return the fewest changed answers and then the fewest added ones along any way to an outcome."""
    costs: list[tuple[int, int]] = []
    for way, end in ways_from(tree, tree.start, {}):
        if end != outcome:
            continue
        changed = added = 0
        for question, answer in way.items():
            if {end for _, end in ways_from(tree, question, {})} == {outcome}:
                break  # whatever is answered from here on, the outcome is the same
            given = answers.get(question, UNSURE)
            changed += given not in (UNSURE, answer)
            added += given == UNSURE
        costs.append((changed, added))
    return min(costs)
