"""Draws the finder: all outcomes side by side, and the values by which a reader finds those that fit.

Without scripts, only the table shows. Only pages of the build have this.
"""

from __future__ import annotations

from fingerpost.render.names import noun
from fingerpost.render.notices import notice
from fingerpost.render.qualities import matrix, rated, text_of_qualities
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import button, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Quality, Tree

FRAGMENT = "fits"
"""Begins the link to a state of the finder, and is the id of the finder."""

_NAMED = "\0"
"""Stands in a text for the place into which the script puts names."""


def finder(tree: Tree, surroundings: Surroundings) -> str:
    """Return the finder of a tree whose outcomes have qualities.

    Args:
        tree: The tree.
        surroundings: The addresses of the outcomes' pages.
    """
    outcomes = list(tree.outcomes.values())
    groups = "".join(_group(tree, quality) for quality in rated(tree, outcomes))
    texts = {
        "fit": say("finder-fit", count=_NAMED, total=len(outcomes), noun=noun(tree)),
        "left-out": say("finder-left-out", names=_NAMED),
    }
    words = "".join(
        f'<template data-words="{key}" data-search-exclude>{_with_place(text)}</template>'
        for key, text in texts.items()
    )
    unknown = notice([_with_place(say("finder-unknown", names=_NAMED))])
    return (
        f'<div class="fp"><outcome-finder id="{FRAGMENT}">'
        f'<div class="fp-find fp-print-hidden" role="group" aria-label="{escape(say("finder-title", noun=noun(tree)))}"'
        " data-search-exclude hidden>"
        f"<p>{escape(say('finder-lead', noun=noun(tree)))}</p>"
        f'<div class="fp-choices">{groups}</div>'
        f'<p class="fp-actions">{button(escape(say("finder-clear")), "clear")}</p></div>'
        f'<p class="fp-fit" role="status"></p>'
        f"<div data-unknown data-search-exclude hidden>{unknown}</div>"
        f"<p data-unkept data-search-exclude hidden>{escape(say('finder-address-stays'))}</p>"
        f"<p data-failed data-search-exclude hidden>{escape(say('finder-failed'))}</p>"
        f"{matrix(tree, outcomes, surroundings, 'finder')}{words}</outcome-finder></div>"
    )


def _group(tree: Tree, quality: Quality) -> str:
    """Return the values of a quality to choose from, folded under its title."""
    text = text_of_qualities(tree)
    ratings = [outcome.qualities.get(quality.id) for outcome in tree.outcomes.values()]
    used = {value for rating in ratings if rating is not None for value in rating.values}
    boxes = "".join(
        f'<label><input type="checkbox" name="{escape(quality.id)}" value="{escape(value)}"> '
        f"<span>{text(label)}</span></label>"
        for value, label in quality.values.items()
        if value in used
    )
    meaning = "" if quality.help is None else f'<p class="fp-hint">{text(quality.help)}</p>'
    return (
        f'<details class="fp-fold" data-quality="{escape(quality.id)}">'
        f"<summary>{text(quality.title)}<small data-chosen></small></summary>"
        f'<fieldset><legend class="fp-spoken">{text(quality.title)}</legend>{meaning}{boxes}</fieldset></details>'
    )


def _with_place(text: str) -> str:
    return escape(text).replace(_NAMED, "<span data-named></span>")
