"""The link of a plan: whole, damaged on its way, cut, or made to do harm."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from urllib.parse import quote

import pytest

from fingerpost.plan.link import open_link, plan_link
from fingerpost.plan.model import Plan
from fingerpost.plan.opening import open_plan
from fingerpost.plan.reading import PlanFormatError
from plans import MEALS, TEA, file_of, need, plan_of

PLAN = plan_of(
    need("a", "Ŵyt ti'n siŵr? 👩‍⚕️ \ud800 <b>", information="heights", source="GP & co", target="Ward"),
    need("b", "line one\nline two", TEA),
    title="A plan",
)


def refused(text: str) -> str:
    with pytest.raises(PlanFormatError) as fault:
        open_plan(MEALS, text)
    return str(fault.value)


def opened(text: str) -> Plan:
    return open_plan(MEALS, text)[0].plan


def test_a_link_brings_the_plan_back_unchanged() -> None:
    link = plan_link(PLAN)

    assert opened(link) == PLAN
    assert link.startswith("supper?plan=")
    assert set(link.partition("plan=")[2]) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


@pytest.mark.parametrize(
    "way",
    [
        lambda link: f"#{link}",
        lambda link: f"https://example.org/plan/#{link}",
        lambda link: f"https://example.org/plan/?utm=1#{link}",
        lambda link: quote(link, safe=""),
        lambda link: f"{link}.",
        lambda link: f"{link})",
        lambda link: f" {link}\n",
        lambda link: link[:40] + "\r\n" + link[40:],
        lambda link: link[:40] + "\n " + link[40:],
        lambda link: link.replace("=", "=3D")[:60] + "=\r\n" + link.replace("=", "=3D")[60:],
        lambda link: f"{link}&utm_source=mail",
        lambda link: f"\ufeff{link}",
    ],
)
def test_a_link_that_programs_changed_on_its_way_still_opens(way: Callable[[str], str]) -> None:
    assert opened(way(plan_link(PLAN))) == PLAN


def test_a_link_whose_letters_look_like_a_sign_that_mail_encoded_still_opens() -> None:
    titled = (replace(PLAN, title=str(number)) for number in count())
    plan = next(each for each in titled if plan_link(each).startswith("supper?plan=3D"))

    assert opened(plan_link(plan)) == plan
    assert opened(plan_link(plan).replace("=", "=3D")) == plan


def test_every_cut_of_a_link_is_told() -> None:
    link = plan_link(PLAN)

    # Without the end mark alone, nothing of the plan is missing.
    for length in range(len("supper?plan="), len(link) - 1):
        assert "Part of the link is missing" in refused(link[:length]), length


def test_a_changed_letter_is_told() -> None:
    link = plan_link(PLAN)

    # Some bits of the last letters mean nothing.
    for place in range(len("supper?plan="), len(link) - 4):
        letter = "A" if link[place] != "A" else "B"
        assert "Part of the link is missing" in refused(link[:place] + letter + link[place + 1 :]), place


def test_a_link_for_other_questions_is_refused() -> None:
    assert refused(plan_link(PLAN).replace("supper", "dinner")) == "This plan is for a different set of questions."


@pytest.mark.parametrize("text", ["", "supper", "supper?hungry=yes&edition=1", "https://example.org/", "plan"])
def test_a_text_without_a_plan_is_refused(text: str) -> None:
    assert refused(text) == "This link has no plan in it."


def test_a_link_that_would_unpack_to_very_much_is_refused() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(b" " * 50_000_000) + packer.flush()
    letters = base64.urlsafe_b64encode(b"0000" + data).decode().rstrip("=")

    assert "Part of the link is missing" in refused(f"supper?plan={letters}0")


def test_a_file_opens_like_a_link() -> None:
    assert opened(file_of(PLAN)) == PLAN
    assert opened("\ufeff" + file_of(PLAN)) == PLAN
    assert open_link(MEALS, plan_link(PLAN)).left_out == ()
