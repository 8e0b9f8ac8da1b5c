"""Renders the page element with the reader's plan, empty as it is before any script runs."""

from __future__ import annotations

from typing import Final

from fingerpost.render.carried import carried
from fingerpost.render.element import link_field, progress, templates, undo_button
from fingerpost.render.names import caution
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import button, escape, link_to
from fingerpost.text.wording import say
from fingerpost.text.wording_of_plan_pages import say_on_page
from fingerpost.tree.model import Tree

_SAID: Final = (
    "unnamed",
    "moved-first",
    "moved-last",
    "cleared",
    "another-blank",
    "downloaded",
    "copied",
    "gone",
    "not-added",
    "unreadable-deleted",
)
"""The keys of the texts that scripts need."""

_FORMS: Final = {"markdown": "Markdown", "csv": "CSV", "json": "JSON"}
"""The names of the forms that can be downloaded, with their titles."""

_BLANK_COLUMNS: Final = ("need", "from", "to", "result", "confirm")
_BLANK_ROWS: Final = 8


def plan_page(tree: Tree, surroundings: Surroundings) -> str:
    """Return `<decision-plan>`, which shows the plan that the reader's device holds.

    Args:
        tree: The tree that the needs of the plan answer.
        surroundings: The addresses as seen from the page.
    """
    name, title = escape(tree.id), f"{say_on_page('title')}: {tree.title.plain}"
    links_only = " links-only" if surroundings.links_only else ""
    return (
        f'<div class="fp"><decision-plan tree="{name}" edition="{escape(tree.edition)}" engine="none"{links_only}>'
        f'<section class="fp-plan" data-search-exclude aria-label="{escape(title)}">'
        f"{_status(surroundings)}"
        '<div class="fp-plan-notices"></div>'
        '<ul class="fp-plan-plain" hidden></ul>'
        f'<div class="fp-plan-live" hidden>{_live(tree, surroundings)}</div>'
        '<p class="fp-spoken fp-announcement" role="status"></p><div class="fp-print"></div>'
        f"{_blank()}{_templates()}{carried(tree, surroundings)}</section></decision-plan></div>"
    )


def _live(tree: Tree, surroundings: Surroundings) -> str:
    hint = escape(say_on_page("another-hint", caution=caution(tree)))
    return (
        f'<div class="fp-plan-head"></div>{_empty(surroundings)}'
        f'<h2 class="fp-plan-title">{escape(say_on_page("needs"))}</h2><div class="fp-plan-needs"></div>'
        f'<div class="fp-plan-add"><h2>{escape(say_on_page("another"))}</h2>'
        f'<label class="fp-need"><span class="fp-label-text">{escape(say_on_page("another-label"))}</span>'
        f'<span class="fp-hint">{hint}</span><textarea rows="2" maxlength="4000" data-another></textarea></label>'
        f'<p class="fp-actions">{button(escape(say_on_page("another-add")), "plan-another")}'
        f"{_answer(surroundings)}</p></div>"
        f'<h2>{escape(say_on_page("together"))}</h2><div class="fp-plan-foot"></div>{_keep()}'
    )


def _empty(surroundings: Surroundings) -> str:
    begin = say_on_page("begin-answer", add=say("plan-page-add"))
    ways = "".join(f"<li>{escape(way)}</li>" for way in (begin, say_on_page("begin-words"), say_on_page("begin-open")))
    return (
        f'<div class="fp-plan-empty" hidden><h2 class="fp-plan-title" tabindex="-1">{escape(say_on_page("empty"))}</h2>'
        f"<p>{escape(say_on_page('what'))}</p><p>{escape(say_on_page('begin'))}</p><ul>{ways}</ul>"
        f'<p class="fp-actions">{_answer(surroundings)}</p></div>'
    )


def _answer(surroundings: Surroundings) -> str:
    return link_to(
        surroundings.tree_page,
        escape(say_on_page("answer")),
        "md-button md-button--primary fp-button",
        data_action="plan-answer",
    )


