"""Renders the links to the files with a tree in formats of other programs. They work without scripts."""

from __future__ import annotations

from fingerpost.render.surroundings import Download, Surroundings
from fingerpost.text.markup import escape
from fingerpost.text.wording import say


def downloads(surroundings: Surroundings) -> str:
    """Return the folded list of a tree's files.

    Args:
        surroundings: The files; there is at least one.
    """
    files = "".join(map(_file, surroundings.downloads))
    return (
        '<div class="fp fp-downloads fp-print-hidden" data-search-exclude>'
        f'<details class="fp-fold"><summary>{escape(say("downloads"))}</summary>'
        f"<p>{escape(say('downloads-lead'))}</p><ul>{files}</ul></details></div>"
    )


def _file(file: Download) -> str:
    read_by = f" {escape(say('download-for', readers=file.read_by))}" if file.read_by else ""
    leaves_out = (
        f'<p class="fp-hint">{escape(say("download-leaves-out", parts=file.leaves_out))}</p>' if file.leaves_out else ""
    )
    return f'<li><a download href="{escape(file.address)}">{escape(file.title)}</a>{read_by}{leaves_out}</li>'
