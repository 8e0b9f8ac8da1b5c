"""Draws outcomes side by side by their qualities."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fingerpost.render.cards import outcome_link
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.whose import explained, explanation, marked, unmarked
from fingerpost.text.markup import Text, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Outcome, Quality, Tree


def matrix(tree: Tree, outcomes: Iterable[Outcome], surroundings: Surroundings, name: str) -> str:
    """Return a table with a column for each outcome and a row for each quality; empty if they have no qualities.

    Args:
        tree: The tree.
        outcomes: The outcomes to compare.
        surroundings: The addresses of their pages.
        name: A name for the table that no other part of the page has.
    """
    compared = list(outcomes)
    qualities = rated(tree, compared)
    if not qualities:
        return ""
    text = text_of_qualities(tree)
    head = "".join(
        f'<th scope="col" data-of="{escape(outcome.id)}">{outcome_link(outcome, surroundings)}</th>'
        for outcome in compared
    )
    rows = "".join(
        f'<tr data-quality="{escape(quality.id)}"><th scope="row">{text(quality.title)}</th>'
        + "".join(_cell(outcome, quality, text) for outcome in compared)
        + "</tr>"
        for quality in qualities
    )
    content = f'<thead><tr><th scope="col">{escape(say("quality"))}</th>{head}</tr></thead><tbody>{rows}</tbody>'
    return table(tree, f"{tree.id}-{name}", say("qualities-compared"), content)


def rated(tree: Tree, outcomes: list[Outcome]) -> list[Quality]:
    """Return the qualities that at least one of the outcomes has, in the author's order."""
    return [quality for quality in tree.qualities.values() if any(quality.id in each.qualities for each in outcomes)]


def table(tree: Tree, name: str, title: str, content: str) -> str:
    """Return a table of qualities in a box in which it scrolls sideways, with a line that says whose words they are.

    Args:
        tree: The tree.
        name: Its id.
        title: Its caption, as plain text.
        content: Its rows.
    """
    drawn = (
        f'<div class="fp-scroll" role="group" aria-labelledby="{escape(name)}" tabindex="0">'
        f'<table class="fp-qualities"><caption class="fp-spoken" id="{escape(name)}">{escape(title)}</caption>'
        f"{content}</table></div>"
    )
    return explained(drawn, tree.source) + (explanation("qualities-ours", tree.source) if _all_ours(tree) else "")


def _cell(outcome: Outcome, quality: Quality, text: Callable[[Text], str]) -> str:
    rating = outcome.qualities.get(quality.id)
    ids = "" if rating is None else " ".join(rating.values)
    return f'<td data-of="{escape(outcome.id)}" data-values="{escape(ids)}">{values(outcome, quality, text)}</td>'


def values(outcome: Outcome, quality: Quality, text: Callable[[Text], str]) -> str:
    """Return an outcome's values of a quality, one to a line.

    Args:
        outcome: The outcome.
        quality: The quality.
        text: The result of `text_of_qualities`.
    """
    rating = outcome.qualities.get(quality.id)
    if rating is None:
        return escape(say("quality-unknown"))
    return "<br>".join(text(quality.values[value]) for value in rating.values)


def text_of_qualities(tree: Tree) -> Callable[[Text], str]:
    """Return how to write titles and values: one line below a table says it if all of them are the author's own."""
    return unmarked if _all_ours(tree) else marked


def _all_ours(tree: Tree) -> bool:
    qualities = tree.qualities.values()
    return all(text.ours for quality in qualities for text in (quality.title, *quality.values.values()))
