"""The listing: every link to a state of the tree finds its place, so that the tree works without JavaScript."""

from __future__ import annotations

import pytest

from built_site import Element, read
from cases import MADE_UP
from fingerpost.render.element import element, start
from fingerpost.render.listing import listing
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.model import UNSURE, Tree
from made_up import SUPPER

every_tree = pytest.mark.parametrize("tree", MADE_UP, ids=lambda tree: tree.id)


def drawn(tree: Tree) -> Element:
    """Return the page with the element and the listing."""
    return read(element(tree, Surroundings()) + listing(tree, Surroundings()))


def ids(page: Element) -> list[str]:
    """Return every id on a page."""
    return [part.attributes["id"] for part in page.all() if "id" in part.attributes]


def entry_with(page: Element, place: str) -> str:
    """Return the question or outcome whose entry has an id."""
    (entry,) = (
        part.attributes["data-entry"] for part in page.all() if "data-entry" in part.attributes and place in ids(part)
    )
    return entry


@every_tree
def test_every_link_to_a_state_finds_its_place(tree: Tree) -> None:
    page = drawn(tree)

    linked = {link.attributes["href"] for link in page.all("a") if link.attributes["href"].startswith("#")}

    assert linked <= {f"#{place}" for place in ids(page)}


@every_tree
def test_no_two_places_share_an_id(tree: Tree) -> None:
    places = ids(drawn(tree))

    assert len(set(places)) == len(places)


@every_tree
def test_an_answer_leads_to_the_entry_of_its_target(tree: Tree) -> None:
    page = drawn(tree)
    listed = {part.attributes["data-entry"]: part for part in page.all() if "data-entry" in part.attributes}

    led = {
        (name, link.attributes["data-answer"]): entry_with(page, link.attributes["href"].removeprefix("#"))
        for name, entry in listed.items()
        for link in entry.all("a")
        if "data-answer" in link.attributes
    }

    # "Not sure" leads to what the question's own entry says about it.
    expected = {
        (question.id, answer.id): answer.go for question in tree.questions.values() for answer in question.answers
    }
    unsure = {(question.id, UNSURE): question.id for question in tree.questions.values() if question.unsure_allowed}
    assert led == expected | unsure


@every_tree
def test_the_entries_are_in_the_author_s_order(tree: Tree) -> None:
    entries = [part.attributes["data-entry"] for part in drawn(tree).all() if "data-entry" in part.attributes]

    assert entries == [*tree.questions, *tree.outcomes]


def test_a_joined_outcome_has_a_place_for_each_answer_that_leads_there() -> None:
    page = drawn(SUPPER)

    assert entry_with(page, "supper?hungry=yes&cook=no&edition=1") == "toast"
    assert entry_with(page, "supper?hungry=no&thirsty=no&edition=1") == "toast"


def test_not_sure_is_left_out_where_the_author_forbids_it() -> None:
    letters = next(tree for tree in MADE_UP if tree.id == "letters")

    (entry,) = (part for part in drawn(letters).all() if part.attributes.get("data-entry") == "cook")

    assert [link.attributes["data-answer"] for link in entry.all("a") if "data-answer" in link.attributes] == [
        "yes",
        "no",
    ]


def test_the_answers_given_are_hidden_while_there_are_none() -> None:
    (live,) = (part for part in drawn(SUPPER).all("div") if part.attributes.get("class") == "fp-live")
    (trail,) = (part for part in live.all("div") if part.attributes.get("class") == "fp-trail")

    assert "hidden" in trail.attributes


def test_the_start_alone_leads_to_the_tree_s_own_page() -> None:
    page = read(start(SUPPER, Surroundings("../choose/")))

    answers = {link.attributes.get("data-answer"): link.attributes["href"] for link in page.all("a")}
    assert answers == {answer: f"../choose/#supper?hungry={answer}&edition=1" for answer in ("yes", "no", UNSURE)}


@every_tree
def test_everything_that_is_opened_is_closed(tree: Tree) -> None:
    html = element(tree, Surroundings()) + listing(tree, Surroundings())

    for name in ("div", "section", "details", "template", "ul", "p"):
        assert html.count(f"<{name} ") + html.count(f"<{name}>") == html.count(f"</{name}>"), name
