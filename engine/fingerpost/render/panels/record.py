"""The record: the reader's additions to it, and its forms."""

from __future__ import annotations

from collections.abc import Iterable

from fingerpost.answers.explanation import Explanation
from fingerpost.record.forms import FORMS
from fingerpost.render.names import caution
from fingerpost.render.panel import Panel, framed
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import button, escape
from fingerpost.text.wording import say
from fingerpost.tree.model import Tree


def draw(explanation: Explanation, _surroundings: Surroundings) -> str:
    """Return the field for the reader's need, and the buttons to save or share the record."""
    tree = explanation.state.tree
    actions = (
        button(escape(say("record-copy")), "record-copy"),
        *_downloads(tree, folded=False),
        button(escape(say("record-print")), "record-print"),
        button(escape(say("notes-clear")), "clear-notes"),
    )
    hint = f'<span class="fp-hint">{escape(say("record-need-hint", caution=caution(tree)))}</span>'
    return framed(
        "record",
        say("record-title"),
        f"<p>{escape(say('record-lead'))}</p>"
        f'<label class="fp-need"><span class="fp-label-text">{escape(say("record-need-label"))}</span>'
        f'{hint}<textarea rows="3" data-need></textarea></label>'
        f'<p class="fp-actions">{"".join(actions)}</p>'
        f'<details class="fp-fold"><summary>{escape(say("record-other-forms"))}</summary>'
        f'<p class="fp-actions">{"".join(_downloads(tree, folded=True))}</p></details>',
    )


def _downloads(tree: Tree, *, folded: bool) -> Iterable[str]:
    """Yield the buttons that are always visible, or those that are folded."""
    for name, form in FORMS.items():
        offered = form.downloadable and (not form.further or form.name in tree.forms)
        if offered and form.folded is folded:
            yield button(escape(say("record-download", form=form.title)), f"record-download-{name}")


PANEL = Panel(order=600, draw=draw)
