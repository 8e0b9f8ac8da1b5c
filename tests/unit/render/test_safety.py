"""Whatever a tree or a link says, the page shows it as text: drawn HTML has no element that it brought along."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from built_site import Element, read
from fingerpost.door import call
from fingerpost.render import example
from fingerpost.render.element import element, start
from fingerpost.render.listing import listing
from fingerpost.render.reverse import scenarios
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.when import ways_to
from fingerpost.text.markup import plain_text
from fingerpost.tree.compiled import from_json
from fingerpost.tree.compiled_writer import to_json
from fingerpost.tree.model import Tree
from fingerpost.tree.purpose import UseCase
from hostile_texts import with_everywhere

HOSTILE = "</template></script><script>alert(1)</script><img src=x onerror=alert(1)> \"'&amp;{part}%s"
TEXT = plain_text(HOSTILE)
DIAGRAM = f"title: {HOSTILE}\nparticipant A as {HOSTILE}\nparticipant B\nA->>B: 1. {HOSTILE}\nNote over A: {HOSTILE}"
WHERE = Surroundings("../tree/?a=1&b='\"<i>", {"soup": 'javascript&colon;alert(1)"><script>', "tea": "tea/"})


def hostile_tree() -> Tree:
    """Return a tree in which every text is hostile."""
    tree = with_everywhere(HOSTILE)
    outcomes = {
        name: replace(outcome, confirm=("sure",), combines={"tea": TEXT}, sequence=DIAGRAM)
        for name, outcome in tree.outcomes.items()
    }
    questions = {
        name: replace(question, answers=tuple(replace(answer, when=TEXT) for answer in question.answers))
        for name, question in tree.questions.items()
    }
    scenarios = {
        name: replace(scenario, sequence={"A": HOSTILE, "1": HOSTILE}) for name, scenario in tree.scenarios.items()
    }
    use_cases = {"one": UseCase("one", HOSTILE, TEXT, ("one",))}
    return replace(tree, id="hostile", outcomes=outcomes, questions=questions, scenarios=scenarios, use_cases=use_cases)


TREE = hostile_tree()
EXAMPLE = TREE.scenarios["one"]


def assert_harmless(page: Element) -> None:
    """Fail if the hostile text became more than text."""
    brought = list(page.all("script", "img", "i", "iframe", "style"))
    handlers = [name for part in page.all() for name in part.attributes if name.startswith("on") or name == "style"]
    assert (brought, handlers) == ([], [])
    assert HOSTILE in page.raw_text


def viewed(link: str) -> str:
    """Return what the door draws for a link."""
    pages = dict(WHERE.outcome_pages)
    call("load", json.dumps({"tree": to_json(TREE), "pages": pages, "tree_page": WHERE.tree_page}))
    return json.loads(call("view", json.dumps({"tree": TREE.id, "link": link})))["html"]


@pytest.mark.parametrize(
    "html",
    [
        element(TREE, WHERE),
        start(TREE, WHERE),
        listing(TREE, WHERE),
        ways_to(TREE, "toast", WHERE),
        "".join(listed for _, listed in scenarios(TREE, WHERE, 3)),
        example.sequence(TREE.outcomes["soup"], EXAMPLE),
        example.answers(TREE, EXAMPLE, WHERE),
        example.result(TREE, EXAMPLE, WHERE),
        example.need(TREE, EXAMPLE),
        example.use_cases(TREE, HOSTILE, WHERE),
    ],
    ids=["element", "start", "listing", "ways", "scenarios", "sequence", "answers", "result", "need", "use-cases"],
)
def test_what_the_build_draws_is_harmless(html: str) -> None:
    assert_harmless(read(html))


@pytest.mark.parametrize(
    "link",
    [
        "",
        "hostile?hungry=yes",
        "hostile?hungry=yes&cook=yes",
        "hostile?hungry=unsure",
        "hostile?hungry=unsure&cook=unsure&thirsty=unsure",
        "hostile?hungry=yes&thirsty=yes",
        f"hostile?hungry=no&{HOSTILE}=1&thirsty={HOSTILE}&edition={HOSTILE}",
        f"{HOSTILE}?hungry=no",
    ],
)
def test_what_a_link_opens_is_harmless(link: str) -> None:
    assert_harmless(read(viewed(link)))


def test_the_tree_that_the_page_carries_is_read_back_as_it_was_but_for_its_examples() -> None:
    (data,) = (part for part in read(element(TREE, WHERE)).all("template") if part.attributes.get("class") == "fp-data")

    assert list(data.all()) == []
    assert from_json(json.loads(data.raw_text)["tree"]) == replace(TREE, scenarios={}, use_cases={})
