"""The picture of a plan: nothing in it overlaps, leaves it or breaks it, for any number of needs and any names."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import combinations

import pytest

from fingerpost.plan.model import Need, Plan
from fingerpost.plan.picture import picture
from fingerpost.text.fitting import width
from hostile_texts import HOSTILE
from plans import OPEN, SOUP, TEA, TOAST, need, plan_of, standings_of

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "GP system",
    "gp  SYSTEM",
    "National Booking Service",
    "",
    "A ward board with a very long name that never ends",
)


@dataclass(frozen=True)
class Box:
    """A part of the picture: from left to right, and from top to bottom."""

    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def drawn(plan: Plan) -> ET.Element:
    return ET.fromstring(picture(standings_of(plan)))  # noqa: S314 - our own


def texts(svg: ET.Element) -> list[Box]:
    """Return where each line of text is, but for the numbers in circles."""
    boxes: list[Box] = []
    for text in svg.iter(f"{SVG}text"):
        if text.get("class") == "fp-plan-badge-number":
            continue
        wide, x, y = width(text.text or "") * 15, float(text.get("x", 0)), float(text.get("y", 0))
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "")]
        boxes.append(Box(left, left + wide, y - 11, y + 3))
    return boxes


def circles(svg: ET.Element) -> list[Box]:
    return [
        Box(x - r, x + r, y - r, y + r)
        for circle in svg.iter(f"{SVG}circle")
        for x, y, r in [[float(circle.get(name, 0)) for name in ("cx", "cy", "r")]]
    ]


def lifelines(svg: ET.Element) -> list[Box]:
    found: list[Box] = []
    for path in svg.iter(f"{SVG}path"):
        if path.get("class") == "fp-plan-life":
            x, top, bottom = (float(part) for part in path.get("d", "")[1:].replace("V", " ").split())
            found.append(Box(x - 0.5, x + 0.5, top, bottom))
    return found


def random_plan(count: int) -> Plan:
    dice = random.Random(count)  # noqa: S311 - the same plan each time
    return plan_of(
        *(
            need(
                f"k{number}",
                link=dice.choice((SOUP, TOAST, TEA, OPEN)),
                source=dice.choice(NAMES),
                target=dice.choice(NAMES),
            )
            for number in range(count)
        )
    )


@pytest.mark.parametrize("count", [*range(1, 31), 31, 100, 500])
def test_nothing_overlaps_or_leaves_the_picture(count: int) -> None:
    svg = drawn(random_plan(count))
    words, numbers = texts(svg), circles(svg)
    _, _, right, bottom = (float(part) for part in svg.get("viewBox", "").split())

    assert words
    for one, other in combinations([*words, *numbers], 2):
        assert not one.overlaps(other)
    for line in lifelines(svg):
        assert not any(line.overlaps(word) for word in words)
    for box in (*words, *numbers):
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= right
        assert box.bottom <= bottom


def test_each_system_is_drawn_once_in_the_order_of_the_needs() -> None:
    plan = plan_of(
        need("a", source="Ward", target="GP system"), need("b", source="gp SYSTEM ", target="ward"), need("c")
    )
    svg = drawn(plan)

    assert [
        group.findtext(f"{SVG}text") for group in svg.iter(f"{SVG}g") if group.get("class") == "fp-plan-system"
    ] == [
        "Ward",
        "GP system",
        "(not named)",
    ]


def test_an_arrow_goes_from_system_to_system_and_says_what_the_need_leads_to() -> None:
    svg = drawn(plan_of(need("a", source="Ward", target="GP"), need("b", link=OPEN, source="GP", target="Ward")))
    one, other = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "fp-plan-arrow"]

    assert [text.text for text in one.iter(f"{SVG}text")] == ["Soup", "1"]
    assert [text.text for text in other.iter(f"{SVG}text")] == ["not decided yet", "2"]
    assert other.get("data-undecided") is not None
    forward, back = (group.find(f"{SVG}path").get("d", "") for group in (one, other))  # pyright: ignore[reportOptionalMemberAccess] # both have one
    assert forward.startswith("M101 ")
    assert forward.endswith("H329")
    assert back.startswith("M331 ")
    assert back.endswith("H103")


def test_the_same_plan_has_the_same_picture() -> None:
    assert picture(standings_of(random_plan(30))) == picture(standings_of(random_plan(30)))


def test_a_large_plan_is_grouped_by_what_its_needs_lead_to() -> None:
    svg = drawn(plan_of(*(Need(f"k{number}", link=SOUP if number % 2 else OPEN, source="GP") for number in range(40))))
    groups = [group for group in svg.iter(f"{SVG}g") if group.get("class") == "fp-plan-group"]

    assert [next(group.iter(f"{SVG}text")).text for group in groups] == ["not decided yet", "Soup"]
    assert "Needs 1, 3, 5" in "".join(svg.itertext())


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b\ufffe\uffff\ud800", "a" * 4000])
def test_no_name_breaks_the_picture(text: str) -> None:
    svg = drawn(plan_of(need("a", source=text, target="GP"), need("b", source="GP", target=text)))

    assert {element.tag.removeprefix(SVG) for element in svg.iter()} == {
        "svg",
        "title",
        "g",
        "path",
        "rect",
        "text",
        "circle",
    }
    picture(standings_of(plan_of(*(need(f"k{number}", source=text) for number in range(31))))).encode()


def test_the_picture_has_no_style_that_a_policy_forbids() -> None:
    assert "style" not in picture(standings_of(random_plan(12)))
