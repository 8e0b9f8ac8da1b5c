"""Qualities of outcomes: the table of one, several side by side, and the finder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from built_site import Element, read
from fingerpost.answers.explanation import Explanation
from fingerpost.answers.reading import read_link
from fingerpost.render.expectations import expectations
from fingerpost.render.finder import finder
from fingerpost.render.panels.qualities import PANEL
from fingerpost.render.qualities import matrix
from fingerpost.render.surroundings import Surroundings
from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import Quality, Rating, Source, Tree
from made_up import SUPPER

WHERE = Surroundings(outcome_pages={"soup": "soup/"})
OURS = "The comparison was written for this site."


def rated_supper(*, ours: bool = False) -> Tree:
    """Return a tree in which 2 of 3 outcomes have qualities."""

    def words(text: str) -> Text:
        return Text(text, text, ours)

    heat = Quality("heat", words("Heat"), {"hot": words("Hot"), "cold": words("Cold")}, words("When it is served."))
    time = Quality("time", words("Time"), {"short": words("Minutes"), "long": words("Hours"), "never": words("Never")})
    soup = {
        "heat": Rating(
            "heat",
            ("hot", "cold"),
            Text("See a book (x).", 'See <a href="x">a book</a>.'),
            Text("Stir.", "Stir.", ours=True),
        ),
        "time": Rating("time", ("long",)),
    }
    outcomes = {
        **SUPPER.outcomes,
        "soup": replace(SUPPER.outcomes["soup"], qualities=soup),
        "toast": replace(SUPPER.outcomes["toast"], qualities={"heat": Rating("heat", ("hot",))}),
    }
    source = Source("The cookery book", "https://example.org/")
    return replace(SUPPER, qualities={"heat": heat, "time": time}, outcomes=outcomes, source=source)


TREE = rated_supper()


def rows(html: str) -> list[list[str]]:
    return [[cell.seen_text for cell in row.all("th", "td")] for row in read(html).all("tr")]


def panel(link: str, tree: Tree = TREE) -> Element:
    return read(PANEL.draw(Explanation(read_link(tree, link).state), WHERE))


def test_one_outcome_has_its_values_and_then_the_words_of_the_source_and_ours() -> None:
    html = expectations(TREE, "soup")

    assert rows(html) == [
        ["Quality", "What to expect"],
        ["Heat", "Hot Cold See a book. Stir. (our reading)"],
        ["Time", "Hours"],
    ]
    assert read(html).one("caption").seen_text == "What to expect from Soup"
    assert read(html).seen_text.count("Text marked “our reading” was written for this site.") == 1


def test_outcomes_stand_side_by_side_with_a_row_for_each_quality_that_one_of_them_has() -> None:
    outcomes = TREE.outcomes

    assert rows(matrix(TREE, outcomes.values(), WHERE, "all")) == [
        ["Quality", "Soup", "Toast", "Tea"],
        ["Heat", "Hot Cold", "Hot", "Not stated"],
        ["Time", "Hours", "Not stated", "Not stated"],
    ]
    assert rows(matrix(TREE, [outcomes["toast"], outcomes["tea"]], WHERE, "all")) == [
        ["Quality", "Toast", "Tea"],
        ["Heat", "Hot", "Not stated"],
    ]
    assert matrix(TREE, [outcomes["tea"]], WHERE, "all") == ""


def test_each_cell_of_a_table_has_its_headings_and_each_outcome_leads_to_its_page() -> None:
    page = read(matrix(TREE, TREE.outcomes.values(), WHERE, "all"))

    assert [head.attributes["scope"] for head in page.all("th")] == ["col"] * 4 + ["row"] * 2
    assert [link.attributes["href"] for link in page.all("a")] == ["soup/"]
    assert page.one("div").attributes["aria-labelledby"] == page.one("caption").attributes["id"]


@pytest.mark.parametrize("ours", [False, True])
def test_one_line_says_it_if_all_titles_and_values_are_ours(ours: bool) -> None:
    tree = rated_supper(ours=ours)

    page = read(matrix(tree, tree.outcomes.values(), WHERE, "all"))

    assert "(our reading)" not in page.seen_text
    assert (f"{OURS} It is not part of the source: The cookery book." in page.seen_text) is ours


def test_titles_and_values_are_marked_one_by_one_if_only_some_are_ours() -> None:
    time = replace(TREE.qualities["time"], title=Text("Time", "Time", ours=True))
    tree = replace(TREE, qualities={**TREE.qualities, "time": time})

    page = read(matrix(tree, tree.outcomes.values(), WHERE, "all"))

    assert [head.seen_text for head in page.all("th")][-2:] == ["Heat", "Time (our reading)"]
    assert OURS not in page.seen_text


@pytest.mark.parametrize(
    ("link", "title", "columns"),
    [
        ("supper?hungry=yes&cook=yes", "What to expect from Soup", ["Quality", "Soup"]),
        ("supper?hungry=yes&cook=unsure", "Compare the results that are still possible", ["Quality", "Soup", "Toast"]),
        ("supper?hungry=unsure", "Compare the results that are still possible", ["Quality", "Soup", "Toast", "Tea"]),
        ("supper?hungry=no&thirsty=yes", "", []),
        ("supper?hungry=yes", "", []),
    ],
    ids=["result", "several", "not sure", "result without qualities", "on the way"],
)
def test_a_state_compares_what_is_still_possible(link: str, title: str, columns: list[str]) -> None:
    shown = panel(link)

    assert [summary.seen_text for summary in shown.all("summary")] == ([title] if title else [])
    assert [head.seen_text for head in shown.all("th") if head.attributes["scope"] == "col"] == columns


def test_a_tree_without_qualities_has_no_comparison() -> None:
    assert panel("supper?hungry=yes&cook=yes", SUPPER).raw_text == ""


def test_the_finder_offers_the_values_that_some_outcome_has() -> None:
    page = read(finder(TREE, WHERE))

    boxes = [(box.attributes["name"], box.attributes["value"]) for box in page.all("input")]
    assert boxes == [("heat", "hot"), ("heat", "cold"), ("time", "long")]
    assert [legend.seen_text for legend in page.all("legend")] == ["Heat", "Time"]
    assert "When it is served." in page.raw_text


def test_the_finder_has_no_control_until_a_script_shows_them() -> None:
    page = read(finder(TREE, WHERE))

    controls = next(part for part in page.all("div") if "fp-find" in part.attributes.get("class", ""))
    assert "hidden" in controls.attributes
    assert not [part for part in page.all("input", "button") if part not in list(controls.all("input", "button"))]
    assert rows(finder(TREE, WHERE)) == rows(matrix(TREE, TREE.outcomes.values(), WHERE, "all"))


def test_the_table_of_the_finder_names_each_value_by_its_id() -> None:
    cells = {
        (row.attributes["data-quality"], cell.attributes["data-of"]): cell.attributes["data-values"]
        for row in read(finder(TREE, WHERE)).all("tr")
        if "data-quality" in row.attributes
        for cell in row.all("td")
    }

    assert cells["heat", "soup"] == "hot cold"
    assert cells["time", "soup"] == "long"
    assert cells["time", "tea"] == ""


def test_words_of_a_tree_stay_words() -> None:
    hostile = plain_text("</table><script>\"'")
    quality = Quality("heat", hostile, {"hot": hostile}, hostile)
    outcomes = {
        name: replace(outcome, title=hostile, qualities={"heat": Rating("heat", ("hot",), hostile, hostile)})
        for name, outcome in SUPPER.outcomes.items()
    }
    tree = replace(SUPPER, qualities={"heat": quality}, outcomes=outcomes, noun='<i>"')

    for html in (finder(tree, WHERE), expectations(tree, "soup")):
        assert list(read(html).all("script", "i")) == []
        assert len(list(read(html).all("table"))) == 1
