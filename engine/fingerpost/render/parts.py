"""Renders the list of a large tree's questions in parts, for search and for browsers without JavaScript.

The list of a small tree has the state of every answer (see `listing`). That of a large one would be as long as all ways
through the tree together, so here an answer leads to its question or outcome and to no state: the address of each names
it alone. The page of the tree itself lists only what follows the first question, which its first answers lead to.
"""

from __future__ import annotations

from collections.abc import Sequence

from fingerpost.answers.state import State
from fingerpost.render.cards import entry_anchor, outcome_card, question_body, question_heading, question_name
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explained, marked
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Outcome, Question, Tree
from fingerpost.tree.size import MOST_ON_A_PAGE


def parts_of(tree: Tree) -> list[tuple[str, ...]]:
    """Return the questions and then the outcomes of a tree, divided into parts in the author's order."""
    nodes = (*tree.questions, *tree.outcomes)
    return [nodes[first : first + MOST_ON_A_PAGE] for first in range(0, len(nodes), MOST_ON_A_PAGE)]


def contents(tree: Tree, surroundings: Surroundings) -> str:
    """Return what the page of a large tree has of its list: what follows each first answer, and links to all parts.

    Args:
        tree: A tree that passed its checks.
        surroundings: The addresses for the page, with those of the parts.
    """
    first = tree.questions[tree.start]
    start = State(tree, {})
    places = _Places(tree, surroundings)
    states: list[tuple[str, State, tuple[str, ...]]] = [
        (answer.label.html, start.after(first.id, answer.id), (answer.go,)) for answer in first.answers
    ]
    if first.unsure_allowed:
        states.append((escape(say("unsure")), start.after(first.id, UNSURE), tree.graph.targets[first.id]))
    following = "".join(
        f'<li id="{escape(state.link)}">{label}: {" · ".join(map(places.link, targets))}</li>'
        for label, state, targets in states
    )
    parts = "".join(
        f"<li>{link_to(address, escape(part_title(tree, number)))}</li>"
        for number, address in enumerate(surroundings.parts)
    )
    listed = f"<p>{escape(say('parts-lead'))}</p><ul>{parts}</ul><p>{escape(say('parts-print'))}</p>" if parts else ""
    return (
        f'<div class="fp-parts" data-parts="{escape(tree.id)}"><p>{escape(say("parts-first"))} {marked(first.ask)}</p>'
        f"<ul>{following}</ul>{listed}</div>"
    )


def part_title(tree: Tree, number: int) -> str:
    """Return the title of a part, counted from 0, as plain text."""
    count, part = len(tree.questions), parts_of(tree)[number]
    first = number * MOST_ON_A_PAGE + 1
    if first > count:
        return say("part-outcomes")
    last = first + len(part) - 1
    return say("part-questions" if last <= count else "part-last", first=first, last=min(last, count), count=count)


def part(tree: Tree, nodes: Sequence[str], surroundings: Surroundings) -> str:
    """Return some questions and outcomes of a tree, in the order given.

    Args:
        tree: A tree that passed its checks.
        nodes: The ids of the questions and outcomes.
        surroundings: The addresses for the page, with those of the parts.
    """
    places = _Places(tree, surroundings)
    entries = "".join(
        _question(tree.questions[node], places)
        if node in tree.questions
        else _outcome(tree, tree.outcomes[node], places, surroundings)
        for node in nodes
    )
    return f'<div class="fp fp-part">{explained(entries, tree.source)}</div>'


class _Places:
    """The addresses at which the questions and outcomes of a tree are listed."""

    def __init__(self, tree: Tree, surroundings: Surroundings) -> None:
        self._tree = tree
        pages = surroundings.parts or [""]
        size = MOST_ON_A_PAGE if surroundings.parts else len(tree.questions) + len(tree.outcomes)
        self._pages = {node: pages[number // size] for number, node in enumerate((*tree.questions, *tree.outcomes))}

    def anchor(self, node: str) -> str:
        """Return the id of an entry."""
        return entry_anchor(self._tree, node)

    def address(self, node: str) -> str:
        """Return the address of an entry."""
        return f"{self._pages[node]}#{self.anchor(node)}"

    def link(self, node: str) -> str:
        """Return a link to an entry with its name."""
        tree = self._tree
        name = tree.questions[node].ask if node in tree.questions else tree.outcomes[node].title
        return link_to(self.address(node), marked(name))

    def targets(self, question: Question) -> tuple[str, ...]:
        """Return the nodes that the answers to a question lead to."""
        return self._tree.graph.targets[question.id]


def _question(question: Question, places: _Places) -> str:
    unsure = f"{places.anchor(question.id)}/{UNSURE}"
    addresses = {answer.id: places.address(answer.go) for answer in question.answers} | {UNSURE: f"#{unsure}"}
    not_sure = ""
    if question.unsure_allowed:
        asking = "" if question.unsure is None else f"<p>{marked(question.unsure)}</p>"
        branches = "".join(f"<li>{places.link(node)}</li>" for node in places.targets(question))
        not_sure = (
            f'<div class="fp-entry-unsure" id="{escape(unsure)}">{asking}<p>{escape(say("unsure-meaning"))}</p>'
            f"<ul>{branches}</ul></div>"
        )
    heading = question_heading(question, f' id="{escape(places.anchor(question.id))}"')
    return (
        f'<section class="fp-entry" data-entry="{escape(question.id)}">'
        f"{heading}{question_name(question, places.anchor(question.id))}"
        f"{question_body(question, addresses.__getitem__)}{not_sure}</section>"
    )


def _outcome(tree: Tree, outcome: Outcome, places: _Places, surroundings: Surroundings) -> str:
    return (
        f'<section class="fp-entry fp-entry-outcome" data-entry="{escape(outcome.id)}">'
        f'<span class="fp-anchor" id="{escape(places.anchor(outcome.id))}"></span>'
        f"{outcome_card(tree, outcome, surroundings)}</section>"
    )
