"""Renders the page element with its first state, complete before any script runs."""

from __future__ import annotations

from collections.abc import Mapping

from fingerpost.answers.reading import LinkReading
from fingerpost.answers.state import State
from fingerpost.render.cards import question_card, result_actions
from fingerpost.render.carried import carried
from fingerpost.render.notices import notice
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.trail import trail
from fingerpost.render.view import view
from fingerpost.render.whose import explained, label
from fingerpost.text.markup import button, escape, link_to
from fingerpost.text.wording import say
from fingerpost.text.wording_of_plan_pages import say_on_page
from fingerpost.tree.model import Tree
from fingerpost.tree.size import fits_on_a_page

_SAID = (
    "copied",
    "copy-by-hand",
    "record-word-failed",
    "hand-over-copied",
    "record-copied",
    "record-saved",
    "record-opened",
    "started-again",
    "notes-cleared",
    "storage-refused",
    "notes-used",
    "notes-discarded",
    "notes-unreadable",
    "notes-gone",
    "evidence-arrived",
    "origin",
    "action-failed",
    "address-stays",
    "file-opening",
    "file-too-large",
    "preview-failed",
    "setting-not-kept",
)
"""The keys of the texts that the page element needs when it cannot ask the engine."""


def element(tree: Tree, surroundings: Surroundings) -> str:
    """Return `<decision-tree>` with the first question and the compiled tree, for the page with the listing."""
    return _wrapped(
        tree,
        surroundings,
        "questions",
        say("widget-title"),
        f'<div class="fp-live">{view(LinkReading(State(tree, {})), surroundings).html}</div>'
        f"{_status(tree, surroundings)}{_number_keys()}"
        f"{carried(tree, surroundings)}",
    )


def start(tree: Tree, surroundings: Surroundings) -> str:
    """Return `<decision-tree>` with the first question alone; its answers lead to the tree's own page."""
    question = tree.questions[tree.start]

    def state_after(answer_id: str) -> str:
        return surroundings.state(State(tree, {}).after(question.id, answer_id).link)

    return _wrapped(
        tree,
        surroundings,
        "start",
        say("start-title"),
        f'<div class="fp-live"><div class="fp-card" data-question="{escape(question.id)}">'
        f"{explained(question_card(question, state_after), tree.source)}</div></div>",
    )


def _wrapped(tree: Tree, surroundings: Surroundings, show: str, title: str, content: str) -> str:
    name = escape(tree.id)
    links_only = " links-only" if surroundings.links_only else ""
    return (
        f'<div class="fp"><decision-tree tree="{name}" edition="{escape(tree.edition)}" show="{show}" engine="none"'
        f"{links_only}>"
        # The name includes the tree's title, because a page may have several trees and each part needs a unique name.
        f'<section class="fp-widget" data-search-exclude aria-label="{escape(f"{title}: {tree.title.plain}")}">'
        f'<h2 class="fp-title" id="{name}-title" data-search-exclude>{escape(title)}</h2>{_cut(show)}'
        f"{content}</section></decision-tree></div>"
    )


def _cut(show: str) -> str:
    """Return the line for a page that did not arrive whole.

    The style sheet shows it if the scripts, which end the page, are missing; the page element, if its parts are. It is
    the first thing in the element, so that it is there wherever the page ends.
    """
    return f'<p class="fp-cut" hidden>{escape(say("page-cut"))}</p>' if show == "questions" else ""


def _number_keys() -> str:
    """Return the folded settings: the switch for the number keys. They are hidden while no script can use them."""
    return (
        f'<details class="fp-fold fp-setting fp-print-hidden"><summary>{escape(say("settings"))}</summary>'
        f'<label><input type="checkbox" data-setting="number-keys" checked> {escape(say("number-keys"))}</label>'
        "</details>"
    )


def progress() -> str:
    """Return the bar that shows how much of the engine has arrived."""
    return f'<progress class="fp-progress" aria-label="{escape(say("loading-progress"))}"></progress>'


