"""No words that come into a tree are more than words at any exit: what a file is made of is the same for any words.

Each exit is read by a program that reads its kind. An exit or a format that is added has to be added to the table here;
the words of a reader have theirs in `test_words_at_every_exit.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import cast

import pytest

import fingerpost.notebook  # noqa: F401 - gives trees and states their HTML
from built_site import read
from fingerpost.answers.state import State
from fingerpost.door import call
from fingerpost.export.formats import FORMATS
from fingerpost.importing.formats import FORMATS as IMPORTS
from fingerpost.plan.forms import FORMS as PLAN_FORMS
from fingerpost.plan.model import Need
from fingerpost.record.forms import FORMS as RECORD_FORMS
from fingerpost.record.notes import Notes
from fingerpost.render.element import element, start
from fingerpost.render.listing import listing
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.visible import HIDDEN
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import UNSURE, Tree
from injections import ATTACKS, DRAFTS, ENTRANCES, HARMLESS, tree_by
from plans import plan_of, whole_of
from skeletons import (
    Skeleton,
    of_csv,
    of_html,
    of_lines,
    of_markdown,
    of_outline,
    of_page,
    of_questionnaire,
    of_values,
    of_workbook,
    of_xml,
)
from states import record_of

type Exit = tuple[Callable[[Tree], str | bytes], Callable[..., Skeleton]]

WHERE = Surroundings("../tree/")


def answers_of(tree: Tree, choice: int = 0) -> dict[str, str]:
    return {name: question.answers[choice].id for name, question in tree.questions.items()}


def links_of(tree: Tree) -> list[str]:
    """Return links to a question, to results, to an open state and to a hand-over."""
    unsure = dict.fromkeys(tree.questions, UNSURE)
    states = [State(tree, answers) for answers in ({}, answers_of(tree), answers_of(tree, -1), unsure)]
    return [state.link for state in (*states, State(tree, unsure, hand_over=True))]


def drawn(tree: Tree) -> str:
    """Return what the door draws for each of the links."""
    call("load", json.dumps({"tree": to_json(tree), "tree_page": "../tree/"}))
    views = [json.loads(call("view", json.dumps({"tree": tree.id, "link": link}))) for link in links_of(tree)]
    return "".join(view["html"] for view in views)


def planned(tree: Tree) -> str:
    """Return what the door draws for a plan."""
    call("load", json.dumps({"tree": to_json(tree), "tree_page": "../tree/"}))
    adding = [
        {"op": "add", "need": {"id": f"k{number}", "need": "n", "link": link}}
        for number, link in enumerate(links_of(tree))
    ]
    shown = json.loads(call("plan", json.dumps({"tree": tree.id, "plan": "", "do": adding, "now": 1})))["html"]
    return "".join((shown["head"], *(html for _, _, html in shown["needs"]), shown["foot"]))


def data_in_page(tree: Tree) -> str:
    (data,) = (part for part in read(element(tree, WHERE)).all("template") if part.attributes.get("class") == "fp-data")
    return data.raw_text


def shown_in_notebook(value: object) -> str:
    return cast("str", value._repr_html_())  # type: ignore[attr-defined]


def record(form: str) -> Callable[[Tree], str]:
    return lambda tree: RECORD_FORMS[form].write(record_of(tree, answers_of(tree), Notes("n", {})))


def plan(form: str) -> Callable[[Tree], str]:
    def write(tree: Tree) -> str:
        needs = (Need(f"k{number}", "n", link=link) for number, link in enumerate(links_of(tree)))
        return PLAN_FORMS[form].write(
            whole_of(plan_of(*needs, tree=tree), tree, date="2026-05-01", address="https://example.org/")
        )

    return write


def export(form: str) -> Callable[[Tree], str | bytes]:
    def write(tree: Tree) -> str | bytes:
        content = FORMATS[form].write(tree, "https://example.org/")
        return content if form == "sheet" else content.decode()

    return write


RECORDS: Mapping[str, Callable[[str], Skeleton]] = {
    **dict.fromkeys(("html", "nhs", "checklist"), of_html),
    **dict.fromkeys(("json", "fhir", "nhs_docx", "docx"), of_values),
    "markdown": of_markdown,
}
PLANS: Mapping[str, Callable[[str], Skeleton]] = {
    "markdown": of_markdown,
    "html": of_html,
    "json": of_values,
    "csv": of_csv,
    "svg": of_xml,
}
EXPORTS: Mapping[str, Callable[..., Skeleton]] = {
    **dict.fromkeys(("json", "schema_org"), of_values),
    "fhir": of_questionnaire,
    "dmn": of_xml,
    "dot": of_lines,
    "mermaid": of_lines,
    "outline": of_outline,
    "page": of_page,
    "sheet": of_workbook,
    "ways": of_csv,
}
EXITS: Mapping[str, Exit] = {
    "page": (lambda tree: element(tree, WHERE), of_page),
    "start": (lambda tree: start(tree, WHERE), of_page),
    "listing": (lambda tree: listing(tree, WHERE), of_page),
    "view": (drawn, of_page),
    "page with a plan": (planned, of_page),
    "JSON in a page": (data_in_page, of_values),
    "notebook, a tree": (shown_in_notebook, of_page),
    "notebook, a state": (lambda tree: shown_in_notebook(State(tree, answers_of(tree))), of_page),
    **{f"record as {form}": (record(form), read_form) for form, read_form in RECORDS.items()},
    **{f"plan as {form}": (plan(form), read_form) for form, read_form in PLANS.items()},
    **{f"file as {form}": (export(form), read_form) for form, read_form in EXPORTS.items()},
}
SHOWING_CODES = ("record as html", "record as nhs", "record as checklist", "record as markdown", "plan as markdown")
"""The exits at which people read, or copy from, the words of others, with each hidden character as its code point."""


def test_every_form_and_every_format_is_in_a_table() -> None:
    assert (set(RECORDS), set(PLANS)) == (set(RECORD_FORMS), set(PLAN_FORMS))
    assert set(EXPORTS) == set(FORMATS)
    assert len(DRAFTS) == len(IMPORTS) + 2  # a tree file is no format; a sheet comes as CSV or as a workbook


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_harmful_words_are_taken_as_words_or_refused(entrance: str) -> None:
    taken = [name for name, words in ATTACKS.items() if tree_by(entrance, words) is not None]

    assert len(taken) >= len(ATTACKS) - 2
    assert "html" in taken


@pytest.mark.parametrize("way_out", EXITS)
def test_an_exit_has_the_same_parts_whatever_the_words(way_out: str) -> None:
    write, read_form = EXITS[way_out]
    for entrance in ENTRANCES:
        harmless = tree_by(entrance, HARMLESS)
        assert harmless is not None
        expected = read_form(write(harmless))
        for attack, words in ATTACKS.items():
            tree = tree_by(entrance, words)
            if tree is None:
                continue
            content = write(tree)

            assert read_form(content) == expected, (entrance, attack)
            if way_out in SHOWING_CODES:
                assert HIDDEN.search(cast("str", content)) is None, (entrance, attack)
