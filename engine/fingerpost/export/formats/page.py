"""The tree as one HTML page that needs no other file: to send, to keep, or to put on any web server.

Each question is drawn as on a site, and each answer is a link to what comes next, further down the page. There are no
scripts, and a policy in the page allows nothing but its own style sheet.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

import fingerpost
from fingerpost.export.addresses import standing_alone
from fingerpost.export.format import Format
from fingerpost.render.parts import part
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import escape, link_to
from fingerpost.text.wording import say
from fingerpost.tree.model import Source, Tree

_LEAVES_OUT: Final = (
    "pictures, pages, considerations, combinations, qualities, worked examples, earlier editions, explanations of a "
    "result, and records"
)

_PACKAGE: Final = Path(fingerpost.__file__).parent
_STYLES: Final = (
    *(f"web/element/{name}.css" for name in ("decision-tree/decision-tree", "decision-tree/card", "listing/listing")),
    "export/page.css",
)
_COMMENT: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def write(tree: Tree, address: str) -> bytes:
    """Return the page."""
    styles = _styles()
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    alone = standing_alone(tree, address)
    nodes = (*_start_first(alone), *alone.outcomes)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(tree.title.plain)}</title>\n<style>{styles}</style>\n</head>\n"
        f'<body class="md-typeset">\n<header>\n<h1>{alone.title.html}</h1>\n{_about(alone, address)}</header>\n'
        f"<main>\n<h2>{escape(say('every-question'))}</h2>\n<p>{escape(say('listing-lead'))}</p>\n"
        f"{part(alone, nodes, Surroundings(links_only=True))}\n</main>\n</body>\n</html>\n"
    ).encode()


def _start_first(tree: Tree) -> tuple[str, ...]:
    """Return the questions in the author's order, but the first one at the beginning of the page."""
    return (tree.start, *(question for question in tree.questions if question != tree.start))


def _about(tree: Tree, address: str) -> str:
    page = "" if not address else f"<p>{link_to(address, 'These questions on their site')}</p>\n"
    source = "" if tree.source is None else f"<p>{_source(tree.source)}</p>\n"
    return f"<p>Edition {escape(tree.edition)}</p>\n{page}{source}<p>This page leaves out {escape(_LEAVES_OUT)}.</p>\n"


def _source(source: Source) -> str:
    title = escape(source.title)
    named = title if source.url is None else link_to(source.url, title)
    licence = "" if not source.licence else f" Its licence is {escape(source.licence)}."
    return f"Source: {named}.{licence}"


@cache
def _styles() -> str:
    """Return the style sheet: that of the page element as far as it is about questions, and that of this page."""
    text = "".join((_PACKAGE / name).read_text(encoding="utf-8") for name in _STYLES)
    return _COMMENT.sub("", text).strip()


FORMAT = Format(
    order=300,
    title="HTML page",
    file="tree.html",
    media_type="text/html",
    write=write,
    read_by="readers without a network, and people who put the questions on a web server of their own",
    leaves_out=_LEAVES_OUT,
)
