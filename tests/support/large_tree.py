"""A tree that is too large for one page, and a site with it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from fingerpost.text.markup import plain_text
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Tree
from fingerpost.tree.size import MOST_ON_A_PAGE
from made_up import tree_of
from small_site import build, write_site

SETTINGS = """\
site_name: Long
theme: {name: material, font: false}
plugins: [search, fingerpost]
"""


def large_tree(questions: int = 2 * MOST_ON_A_PAGE + 50) -> Tree:
    """Return a chain of questions, in which each answer leads on or skips a question, with help for each."""

    def node(number: int) -> str:
        return f"q{number}" if number < questions else "done"

    routes = {node(number): {"on": node(number + 1), "skip": node(number + 2)} for number in range(questions)}
    tree = tree_of(routes, ("done", "stopped"), tree_id="long")
    last = tree.questions[node(questions - 1)]
    stopping = replace(last, answers=(last.answers[0], replace(last.answers[1], go="stopped")))
    helped = {
        name: replace(question, help=plain_text(f"Notes on {name}."), unsure=plain_text(f"Ask about {name}."))
        for name, question in {**tree.questions, last.id: stopping}.items()
    }
    return replace(tree, questions=helped)


def build_large_site(folder: Path, settings: str = SETTINGS, tree: Tree | None = None) -> Path:
    """Build a site whose first page has the tree; return the folder of the built site."""
    folder.mkdir(parents=True, exist_ok=True)
    # A compiled tree whose texts have no markup is a tree file.
    write_site(folder, settings, tree=json.dumps(to_json(tree or large_tree()), indent=1))
    status, printed = build(folder)
    assert status == 0, printed
    return folder / "site"
