"""The parts of a page's tree that it carries besides what it shows: for the engine, and for old links without it.

They go into templates, not scripts, because Material's instant navigation runs every script of a page again, whatever
its type.
"""

from __future__ import annotations

import json
from dataclasses import replace

from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import escape
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Tree


def engine_data(tree: Tree, surroundings: Surroundings) -> str:
    """Return the compiled tree with its surroundings, as the engine loads it for one page.

    Args:
        tree: The tree, with links that count from the page.
        surroundings: The site as seen from the page.
    """
    return _json(
        {
            # The examples are in pages, and answering does not need them.
            "tree": to_json(replace(tree, scenarios={}, use_cases={})),
            "pages": dict(surroundings.outcome_pages),
            "tree_page": surroundings.tree_page,
            **({"plan_page": surroundings.plan_page} if surroundings.plan_page else {}),
        }
    )


def carried(tree: Tree, surroundings: Surroundings) -> str:
    """Return the templates with what the page's script needs and nobody sees."""
    return _for_engine(tree, surroundings) + _earlier_editions(tree)


def _for_engine(tree: Tree, surroundings: Surroundings) -> str:
    if surroundings.links_only:
        return ""
    if surroundings.engine_file:
        file = escape(surroundings.engine_file)
        return f'<template class="fp-data" data-file="{file}" data-search-exclude></template>'
    return f'<template class="fp-data" data-search-exclude>{_as_text(engine_data(tree, surroundings))}</template>'


def _earlier_editions(tree: Tree) -> str:
    """Return what links from earlier editions need where no engine reads them."""
    revised = (revision.edition for revision in tree.revised.values())
    facts = {
        "editions": list(dict.fromkeys((*tree.editions, *revised))),
        "renamed": {**tree.renamed.questions, **tree.renamed.answers},
    }
    known = {name: value for name, value in facts.items() if value}
    return f'<template class="fp-editions" data-search-exclude>{_as_text(_json(known))}</template>' if known else ""


def _as_text(content: str) -> str:
    """Return JSON as the text of an element, in which its many quotation marks may stay."""
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
