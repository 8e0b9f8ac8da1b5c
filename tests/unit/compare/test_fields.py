"""The content of each kind of field: the form that is compared, and the form that readers of a comparison see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.compare import compare_trees
from fingerpost.compare.fields import content
from fingerpost.compare.matching import Matching
from fingerpost.compare.parts import Rewording
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.format import QUESTION
from fingerpost.tree.model import Quality, Question, Rating, Renames, Scenario, Tree
from made_up import SUPPER, tree_of
from plans import MEALS

NO_RENAMES = Matching({}, {}, {})
OURS = Text("Mine.", "Mine.", ours=True)


def with_cook(**fields: object) -> Tree:
    """Return a supper with another question of who cooks."""
    cook: Question = replace(SUPPER.questions["cook"], **fields)  # pyright: ignore[reportArgumentType] # any field
    return replace(SUPPER, questions={**SUPPER.questions, "cook": cook})


def reworded(old: Tree, new: Tree) -> list[tuple[str, str, str | None, str | None]]:
    """Return the fields that differ: the part, the field, what it was and what it is."""
    return [(each.id, each.field, each.before, each.after) for each in compare_trees(old, new).parts.reworded]


def test_advice_that_an_author_switches_off_is_no_longer_allowed() -> None:
    allowed, advised, off = (
        with_cook(),
        with_cook(unsure=plain_text("Ask the cook.")),
        with_cook(unsure_allowed=False),
    )

    assert reworded(advised, off) == [("cook", "unsure", "Ask the cook.", "not allowed")]
    assert reworded(off, advised) == [("cook", "unsure", "not allowed", "Ask the cook.")]
    assert reworded(allowed, off) == [("cook", "unsure", None, "not allowed")]
    assert reworded(allowed, advised) == [("cook", "unsure", None, "Ask the cook.")]


def test_a_setting_is_true_or_is_not_there() -> None:
    assert reworded(SUPPER, with_cook(informative=True)) == [("cook", "informative", None, "true")]
    assert reworded(with_cook(informative=True), SUPPER) == [("cook", "informative", "true", None)]


@pytest.mark.parametrize(
    ("html", "compared"),
    [
        ("one\n two", "one two"),
        ("<p>one</p>\n<pre>a\n  b</pre>\n<p>two\nlines</p>", "<p>one</p><pre>a\n  b</pre><p>two lines</p>"),
        ("<pre>a\n b</pre><pre>c\n d</pre>", "<pre>a\n b</pre><pre>c\n d</pre>"),
    ],
)
def test_line_breaks_of_the_author_count_in_code_alone(html: str, compared: str) -> None:
    question = replace(SUPPER.questions["cook"], help=Text("shown", html))
    (field,) = (field for field in QUESTION.fields if field.name == "help")

    found = content(question, QUESTION, field, NO_RENAMES)

    assert (found.compared, found.shown) == (compared, "shown")


def test_a_link_that_leads_elsewhere_is_a_difference_whatever_the_words() -> None:
    here, there = (with_cook(reason=Text("See it.", f'<a href="{page}">See it.</a>')) for page in "xy")

    assert reworded(here, there) == [("cook", "reason", "See it.", "See it.")]


def test_the_texts_that_are_the_authors_own_are_named() -> None:
    toast = replace(SUPPER.outcomes["toast"], summary=OURS, combines={"soup": plain_text("Dip."), "tea": OURS})
    theirs = replace(toast, summary=plain_text("Mine."))
    trees = [replace(SUPPER, outcomes={**SUPPER.outcomes, "toast": each}) for each in (theirs, toast)]

    assert reworded(*trees) == [("toast", "ours", "combines/tea", "summary, combines/tea")]
    assert reworded(SUPPER, trees[1]) == [
        ("toast", "summary", None, "Mine."),
        ("toast", "combines", None, "soup: Dip.; tea: Mine."),
        ("toast", "ours", None, "summary, combines/tea"),
    ]


def test_the_answers_of_an_example_and_its_outcome_stand_under_their_present_ids() -> None:
    answers = {"hungry": "no", "thirsty": "yes"}
    example = Scenario("late", plain_text("It is late."), answers, "tea")
    renamed = replace(
        tree_of(
            {
                "hungry": {"yes": "cook", "nope": "dry"},
                "cook": {"yes": "soup", "no": "toast"},
                "dry": {"yes": "brew", "no": "toast"},
            },
            ("soup", "toast", "brew"),
            tree_id="supper",
        ),
        renamed=Renames({"thirsty": "dry"}, {"hungry/no": "nope"}, {"tea": "brew"}),
    )
    old = replace(SUPPER, scenarios={"late": example})
    new_example = replace(example, answers={"hungry": "nope", "dry": "yes"}, expect="brew")
    other_example = replace(example, answers={"hungry": "nope", "dry": "no"}, expect="toast")

    def told(tree: Tree) -> list[Rewording]:
        return [each for each in compare_trees(old, tree).parts.reworded if each.kind == "scenario"]

    assert told(replace(renamed, scenarios={"late": new_example})) == []
    assert told(replace(renamed, scenarios={"late": other_example})) == [
        Rewording("scenario", "late", "answers", "hungry nope, dry yes", "hungry nope, dry no"),
        Rewording("scenario", "late", "expect", "brew", "toast"),
    ]


def test_parts_that_are_compared_as_one_text_have_their_settings_and_their_texts() -> None:
    taste = Quality("taste", plain_text("Taste"), {"mild": plain_text("Mild"), "hot": plain_text("Hot")})
    ratings = {
        "taste": Rating("taste", ("mild", "hot"), OURS, plain_text("More.")),
        "price": Rating("price", ("low",)),
        "smell": Rating("smell", ("mild",), OURS, OURS),
    }
    toast = replace(SUPPER.outcomes["toast"], qualities=ratings)
    rated = replace(SUPPER, outcomes={**SUPPER.outcomes, "toast": toast}, qualities={"taste": taste})

    assert reworded(SUPPER, rated) == [
        ("supper", "qualities", None, "taste (mild: Mild; hot: Hot): Taste"),
        (
            "toast",
            "qualities",
            None,
            "taste (mild, hot: text): Mine., More.; price (low); smell (mild: text, more): Mine., Mine.",
        ),
    ]


def test_a_rule_for_a_conflict_has_its_conditions_whether_it_is_about_the_same_and_its_text() -> None:
    without = replace(MEALS, conflicts={})

    assert reworded(without, MEALS) == [
        (
            "supper",
            "conflicts",
            None,
            "twice (soup: toast: true): One plate is enough.; late (thirsty yes: soup: text): Tea first.",
        )
    ]
