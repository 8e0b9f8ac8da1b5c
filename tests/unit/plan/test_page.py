"""The plan as HTML for its page, through the door: the needs, what they come to, and what the page knows already."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fingerpost.plan.model import Evidence, Need
from fingerpost.plan.writing import text_of
from fingerpost.record.notes import Confirmation
from hostile_texts import HOSTILE
from plans import OPEN, TEA, TOAST, added, ask, load, need, plan_of


@pytest.fixture(autouse=True)
def loaded() -> None:
    load()


def shown(*needs: Need, title: str = "", **more: Any) -> dict[str, Any]:
    return ask("plan", plan=text_of(plan_of(*needs, title=title)), do=[], now=1, **more)


def row(answer: dict[str, Any], number: int = 0) -> str:
    return answer["html"]["needs"][number][2]


def test_a_plan_without_needs_has_a_head_and_no_foot() -> None:
    answer = ask("plan", plan="", do=[], now=1)

    assert "There are no needs in your plan yet." in answer["html"]["head"]
    assert answer["html"]["needs"] == []
    assert answer["html"]["foot"] == ""
    assert json.loads(answer["plan"])["needs"] == []


def test_a_decided_need_shows_its_result_reason_and_what_to_confirm() -> None:
    html = row(shown(need("a", "Eat well", confirmations={"clean": Confirmation(True, "Ann looked.")}, steps=("buy",))))

    assert '<h3 id="fp-plan-a"' in html
    assert "Eat well" in html
    assert '<a href="../soup/">Soup</a>' in html
    assert "You answered “Yes” to “Cook?”" in html
    assert "To confirm: 1 of 2 done" in html
    assert 'data-plan-confirmed="clean" checked>' in html
    assert 'data-plan-confirmed="warm">' in html
    assert "Ann looked.</textarea>" in html
    assert "Next steps: 1 of 1 done" in html
    assert 'data-plan-step="buy" checked>' in html
    assert 'href="../choose/#supper?hungry=yes&amp;cook=yes&amp;edition=1"' in html
    assert "Change the answers" in html


def test_an_undecided_need_shows_what_is_possible_and_what_is_open() -> None:
    html = row(shown(need("a", link=OPEN)))

    assert "Not decided yet. Still possible:" in html
    assert '<li><a href="../soup/">Soup</a></li><li>Toast</li>' in html
    assert "<li>Cook?</li>" in html
    assert "Answer the open questions" in html


def test_a_need_without_words_has_its_number_as_a_heading() -> None:
    assert '<span dir="auto">Need <span data-number></span></span>' in row(shown(need("a")))


@pytest.mark.parametrize(
    ("link", "notice"),
    [
        ("supper?hungry=yes&cook=yes&edition=7", "The link was made with edition 7"),
        ("supper?hungry=yes&colour=red&edition=1", "is not asked here"),
        ("lunch?hungry=yes", "The link is for other questions"),
    ],
)
def test_a_link_of_another_edition_or_with_damage_says_so(link: str, notice: str) -> None:
    assert notice in row(shown(need("a", link=link)))


def test_the_fields_hold_the_readers_words_and_offer_those_of_other_needs() -> None:
    answer = shown(need("a", "one\ntwo", information="Peas", source="GP", target="Ward"), need("b", source="EPR"))

    assert 'data-plan-field="need">\none\ntwo</textarea>' in row(answer)
    for field, value in (("information", "Peas"), ("from", "GP"), ("to", "Ward")):
        assert f'data-plan-field="{field}"' in row(answer)
        assert f'value="{value}"' in row(answer)
    assert (
        '<datalist id="fp-plan-systems"><option value="EPR"><option value="GP"><option value="Ward"></datalist>'
        in answer["html"]["head"]
    )


def test_evidence_stands_beside_its_answer() -> None:
    html = row(shown(need("a", evidence={"hungry": Evidence("Bo", "in May"), "thirsty": Evidence("No", "one")})))

    assert 'Hungry? <strong>Yes</strong> <span dir="auto">Bo, in May</span>' in html
    assert "No, one" not in html


def test_a_need_says_nothing_of_its_place_so_that_a_move_draws_nothing_again() -> None:
    first = shown(need("a"), need("b"), need("c"))
    known = {name: digest for name, digest, _ in first["html"]["needs"]}
    moved = ask("plan", plan=first["plan"], do=[{"op": "move", "id": "c", "to": 0}], now=2, known=known)

    assert [(name, html) for name, _, html in moved["html"]["needs"]] == [("c", ""), ("a", ""), ("b", "")]


def test_each_control_says_which_need_it_is_for() -> None:
    assert row(shown(need("a"))).count('<span class="fp-spoken"> of need <span data-number></span></span>') >= 9


def test_the_foot_has_what_the_needs_come_to_together() -> None:
    foot = shown(need("a", information="peas"), need("b", link=TOAST, information="Peas"), need("c", link=TEA))["html"][
        "foot"
    ]

    assert '<a href="../soup/">Soup</a>: Need 1' in foot
    assert "<strong>Soup with Toast</strong>: Dip the toast. Toast goes with it." in foot
    assert 'data-conflict="twice"><strong>Need 1 with need 2:</strong> One plate is enough.' in foot
    assert "<svg" in foot
    assert "(not named) to (not named): Toast</li>" in foot
    assert "Text marked “our reading” was written for this site." in foot


def test_a_need_that_the_page_knows_is_not_sent_again() -> None:
    first = shown(need("a"), need("b"))
    known = {name: digest for name, digest, _ in first["html"]["needs"]}
    change = {"op": "change", "id": "b", "field": "to", "value": "Ward"}
    second = ask("plan", plan=first["plan"], do=[change], now=2, known=known)

    assert [bool(html) for _, _, html in second["html"]["needs"]] == [False, True]
    assert second["html"]["needs"][0][1] == known["a"]
    assert second["html"]["needs"][1][1] != known["b"]


def test_what_a_call_did_and_its_undo_come_back() -> None:
    first = ask("plan", plan="", do=[added(need("a"))], now=5)
    back = ask("plan", plan=first["plan"], do=first["undo"], now=6)

    assert first["said"] == "Added to your plan."
    assert json.loads(first["plan"])["needs"][0]["changed"] == 5
    assert json.loads(back["plan"])["needs"] == []
    assert ask("plan", plan="", do=[{"op": "remove", "id": "x"}], now=1)["trouble"] == [
        "This need is no longer in your plan."
    ]


def test_a_text_that_is_no_plan_is_refused_by_every_call() -> None:
    for method, more in (
        ("plan", {"do": [], "now": 1}),
        ("plan_link", {}),
        ("plan_forms", {"date": "", "address": "", "forms": ["json"]}),
    ):
        assert ask(method, plan="{}", **more) == {"refused": "This file is not a saved plan."}
    assert ask("plan_open", text="{}") == {"refused": "This file is not a saved plan."}


def test_a_link_goes_out_and_comes_back() -> None:
    stored = text_of(plan_of(need("a", "Ŵ \ud800")))
    link = ask("plan_link", plan=stored)["link"]

    assert ask("plan_open", text=f"https://example.org/plan/#{link}") == {"plan": stored, "trouble": []}


def test_the_forms_that_a_call_names_come_with_a_file_and_a_type() -> None:
    stored = text_of(plan_of(need("a"), title="Our lunch"))
    forms = ask("plan_forms", plan=stored, date="", address="https://a.example/plan/", forms=["csv", "print"])["forms"]

    assert list(forms) == ["csv", "print"]
    assert (forms["csv"]["file"], forms["csv"]["type"]) == ("our-lunch-plan.csv", "text/csv")
    assert "<h2>Our lunch</h2>" in forms["print"]["text"]


@pytest.mark.parametrize(
    "parameters",
    [{"plan": 1}, {"do": {}}, {"do": [1]}, {"do": [{"op": "fly"}]}, {"now": "now"}, {"now": None}],
)
def test_a_call_in_another_form_is_an_error(parameters: dict[str, object]) -> None:
    answer = ask("plan", **{"plan": "", "do": [], "now": 1, **parameters})

    assert answer["error"]["code"] == "bad-parameters"


@pytest.mark.parametrize("text", [*HOSTILE, "</textarea><script>alert(1)</script>", "\x00\ud800", '" onfocus="x'])
def test_no_words_of_a_reader_become_html(text: str) -> None:
    hostile = need(
        "a",
        text,
        information=text,
        source=text,
        target=text,
        confirmations={"clean": Confirmation(False, text), text: Confirmation(True, text)},
        evidence={"hungry": Evidence(text, text)},
        steps=(text,),
    )
    html = shown(hostile, need("b", text, text), title=text)["html"]
    whole = html["head"] + "".join(part[2] for part in html["needs"]) + html["foot"]

    for tag in ("<script", "<img", "<b>", "<br", "</textarea><script"):
        assert tag not in whole
    assert 'onfocus="x' not in whole
    json.dumps(html, ensure_ascii=False)
