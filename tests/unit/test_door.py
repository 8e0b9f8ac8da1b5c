"""The one door: every call gets JSON back, whatever went in."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest

from fingerpost.door import call
from fingerpost.tree.compiled_writer import to_json
from made_up import SUPPER, tree_of


def ask(method: str, **parameters: object) -> dict[str, Any]:
    """Call the door as the worker does."""
    return json.loads(call(method, json.dumps(parameters)))


@pytest.fixture
def loaded() -> None:
    """Load the tree."""
    assert ask("load", tree=to_json(SUPPER), pages={"soup": "../soup/"}) == {"tree": "supper", "edition": "1"}


@pytest.mark.usefixtures("loaded")
class TestView:
    def test_a_question_is_drawn_with_the_links_of_its_answers(self) -> None:
        shown = ask("view", tree="supper", link="supper?hungry=yes")

        assert shown["title"] == "Cook?"
        assert shown["link"] == "supper?hungry=yes&edition=1"
        assert 'data-question="cook"' in shown["html"]
        assert 'href="#supper?hungry=yes&amp;cook=yes&amp;edition=1"' in shown["html"]

    def test_the_picture_shows_the_question_that_is_asked_again(self) -> None:
        link = "supper?hungry=yes&cook=no&thirsty=no&edition=1&ask_again=hungry"
        either_way = "supper?hungry=unsure&cook=no&thirsty=no&edition=1&ask_again=hungry"

        assert ask("view", tree="supper", link=link)["map"]["nodes"]["hungry"] == "here"
        nodes = ask("view", tree="supper", link=either_way)["map"]["nodes"]
        assert (nodes["hungry"], nodes["toast"]) == ("here", "open")

    def test_an_outcome_leads_to_its_page(self) -> None:
        shown = ask("view", tree="supper", link="supper?hungry=yes&cook=yes&edition=1")

        assert shown["title"] == "Soup"
        assert 'data-outcome="soup"' in shown["html"]
        assert 'href="../soup/"' in shown["html"]

    def test_text_from_a_link_is_escaped(self) -> None:
        shown = ask("view", tree="supper", link="supper?<img src=x onerror=alert(1)>=1")

        assert "<img" not in shown["html"]
        assert "&lt;img src" in shown["html"]


@pytest.mark.parametrize(
    ("method", "payload", "code"),
    [
        ("fly", "{}", "unknown-method"),
        ("view", "{", "bad-json"),
        ("view", "[]", "bad-parameters"),
        ("view", "{}", "bad-parameters"),
        ("view", '{"tree": "no-such-tree", "link": ""}', "unknown-tree"),
        ("load", '{"tree": {}}', "bad-tree"),
        ("load", '{"tree": {"format": 2}}', "bad-tree"),
        ("view", f'{{"tree": {"1" * 5000}}}', "bad-json"),
        ("view", '{"tree": "supper", "link": "", "date": NaN}', "bad-json"),
        ("view", '{"tree": "supper", "tree": "supper", "link": ""}', "bad-json"),
        ("plan", '{"tree": "supper", "plan": "", "do": [], "now": 1e999}', "bad-json"),
        ("view", '{"tree": ' + "[" * 200_000, "bad-json"),
    ],
)
def test_a_call_that_cannot_be_answered_gives_an_error(method: str, payload: str, code: str) -> None:
    assert json.loads(call(method, payload))["error"]["code"] == code


@pytest.mark.parametrize(
    "where",
    [
        {"tree_page": 7},
        {"tree_page": "javascript:alert(1)"},
        {"plan_page": " java\nscript:alert(1)"},
        {"pages": ["soup/"]},
        {"pages": {"soup": None}},
        {"pages": {"soup": "data:text/html,<script>alert(1)</script>"}},
    ],
    ids=str,
)
def test_what_is_no_page_to_link_to_is_refused_when_it_is_loaded(where: dict[str, object]) -> None:
    assert ask("load", tree=to_json(SUPPER), **where)["error"]["code"] == "bad-parameters"


@pytest.mark.parametrize(
    "page", ["", "../soup/", "soup.html#a:b", "https://example.org/soup", "HTTP://example.org", "//a"]
)
def test_any_page_of_the_web_can_be_linked_to(page: str) -> None:
    assert "error" not in ask("load", tree=to_json(SUPPER), pages={"soup": page}, tree_page=page)


@pytest.mark.usefixtures("loaded")
class TestPlan:
    @pytest.mark.parametrize(
        "parameters",
        [
            {"do": [{"op": "fly"}]},
            {"do": [{"op": ["add"]}]},
            {"do": [{"op": "unmerge", "ids": "k1", "title": ""}]},
            {"do": ["add"]},
            {"now": True},
            {"now": 1.5},
        ],
        ids=str,
    )
    def test_an_operation_of_another_kind_is_refused(self, parameters: dict[str, object]) -> None:
        refused = ask("plan", **{"tree": "supper", "plan": "", "do": [], "now": 1, **parameters})

        assert refused["error"]["code"] == "bad-parameters"

    def test_what_is_no_id_names_no_need(self) -> None:
        unmerge = {"op": "unmerge", "ids": [["k1"], {}, None, 1], "title": ""}

        assert ask("plan", tree="supper", plan="", do=[unmerge], now=1)["trouble"] == []


@pytest.mark.usefixtures("loaded")
class TestHandOver:
    SENT = "supper?hungry=no&thirsty=unsure&edition=1"
    NOTES: ClassVar = {"need": "Tea?", "confirmations": {}, "evidence": {"hungry": {"who": "<b>Bo", "when": "1 May"}}}

    def test_a_colleague_gets_the_need_and_who_gave_the_answers_and_sends_theirs_back(self) -> None:
        handed = ask("hand_over", tree="supper", link=self.SENT, notes=self.NOTES)["link"]
        receiver = ask("view", tree="supper", link=handed)
        answered = handed.replace("thirsty=unsure", "thirsty=yes").replace("&said_by=", "&said_by=,,thirsty&said_by=")
        back = ask("send_back", tree="supper", link=answered, evidence={"who": "Asha", "when": ""})["link"]
        sender = ask("view", tree="supper", link=back)

        assert "Said by: <bdi>&lt;b&gt;Bo</bdi>, <bdi>1 May</bdi></span>" in receiver["html"]
        assert receiver["evidence"] == {}
        assert back == "supper?hungry=no&thirsty=yes&edition=1&said_by=Asha,,thirsty"
        assert sender["evidence"] == {"thirsty": {"who": "Asha", "when": ""}}
        assert sender["link"] == "supper?hungry=no&thirsty=yes&edition=1"
        assert "Said by" not in sender["html"]

    @pytest.mark.parametrize("evidence", [None, [], {}, {"who": "Asha"}, {"who": 1, "when": ""}])
    def test_evidence_of_another_kind_is_refused(self, evidence: object) -> None:
        refused = ask("send_back", tree="supper", link=self.SENT, evidence=evidence)

        assert refused["error"]["code"] == "bad-parameters"

    def test_notes_of_another_kind_are_refused(self) -> None:
        assert ask("hand_over", tree="supper", link=self.SENT, notes={})["error"]["code"] == "bad-parameters"


@pytest.mark.usefixtures("loaded")
class TestPreview:
    def test_it_names_what_an_answer_would_leave(self) -> None:
        assert ask("preview", tree="supper", link="supper?hungry=yes") == {
            "text": "This answer leaves 2 of 3 results: Soup, Toast"
        }

    def test_of_many_outcomes_it_names_the_first(self) -> None:
        ends = [f"end{number}" for number in range(13)]
        many = tree_of({"q": {"a": "r", "b": "end0"}, "r": {end: end for end in ends}}, tuple(ends), tree_id="many")
        ask("load", tree=to_json(many))

        named = ", ".join(f"End{number}" for number in range(10))
        assert ask("preview", tree="many", link="many?q=a") == {
            "text": f"This answer leaves 13 of 13 results: {named}, and 3 more"
        }

    def test_of_a_tree_that_was_not_loaded_it_says_so(self) -> None:
        assert ask("preview", tree="other", link="other")["error"]["code"] == "unknown-tree"


@pytest.mark.usefixtures("loaded")
class TestRecord:
    @staticmethod
    def forms(**parameters: object) -> dict[str, Any]:
        """Return the forms of a record."""
        notes = {"need": "Soup for two", "confirmations": {}}
        place = {"tree": "supper", "link": "supper?hungry=yes&cook=yes&edition=1", "address": "https://example.org/"}
        return ask("record", notes=notes, date="2026-01-31", **place, **parameters)["forms"]

    def test_it_is_written_in_every_form(self) -> None:
        forms = self.forms()

        assert set(forms) == {"markdown", "json", "html", "fhir", "nhs", "nhs_docx", "checklist", "docx"}
        # A questionnaire does not ask for the need.
        assert [name for name, form in forms.items() if "Soup for two" not in form["text"]] == ["fhir"]

    def test_forms_of_another_kind_are_refused(self) -> None:
        notes = {"need": "", "confirmations": {}}
        refused = ask("record", tree="supper", link="", notes=notes, address="", date="", forms=5)

        assert refused["error"]["code"] == "bad-parameters"

    def test_a_call_may_name_the_forms_that_it_needs(self) -> None:
        assert self.forms(forms=["html"]) == {"html": self.forms()["html"]}
