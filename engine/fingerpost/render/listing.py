"""Renders the whole tree as text, for browsers without JavaScript, for search and for printing.

Each question and outcome has an empty anchor for every answer that leads to it. The anchor's id is the link text of a
state, so the same link works in both cases: the page element opens the state, and a browser without JavaScript scrolls
to the anchor. Branches join, so a node has many states; the anchors name the shortest way to the question before it, so
there are only as many as the tree has answers. The states that the pages about the tree link to have anchors as well:
its worked examples, and the ways listed for each outcome.

The heading of a question has an id of its own, which names no state. A site's search divides a page at headings with an
id, and people cite the question by it. The page element finds the state of a link by the names of the rows in the link,
without parsing it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fingerpost.answers.questions_left import left
from fingerpost.answers.reasons import ruled_out
from fingerpost.answers.state import State
from fingerpost.render.cards import entry_anchor, outcome_card, question_body, question_heading, question_name
from fingerpost.render.reverse import linked_states
from fingerpost.render.standing import questions_left, ruled_out_by, standing
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.trail import trail_row_template
from fingerpost.render.whose import explained, marked
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Outcome, Question, Tree

WHOLE = "every-question"
"""The end of the listing's id, after the id of its tree."""


@dataclass(frozen=True, slots=True)
class _Routes:
    """The states in which the nodes of a tree are shown.

    Attributes:
        states: Question id to the state after the shortest way to it.
        anchors: Node id to the states that have an anchor there.
    """

    states: Mapping[str, State]
    anchors: Mapping[str, list[State]]


def listing(tree: Tree, surroundings: Surroundings) -> str:
    """Render every question in the author's order, then every outcome.

    Args:
        tree: A tree that passed its checks.
        surroundings: The addresses for the page with the listing.
    """
    routes = _routes(tree)
    listing_id = f"{tree.id}-{WHOLE}"
    nodes = "".join(
        (
            *(_question(tree, question, routes, surroundings) for question in tree.questions.values()),
            *(_outcome(tree, outcome, routes.anchors, surroundings) for outcome in tree.outcomes.values()),
        )
    )
    return (
        f'<div class="fp-listing" id="{escape(listing_id)}" data-listing="{escape(tree.id)}">'
        f'<p class="fp-print-hidden">{escape(say("listing-lead"))}</p>'
        # Without JavaScript, the address of the listing itself means that all of it should be printed.
        f'<p class="fp-print-hidden">{link_to(f"#{listing_id}", escape(say("print-tree")), data_print=tree.id)}'
        f'<span class="fp-hint fp-unscripted">{escape(say("print-tree-hint"))}</span></p>'
        f"{explained(nodes, tree.source)}</div>"
    )


def _question(tree: Tree, question: Question, routes: _Routes, surroundings: Surroundings) -> str:
    before = routes.states[question.id]

    def state_after(answer_id: str) -> str:
        return surroundings.state(before.after(question.id, answer_id).link)

    anchor = entry_anchor(tree, question.id)
    answer_ids = [answer.id for answer in question.answers]
    row = trail_row_template(
        question,
        [*answer_ids, UNSURE] if question.unsure_allowed else answer_ids,
        surroundings.state(before.link),
    )
    out = ruled_out(before.counting)
    reasons = {outcome: ruled_out_by(tree, by, before.answers[by]) for outcome, by in out.items()}
    standing_now = standing(tree, before.position.possible, reasons)
    body = question_body(question, state_after, standing=standing_now, help_open=True)
    body += _unsure(question, before, routes.anchors)
    return (
        f'<section class="fp-entry" data-entry="{escape(question.id)}">{_anchors(routes.anchors[question.id])}'
        f"{questions_left(left(before.counting))}{question_heading(question, f' id="{escape(anchor)}"')}"
        f"{question_name(question, anchor)}"
        # Open, because its content must be visible without JavaScript; the page element closes it.
        f'<details class="fp-fold" open><summary>{escape(say("entry-fold"))}</summary>'
        f"{body}</details>"
        f'<template class="fp-row" data-search-exclude>{row}</template></section>'
    )


def _unsure(question: Question, before: State, anchors: Mapping[str, list[State]]) -> str:
    """Return the meaning of "I'm not sure" without JavaScript: who to ask, and the branches that stay open."""
    if not question.unsure_allowed:
        return ""
    tree = before.tree
    branches = "".join(
        f"<li>{link_to('#' + anchors[node][0].link, _name(tree, node))}</li>"
        for node in tree.graph.targets[question.id]
    )
    asking = "" if question.unsure is None else f"<p>{marked(question.unsure)}</p>"
    return (
        f'<div class="fp-entry-unsure">{_anchors([before.after(question.id, UNSURE)])}{asking}'
        f"<p>{escape(say('unsure-meaning'))}</p><ul>{branches}</ul></div>"
    )


def _outcome(tree: Tree, outcome: Outcome, anchors: Mapping[str, list[State]], surroundings: Surroundings) -> str:
    return (
        f'<section class="fp-entry fp-entry-outcome" data-entry="{escape(outcome.id)}">{_anchors(anchors[outcome.id])}'
        f"{outcome_card(tree, outcome, surroundings)}</section>"
    )


def _routes(tree: Tree) -> _Routes:
    states = {question: State(tree, tree.graph.way_to(question)) for question in tree.questions}
    # Keyed by link, so that no two anchors have the same id.
    anchors: dict[str, dict[str, State]] = {node: {} for node in (*tree.questions, *tree.outcomes)}
    start = State(tree, {})
    anchors[tree.start][start.link] = start
    for question in tree.questions.values():
        for answer in question.answers:
            state = states[question.id].after(question.id, answer.id)
            anchors[answer.go][state.link] = state
    known = {link for found in anchors.values() for link in found}
    for node, state in linked_states(tree):
        if state.link not in known:
            anchors[node][state.link] = state
            known.add(state.link)
    return _Routes(states, {node: list(found.values()) for node, found in anchors.items()})


def _anchors(states: list[State]) -> str:
    return "".join(f'<span class="fp-anchor" id="{escape(state.link)}"></span>' for state in states)


def _name(tree: Tree, node: str) -> str:
    return marked(tree.questions[node].ask if node in tree.questions else tree.outcomes[node].title)
