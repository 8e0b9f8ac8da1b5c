"""Questions that never count, on the page: they say so, and the result does not wait for them."""

from __future__ import annotations

import re
from dataclasses import replace

from built_site import read
from fingerpost.render.listing import listing
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.model import Tree
from made_up import tree_of
from states import shown

SAYS_SO = "Your answer does not change the result."


def snack() -> Tree:
    """Return a tree whose first question never counts, nor does the one before a sheep."""
    tree = tree_of(
        {
            "asked": {"yes": "hungry", "no": "hungry"},
            "hungry": {"yes": "told", "no": "nap"},
            "told": {"yes": "sheep", "no": "sheep"},
        },
        ("sheep", "nap"),
        tree_id="snack",
    )
    questions = {name: replace(question, informative=name != "hungry") for name, question in tree.questions.items()}
    return replace(tree, questions=questions)


def html(link: str) -> str:
    """Return the view of a link."""
    return shown(snack(), link).html


def values(page: str, attribute: str) -> list[str]:
    """Return every value of an attribute, in order."""
    return re.findall(rf' {attribute}="([^"]*)"', page)


def test_it_is_asked_before_the_question_that_it_leads_to() -> None:
    """It says that it does not change the result, and is none of the questions left."""
    page = html("snack")

    assert values(page, "data-question") == ["asked"]
    assert SAYS_SO in page
    assert "1 question left" in page


def test_the_question_after_it_does_not_say_so() -> None:
    page = html("snack?asked=no&edition=1")

    assert values(page, "data-question") == ["hungry"]
    assert SAYS_SO not in page


def test_the_result_does_not_wait_for_it() -> None:
    """A panel offers the question, and nothing calls the result uncertain."""
    page = html("snack?hungry=yes&edition=1")

    assert values(page, "data-outcome") == ["sheep"]
    assert values(page, "data-also-asked") == ["asked", "told"]
    assert "fp-either-way" not in page
    assert "#snack?hungry=yes&amp;told=no&amp;edition=1" in values(page, "href")


def test_not_sure_about_it_leaves_nothing_open() -> None:
    page = html("snack?asked=unsure&hungry=yes&told=unsure&edition=1")

    assert values(page, "data-outcome") == ["sheep"]
    assert values(page, "data-row") == ["asked=unsure", "hungry=yes", "told=unsure"]
    assert values(page, "data-unsure") + values(page, "data-also-asked") == []
    assert "fp-either-way" not in page


def test_while_it_is_asked_again_no_questions_are_left() -> None:
    """The number would be 0, so there is none."""
    view = shown(snack(), "snack?asked=yes&hungry=yes&edition=1&ask_again=asked")

    assert values(view.html, "data-question") == ["asked"]
    assert "fp-left" not in view.html
    assert "question" not in view.announcement


def test_the_listing_says_so_too() -> None:
    """A page without scripts says the same of each of them, and counts none of them."""
    page = listing(snack(), Surroundings())

    assert read(page).seen_text.count(SAYS_SO) == 2
    assert page.count("fp-left") == 2
    assert "0 questions" not in page
