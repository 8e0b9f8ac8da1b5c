"""The forms of a plan: each has what the plan comes to, and none lets a reader's words become anything else."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from fingerpost.plan.forms import FORMS
from fingerpost.plan.model import Evidence, Plan
from fingerpost.plan.opening import open_plan
from fingerpost.record.notes import Confirmation
from fingerpost.render.surroundings import Surroundings
from fingerpost.sheets.cells import meant
from hostile_texts import HOSTILE, with_everywhere
from plans import MEALS, OPEN, TEA, TOAST, need, plan_of, whole_of

PLAN = plan_of(
    need(
        "a",
        "Eat well",
        information="Peas",
        source="GP system",
        target="Ward",
        confirmations={"clean": Confirmation(True, "Ann looked.")},
        evidence={"hungry": Evidence("Bo", "in May")},
        steps=("buy",),
    ),
    need("b", "Eat soon", TOAST, information="peas"),
    need("c", "Ask", OPEN + "&colour=red"),
    need("d", "Drink", TEA),
    title="Lunch",
)
READABLE = ("markdown", "html")


def written(form: str, plan: Plan = PLAN) -> str:
    where = Surroundings("../choose/", {"soup": "../soup/"})
    return FORMS[form].write(whole_of(plan, date="2026-05-01", address="https://example.org/plan/", surroundings=where))


def shown(form: str, plan: Plan = PLAN) -> str:
    """Return the words that a reader sees, in one line."""
    text = written(form, plan)
    html = MarkdownIt("commonmark").render(text.partition("---\n\n")[2]) if form == "markdown" else text
    plain = re.sub(r"<[^>]*>", " ", html)
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        plain = plain.replace(entity, letter)
    return " ".join(plain.split())


def rows(plan: Plan = PLAN) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", plan).removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("form", READABLE)
@pytest.mark.parametrize(
    "part",
    [
        "Lunch",
        "4 needs, 3 decided, 1 still open, 1 to confirm.",
        "Need 1: Eat well",
        "Information: Peas",
        "From: GP system",
        "To: Ward",
        "You answered “Yes” to “Cook?”",
        "https://example.org/choose/#supper?hungry=yes&cook=yes&edition=1",
        "Hungry? Yes (Bo, in May)",
        "Is the pot clean? Dirt spoils soup.",
        "Ann looked.",
        "Buy leeks",
        "The question “colour=red” is not asked here, so its answer was left out.",
        "Not decided yet. Still possible: Soup Toast",
        "Open questions Cook?",
        "Soup : Need 1",
        "Soup with Toast : Dip the toast. Toast goes with it. (our reading)",
        "Need 1 with need 2: One plate is enough. Both are about “Peas”.",
        "Need 4 with need 1: Tea first. (our reading)",
        "1: GP system to Ward: Soup",
        "Made with “Supper”, edition 1.",
    ],
)
def test_a_form_for_readers_has_every_part(form: str, part: str) -> None:
    assert part.replace(" :", ":") in shown(form).replace(" :", ":").replace(" ”", "”").replace("“ ", "“")


def test_the_day_stands_where_a_reader_looks_for_it() -> None:
    assert written("markdown").startswith("---\ndate: 2026-05-01\n---\n")
    assert "<p>Date: 2026-05-01</p>" in written("html")


def test_the_html_has_the_picture_and_needs_nothing_from_elsewhere() -> None:
    html = written("html")

    assert "<svg" in html
    assert re.findall(r"<(?:script|link|img|iframe)\b", html) == []


def test_the_file_opens_again_and_has_the_results() -> None:
    text = written("json")
    results = json.loads(text)["results"]

    assert open_plan(MEALS, text)[0].plan == PLAN
    assert open_plan(MEALS, text)[0].left_out == ()
    assert [each["outcome"] and each["outcome"]["id"] for each in results["needs"]] == ["soup", "toast", None, "tea"]
    assert [each["id"] for each in results["needs"][2]["possible"]] == ["soup", "toast"]
    assert results["needs"][0]["to_confirm"] == ["warm"]
    assert [(each["id"], each["first"], each["second"]) for each in results["conflicts"]] == [
        ("twice", ["a"], ["b"]),
        ("late", ["d"], ["a"]),
    ]


def test_the_sheet_has_a_row_for_each_need() -> None:
    one, two, three, _ = rows()

    assert (one["Number"], one["Need"], one["From"], one["To"], one["Result"]) == (
        *("1", "Eat well", "GP system", "Ward"),
        "Soup [soup]",
    )
    assert one["Reasons"] == "You answered “Yes” to “Cook?”"
    assert one["Evidence"] == "Hungry? Bo, in May"
    assert (one["Confirmed"], one["To confirm"]) == ("Is the pot clean?", "Is it warm?")
    assert one["Notes"] == "Is the pot clean? Ann looked."
    assert two["Worth a second look"].startswith("Need 1 with need 2: One plate is enough.")
    assert (three["Result"], three["Still possible"], three["Open questions"]) == (
        "",
        "Soup [soup]\nToast [toast]",
        "Cook?",
    )


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b\ud800", "@SUM(1)", "\t=1", "-1", "'=1", 'a"b,c;d'])
def test_no_words_of_a_reader_become_anything_else(text: str) -> None:
    plan = plan_of(
        need(
            "a",
            text,
            information=text,
            source=text,
            target=text,
            confirmations={"clean": Confirmation(False, text)},
            evidence={"hungry": Evidence(text, text)},
        ),
        need("b", text, text),
        title=text,
    )
    for form in FORMS:
        written(form, plan).encode()
    html = written("html", plan)
    assert (
        re.findall(
            r"<(?!/?(?:h[1-6]|p|ul|ol|li|section|strong|a|blockquote|br|figure|svg|g|path|rect|circle|text"
            r"|title|!doctype|html|head|meta|style|body)\b)",
            html,
        )
        == []
    )
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', html))
    rendered = MarkdownIt("commonmark").render(written("markdown", plan))
    assert re.findall(r"<(?:script|img|b|code|em|del|ol)\b", rendered) == []
    assert open_plan(MEALS, written("json", plan))[0].plan == plan
    ET.fromstring(written("svg", plan))  # noqa: S314 - our own
    cell = rows(plan)[0]["Information"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert meant(cell) == text.replace("\ud800", "\N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_a_tree_become_anything_else(text: str) -> None:
    tree = with_everywhere(text)
    plan = plan_of(need("a"), need("b", link=OPEN), tree=tree)

    for form in FORMS:
        FORMS[form].write(whole_of(plan, tree)).encode()
    assert "<script" not in FORMS["html"].write(whole_of(plan, tree))
    ET.fromstring(FORMS["svg"].write(whole_of(plan, tree)))  # noqa: S314 - our own
