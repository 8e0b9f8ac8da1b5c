"""The list of a large tree: everything is in it once, and every answer leads to what it says."""

from __future__ import annotations

from built_site import Element, read
from fingerpost.render.element import element
from fingerpost.render.parts import contents, part, part_title, parts_of
from fingerpost.render.surroundings import Surroundings
from fingerpost.tree.size import MOST_ON_A_PAGE, fits_on_a_page
from large_tree import large_tree

TREE = large_tree()
ADDRESSES = ("1/", "2/", "3/")


def pages() -> dict[str, Element]:
    """Return the parts by their addresses, each with the others' addresses as it sees them."""
    return {
        here: read(part(TREE, nodes, Surroundings(parts=tuple("" if there == here else there for there in ADDRESSES))))
        for here, nodes in zip(ADDRESSES, parts_of(TREE), strict=True)
    }


def ids(page: Element) -> list[str]:
    """Return every id on a page."""
    return [found.attributes["id"] for found in page.all() if "id" in found.attributes]


def test_a_tree_is_large_past_the_limit() -> None:
    assert fits_on_a_page(large_tree(MOST_ON_A_PAGE))
    assert not fits_on_a_page(large_tree(MOST_ON_A_PAGE + 1))


def test_the_parts_have_every_question_and_every_outcome_once() -> None:
    entries = [
        entry.attributes["data-entry"]
        for page in pages().values()
        for entry in page.all("section")
        if "data-entry" in entry.attributes
    ]

    assert entries == [*TREE.questions, *TREE.outcomes]


def test_every_link_finds_its_place() -> None:
    drawn = pages()

    for here, page in drawn.items():
        assert len(set(ids(page))) == len(ids(page))
        for link in page.all("a"):
            address, _, anchor = link.attributes["href"].partition("#")
            assert anchor in ids(drawn[address or here]), link.attributes["href"]


def test_an_answer_leads_to_its_question() -> None:
    (entry,) = (one for one in pages()["1/"].all("section") if one.attributes.get("data-entry") == "q98")

    links = {
        link.attributes["data-answer"]: link.attributes["href"]
        for link in entry.all("a")
        if "data-answer" in link.attributes
    }
    assert links == {"on": "#long/q99", "skip": "2/#long/q100", "unsure": "#long/q98/unsure"}


def test_a_tree_on_one_page_lists_everything_there() -> None:
    page = read(part(TREE, (*TREE.questions, *TREE.outcomes), Surroundings()))

    links = {link.attributes["href"] for link in page.all("a")}
    assert links <= {f"#{place}" for place in ids(page)}


def test_the_first_answers_find_their_place_on_the_page_of_the_tree() -> None:
    surroundings = Surroundings(parts=ADDRESSES)
    page = read(element(TREE, surroundings) + contents(TREE, surroundings))

    answers = [link.attributes["href"] for link in page.all("a") if "data-answer" in link.attributes]
    assert len(answers) == 3
    assert {answer.removeprefix("#") for answer in answers} <= set(ids(page))


def test_the_page_of_the_tree_links_to_every_part() -> None:
    page = read(contents(TREE, Surroundings(parts=ADDRESSES)))

    linked = {link.attributes["href"]: link.seen_text for link in page.all("a")}
    assert {address: linked[address] for address in ADDRESSES} == {
        "1/": "Questions 1 to 100 of 250",
        "2/": "Questions 101 to 200 of 250",
        "3/": "Questions 201 to 250 of 250, and results",
    }


def test_a_part_with_outcomes_alone_says_so() -> None:
    tree = large_tree(2 * MOST_ON_A_PAGE)

    assert [part_title(tree, number) for number in range(len(parts_of(tree)))][-1] == "Results"


def test_the_list_grows_with_the_tree_and_not_faster() -> None:
    """A list with routes of states would be four times as long for twice the questions."""
    lengths = [
        len(part(tree, (*tree.questions, *tree.outcomes), Surroundings()))
        for tree in (large_tree(200), large_tree(400))
    ]

    assert lengths[1] < 2.1 * lengths[0]
