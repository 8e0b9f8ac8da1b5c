"""What is the guidance's and what is ours: marked in the tree and on the pages, and nothing weaker or stronger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from built_site import main_of, page
from fingerpost.answers.position import position
from fingerpost.text.markup import Text
from live_tree import DOCS, live_tree

TREE = live_tree()
PAGES = sorted([*(DOCS / "patterns").glob("*.md"), *(DOCS / "guidance").glob("*.md")])
LABEL = "(our reading)"

THE_SOURCES = {
    "combines/registry-repository of request-response-synchronous",
    "combines/request-response-synchronous of registry-repository",
}
"""The two combinations that the guidance names itself."""

OURS = {
    "short",
    "reason",
    "more",
    "unsure",
    "because",
    "when",
    "summary",
    "combines",
    "consideration why: response-speed",
}
"""Kinds of text that are ours, and one place. All others state what the guidance states."""


def texts() -> Iterator[tuple[str, str, Text | None]]:
    """Yield the texts of questions, answers, outcomes and considerations: kind, place and text."""
    for question in TREE.questions.values():
        for kind in ("ask", "short", "reason", "help", "more", "unsure"):
            yield kind, f"{kind} of {question.id}", getattr(question, kind)
        for answer in question.answers:
            for kind in ("label", "note", "because", "when"):
                yield kind, f"{kind} of {question.id}={answer.id}", getattr(answer, kind)
    for outcome in TREE.outcomes.values():
        yield "outcome title", f"title of {outcome.id}", outcome.title
        yield "summary", f"summary of {outcome.id}", outcome.summary
        for other, why in outcome.combines.items():
            yield "combines", f"combines/{other} of {outcome.id}", why
    for name, consideration in TREE.considerations.items():
        yield "consideration ask", f"ask of {name}", consideration.ask
        yield "consideration why", f"consideration why: {name}", consideration.why


@pytest.mark.parametrize(("kind", "place", "text"), list(texts()), ids=lambda value: str(value)[:60])
def test_a_text_of_the_tree_says_whose_it_is(kind: str, place: str, text: Text | None) -> None:
    if text is not None:
        assert text.ours == (place in OURS or (kind in OURS and place not in THE_SOURCES))


def test_the_needs_of_the_worked_examples_are_ours() -> None:
    assert all(scenario.need.ours for scenario in TREE.scenarios.values())


def test_no_text_says_by_itself_that_it_is_ours() -> None:
    """The mark is a label, not a part of the sentence: a text is the guidance's as a whole, or ours as a whole."""
    assert not [place for _, place, text in texts() if text and "our reading" in text.plain.lower()]


def test_titles_and_values_of_qualities_are_ours_and_facts_of_sources_are_not() -> None:
    qualities = TREE.qualities.values()
    ratings = [rating for outcome in TREE.outcomes.values() for rating in outcome.qualities.values()]

    assert all(text and text.ours for each in qualities for text in (each.title, each.help, *each.values.values()))
    assert all(rating.more.ours for rating in ratings if rating.more)
    assert all(not rating.text.ours and "](" not in rating.text.plain for rating in ratings if rating.text)
    assert all("<a href=" in rating.text.html for rating in ratings if rating.text)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_every_mark_on_a_page_leads_to_the_one_explanation(file: Path) -> None:
    built = main_of(page(f"{file.parent.name}/{'' if file.stem == 'index' else f'{file.stem}/'}"))
    marks = [link for link in built.all("a") if link.seen_text == "our reading"]
    # The table that the engine draws explains its labels itself.
    drawn = [label for label in built.all("small") if label.seen_text == LABEL]
    explained = built.seen_text.count("Text marked “our reading” was written for this site.")

    written = len(re.findall(r"\bour reading\b", built.seen_text, re.IGNORECASE)) - len(drawn) - explained
    assert len(marks) == written
    assert explained == (1 if drawn else 0)
    assert {link.attributes["href"] for link in marks} <= {
        "../about/source-and-licence/#our-reading",
        "../../about/source-and-licence/#our-reading",
    }


def test_the_tree_explains_its_labels_once_in_the_widget_and_once_in_the_list() -> None:
    built = main_of(page("choose/"))
    widget = next(part for part in built.all("section") if "fp-widget" in part.attributes.get("class", ""))
    listing = next(part for part in built.all("div") if "fp-listing" in part.attributes.get("class", ""))

    for part in (widget, listing):
        assert part.seen_text.count("Text marked “our reading” was written for this site.") == 1
        assert LABEL in part.seen_text


@pytest.mark.parametrize(
    "stronger_or_weaker",
    [
        "always gets a technical acknowledgement",
        "technical acknowledgement is always",
        "that takes manual work",
        "includes manual steps",
        "proactively requests information,",
        "others may need the information later",
        "can and should",
        "without a mandate",
        "no mandate or no case",
        "Each extra copy needs a reason",
        "If nobody can complete the list",
    ],
)
def test_what_the_guidance_does_not_say_is_nowhere(stronger_or_weaker: str) -> None:
    """Each of these made a statement of the guidance stronger or weaker than it is."""
    files = [*DOCS.glob("*.md"), *PAGES, DOCS / "choose" / "tree.yml", DOCS / "choose" / "index.md"]

    assert [file.name for file in files if stronger_or_weaker in " ".join(file.read_text("utf-8").split())] == []


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_the_use_cases_name_the_patterns_that_the_first_answer_leaves(answer: str) -> None:
    text = (DOCS / "guidance" / "use-cases.md").read_text(encoding="utf-8")
    listed = text.split(f"Answer {answer.capitalize()} if")[1].split("\n\n")[1]

    left = position(TREE, {TREE.start: answer}).possible

    assert set(re.findall(r"/patterns/([\w-]+)\.md", listed)) == set(left)


def test_a_workflow_without_manual_steps_cannot_wait_either() -> None:
    example = TREE.scenarios["long-running-workflow"]

    assert "No manual step is needed" in example.need.plain
    assert (example.answers["manual-activity"], example.expect) == ("yes", "request-response-asynchronous")
