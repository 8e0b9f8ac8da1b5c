"""Shortcuts for states of made-up and real trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fingerpost.answers.evidence import Evidence
from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.record.build import NO_PAGES, Json, build_record
from fingerpost.record.notes import Notes
from fingerpost.render.panels.ask_whom import handed_over
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.view import View, view
from fingerpost.tree.model import Tree

NOBODY: Mapping[str, Evidence] = {}


def link_of(
    tree: Tree,
    answers: Mapping[str, str],
    *,
    hand_over: bool = False,
    ask_again: Sequence[str] = (),
    need: str = "",
) -> str:
    """Return the link text of a state."""
    return State(tree, answers, tuple(ask_again), hand_over, need).link


def hand_over_link(
    tree: Tree, answers: Mapping[str, str], need: str = "", said: Mapping[str, Evidence] = NOBODY
) -> str:
    """Return the link text that hands over the questions answered "not sure"."""
    return handed_over(State(tree, answers), need, said).link


def explain(tree: Tree, answers: Mapping[str, str]) -> Explanation:
    """Return the explanation of answers."""
    return Explanation(State(tree, answers))


def shown(tree: Tree, link: str) -> View:
    """Return the view of a link, as the tree's own page shows it."""
    return view(read_link(tree, link), Surroundings())


def record_of(
    tree: Tree,
    answers: Mapping[str, str],
    notes: Notes,
    *,
    address: str = "",
    date: str = "",
    pages: Mapping[str, str] = NO_PAGES,
) -> Json:
    """Return the record of answers."""
    return build_record(State(tree, answers), notes, address=address, date=date, pages=pages)
