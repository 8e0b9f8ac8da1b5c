"""The forms of the record that a result offers."""

from __future__ import annotations

from dataclasses import replace

from fingerpost.answers.explanation import Explanation
from fingerpost.answers.state import State
from fingerpost.record.forms import FORMS
from fingerpost.render.panels.record import draw
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.model import FURTHER_FORMS, Tree
from made_up import tree_of

SNACK = tree_of({"hungry": {"yes": "sheep", "no": "nap"}}, ("sheep", "nap"))


def offered(tree: Tree) -> set[str]:
    """Return the names of the forms that have a button."""
    html = draw(Explanation(State(tree, {"hungry": "yes"})), Surroundings())
    return {form.name for name, form in FORMS.items() if f'data-action="record-download-{name}"' in html}


def test_a_tree_offers_the_forms_that_everybody_can_use() -> None:
    assert offered(SNACK) == {"md", "docx", "json", "fhir.json"}


def test_a_tree_offers_the_further_forms_that_it_names() -> None:
    assert offered(replace(SNACK, forms=("nhs", "checklist"))) == offered(SNACK) | {"nhs", "checklist"}


def test_the_format_knows_every_further_form() -> None:
    assert tuple(form.name for form in FORMS.values() if form.further) == FURTHER_FORMS