def _status(tree: Tree, surroundings: Surroundings) -> str:
    """Return the foot, which stays below the live region.

    It has a line for each state of the engine. Without scripts and style sheets, only the one for links shows.
    """
    large = "" if fits_on_a_page(tree) else "-large"
    without_script, without_engine = (" hidden", "") if surroundings.links_only else ("", " hidden")
    again = button(escape(say("try-again")), "try-again")
    lines = (
        f'<p class="fp-status" data-status="none"{without_script}>{escape(say(f"links-only{large}"))} '
        f"{escape(say('edition-here', edition=tree.edition))}</p>"
        f'<p class="fp-status" data-status="loading" hidden>{escape(say(f"loading{large}"))} {progress()}</p>'
        f'<p class="fp-status" data-status="absent"{without_engine}>{escape(say("absent"))}</p>'
        f'<p class="fp-status" data-status="failed" hidden>{escape(say(f"failed{large}"))} {again}</p>'
        f'<p class="fp-status" data-status="faulty" hidden>{escape(say("faulty"))} {again}</p>'
    )
    opening = (
        '<label class="fp-open"><input type="file" accept=".json,application/json" data-open>'
        f"<span>{escape(say('record-open'))}</span></label>"
    )
    statuses = f'<div class="fp-statuses" role="status">{lines}<p class="fp-toast"></p></div>'
    return (
        f'<div class="fp-foot">{statuses}{opening}</div>{_earlier_notes()}'
        '<p class="fp-spoken fp-announcement" role="status"></p>'
        f'<div class="fp-print"></div>{words()}{_parts(tree, surroundings)}'
    )


def words() -> str:
    """Return the texts that the page element uses without the engine; they are the same for every tree on a page."""
    controls = {
        "undo": undo_button(),
        "notes-unreadable-save": button(escape(say("notes-unreadable-save")), "notes-unreadable-save"),
        "link-label": link_field(say("link-label")),
    }
    return templates({key: escape(say(key)) for key in _SAID} | controls)


def templates(said: Mapping[str, str]) -> str:
    """Return templates that scripts take texts and controls from.

    Args:
        said: Their HTML by key.
    """
    return "".join(f'<template data-say="{key}">{html}</template>' for key, html in said.items())


def undo_button() -> str:
    """Return the button that undoes the latest action."""
    return f'<button type="button" class="md-button fp-button">{escape(say("undo"))}</button>'


def link_field(label: str) -> str:
    """Return the field with a link to copy by hand.

    Args:
        label: Its name, as plain text.
    """
    return f'<input type="text" class="fp-link" readonly aria-label="{escape(label)}">'


def _parts(tree: Tree, surroundings: Surroundings) -> str:
    """Return the parts that the page element adds to a state that it shows from the listing without the engine."""
    named = "<span data-named></span>"
    notices = {
        "another-edition": escape(say("another-edition", edition=tree.edition)),
        # The element puts the id of the other tree, or the parts of the link, in its place.
        **{key: escape(say(key, part="\0")).replace("\0", named) for key in ("other-tree", "left-out")},
        **{key: escape(say(key)) for key in ("cut-off", "too-long", "asked-by-colleague")},
    }
    start = surroundings.state(tree.id)
    # The element puts the answers' rows in the place of the one here.
    states = {kind: trail(("<li></li>",), start, folded=kind == "outcome") for kind in ("question", "outcome")}
    return (
        "".join(
            f'<template data-part="{kind}"><div class="fp-card"></div>{answers}<div class="fp-panels"></div></template>'
            for kind, answers in states.items()
        )
        + _plan_parts(surroundings)
        + f'<template data-part="result-actions">{result_actions(surroundings)}</template>'
        f"{''.join(f'<template data-part="{name}">{notice([text])}</template>' for name, text in notices.items())}"
        f'<template data-part="ours-note">{explained(label(), tree.source)[len(label()) :]}</template>'
    )


def _plan_parts(surroundings: Surroundings) -> str:
    """Return the line for a reader who answers for a need of their plan, the link to the plan, and texts about it."""
    if not surroundings.plan_page:
        return ""
    go = link_to(surroundings.plan_page, escape(say_on_page("go")), "fp-to-plan")
    bar = (
        f'<div class="fp-plan-bar fp-print-hidden"><p>{escape(say_on_page("for"))} <q></q></p><p class="fp-actions">'
        f"{button(escape(say('plan-page-save')), 'plan-save')}"
        f"{button(escape(say_on_page('leave')), 'plan-leave')}{go}</p></div>"
    )
    said = {f"plan-page-{key}": escape(say_on_page(key)) for key in ("not-kept", "not-added")}
    return (
        f'<template data-part="plan-bar">{bar}</template><template data-part="plan-link">{go}</template>'
        f"{templates(said)}"
    )


def _earlier_notes() -> str:
    """Return the offer to use notes that the browser saved for an earlier decision, hidden until there are any."""
    actions = button(escape(say("notes-use")), "use-notes") + button(escape(say("notes-discard")), "discard-notes")
    return (
        f'<div class="fp-earlier fp-print-hidden" hidden><p>{escape(say("notes-earlier"))} <q></q></p>'
        f'<p class="fp-actions">{actions}</p></div>'
    )