def _keep() -> str:
    """Return the part with which the reader saves, shares and opens the plan."""
    downloads = (
        button(escape(say_on_page("download", form=title)), f"plan-download-{form}") for form, title in _FORMS.items()
    )
    buttons = "".join(
        (
            *downloads,
            button(escape(say_on_page("print")), "plan-print"),
            button(escape(say_on_page("copy-link")), "plan-copy-link"),
            button(escape(say_on_page("clear")), "plan-clear"),
        )
    )
    opening = (
        '<label class="fp-open"><input type="file" accept=".json,application/json" data-open-plan>'
        f"<span>{escape(say_on_page('open'))}</span></label>"
    )
    return (
        f'<section class="fp-plan-keep"><h2>{escape(say_on_page("keep"))}</h2><p>{escape(say_on_page("kept"))}</p>'
        f'<p class="fp-actions">{buttons}</p>{opening}</section>'
    )


def _status(surroundings: Surroundings) -> str:
    """Return a line for each state of the engine, with what a reader without scripts can do."""
    without_script, without_engine = (" hidden", "") if surroundings.links_only else ("", " hidden")
    instead = (
        f"<li>{link_to(surroundings.tree_page, escape(say_on_page('no-script-answer')))}</li>"
        f"<li>{link_to('#empty-plan', escape(say_on_page('no-script-print')))}</li>"
    )
    saving = button(escape(say_on_page("save-stored")), "plan-save-stored")
    again = button(escape(say("try-again")), "try-again")
    return (
        '<div class="fp-foot"><div class="fp-statuses" role="status">'
        f'<div class="fp-status" data-status="none"{without_script}><p>{escape(say_on_page("no-script"))}</p>'
        f"<ul>{instead}</ul></div>"
        f'<p class="fp-status" data-status="loading" hidden>{escape(say_on_page("loading"))} {progress()}</p>'
        f'<p class="fp-status" data-status="absent"{without_engine}>{escape(say_on_page("absent"))}</p>'
        f'<p class="fp-status" data-status="failed" hidden>{escape(say_on_page("failed"))} {saving} {again}</p>'
        f'<p class="fp-status" data-status="unloaded" hidden>{escape(say_on_page("unloaded"))}</p>'
        '<p class="fp-toast"></p></div></div>'
    )


def _blank() -> str:
    """Return an empty plan to fill in by hand, for readers without scripts."""
    heads = "".join(f"<th>{escape(say_on_page(f'blank-{name}'))}</th>" for name in _BLANK_COLUMNS)
    row = f"<tr>{'<td></td>' * len(_BLANK_COLUMNS)}</tr>"
    return (
        f'<div class="fp-plan-blank" id="empty-plan"><table><caption>{escape(say_on_page("blank"))}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{row * _BLANK_ROWS}</tbody></table></div>"
    )


def _templates() -> str:
    """Return the texts and controls that scripts copy."""
    said = {f"plan-page-{key}": escape(say_on_page(key)) for key in _SAID} | {
        **{key: escape(say(key)) for key in ("copy-by-hand", "action-failed", "file-opening", "file-too-large")},
        "undo": undo_button(),
        "link-label": link_field(say_on_page("link-label")),
    }
    unreadable = (
        f'<div class="fp-notices" role="note"><p>{escape(say_on_page("unreadable"))}</p><p class="fp-actions">'
        f"{button(escape(say_on_page('unreadable-save')), 'plan-unreadable-save')}"
        f"{button(escape(say_on_page('unreadable-delete')), 'plan-unreadable-delete')}</p></div>"
    )
    trouble = '<div class="fp-notices" role="note"><p></p></div>'
    not_kept = f'<div class="fp-notices" role="note"><p>{escape(say_on_page("not-kept"))}</p></div>'
    return (
        f'{templates(said)}<template data-part="plan-unreadable">{unreadable}</template>'
        f'<template data-part="plan-trouble">{trouble}</template>'
        f'<template data-part="plan-not-kept">{not_kept}</template>'
    )
