"""The record: complete, in its published form, safe whatever was typed, and opened again as it was saved."""

from __future__ import annotations

import json

import jsonschema
import pytest

from fingerpost.cli import main
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.record.reopen import RecordFormatError, reopen
from fingerpost.tree.model import Tree
from live_tree import DOCS, live_tree
from made_up import SUPPER, tree_of
from states import record_of

TO_MARKDOWN = FORMS["markdown"].write

SCHEMA = json.loads((DOCS / "reference" / "fingerpost-record.schema.json").read_text(encoding="utf-8"))

NASTY = (
    "</textarea><script>alert(1)</script> *bold* [x](javascript:alert(1)) `code`\n"
    "- a list\n1. a number\n# a heading\n\u202egnirts\u202c \U0001f469\u200d\u2695\ufe0f \x00\x07 &amp; | ~~ \\"
)

STATES = (
    {},
    {"proactive-request": "unsure"},
    {"proactive-request": "yes", "care-setting": "unsure", "location-known": "no", "repository-mandate": "no"},
    {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no", "location-known": "yes"},
)


@pytest.fixture(scope="module")
def tree() -> Tree:
    return live_tree()


def notes() -> Notes:
    return Notes(NASTY, {"provider-availability": Confirmation(confirmed=True, note=NASTY)})


@pytest.mark.parametrize("answers", STATES, ids=["start", "unsure", "either-way", "set-aside"])
def test_a_record_has_the_published_form(tree: Tree, answers: dict[str, str]) -> None:
    record = record_of(tree, answers, notes(), address="https://example.org/choose/", date="2026-01-31")

    jsonschema.validate(record, SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_schema_refuses_what_is_not_a_record(tree: Tree) -> None:
    record = record_of(tree, {}, Notes())

    for spoilt in (record | {"kind": "something"}, record | {"extra": 1}, {"kind": record["kind"]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, SCHEMA)


def test_a_record_says_everything_that_a_review_asks(tree: Tree) -> None:
    answers = {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"}

    text = TO_MARKDOWN(record_of(tree, answers, Notes("See child height data."), address="https://example.org/choose/"))

    for part in (
        "# See child height data: Registry/Repository",
        "> See child height data.",
        "status: proposed",
        "Chosen option: “Registry/Repository”.",
        "* Shared repository (ruled out)",
        "## Why not the other options",
        "## Answers that would lead to other options",
        "* [ ] Will the provider system always be available to process requests?",
        "Will a user or system proactively request access to information or a service? **Yes**: ",
        "edition 2022-11-24",
        "OGL-UK-3.0",
        "<https://example.org/choose/#integration-pattern?proactive-request=yes&care-setting=no"
        "&repository-mandate=no&edition=2022-11-24>",
    ):
        assert part in text


def test_an_undecided_record_names_what_is_possible_and_whom_to_ask(tree: Tree) -> None:
    text = TO_MARKDOWN(record_of(tree, {"proactive-request": "unsure"}, Notes()))

    assert "Not decided yet" in text
    assert "## Open questions" in text
    assert "Ask the clinical or service lead" in text


def test_a_very_long_need_is_kept_whole(tree: Tree) -> None:
    need = "🩺 <b> " * 20_000

    record = record_of(tree, {}, Notes(need))

    assert record["need"] == need
    assert reopen(tree, json.dumps(record)).notes.need == need


def test_the_answers_for_another_option_stand_in_the_order_asked() -> None:
    tree = tree_of({"a": {"x": "b", "y": "o"}, "b": {"x": "c", "y": "o"}, "c": {"x": "o", "y": "p"}}, ("o", "p"))

    told = TO_MARKDOWN(record_of(tree, {"a": "x", "b": "unsure", "c": "x"}, Notes()))

    assert told.index("    * also answer: B? **X**") < told.index("    * change the answer to: C? **Y**")


class TestOpeningAgain:
    def test_answers_and_notes_come_back(self, tree: Tree) -> None:
        record = record_of(tree, STATES[2], notes())

        opened = reopen(tree, json.dumps(record))

        assert opened.link == record["link"]
        assert opened.notes.need == NASTY
        assert opened.notes.confirmations["provider-availability"] == Confirmation(confirmed=True, note=NASTY)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("not JSON", "reopen-not-json"),
            ("[" * 100_000, "reopen-not-json"),
            ("{}", "reopen-no-record"),
            ("[1]", "reopen-no-record"),
            ('{"kind": "fingerpost-record", "version": 1}', "reopen-no-record"),
            *(
                (
                    f'{{"kind": "fingerpost-record", "version": {version}, "tree": {{"id": "supper"}}, "link": ""}}',
                    "reopen-no-record",
                )
                for version in ("true", "0", "-5")
            ),
            (
                '{"kind": "fingerpost-record", "version": 9, "tree": {"id": "supper"}, "link": ""}',
                "reopen-later-version",
            ),
            (
                '{"kind": "fingerpost-record", "version": 1, "tree": {"id": "lunch"}, "link": ""}',
                "reopen-other-tree",
            ),
            *(
                (
                    f'{{"kind": "fingerpost-record", "version": 1, "tree": {{"id": "supper"}}, "link": "{link}"}}',
                    "reopen-no-record",
                )
                for link in ("", "no link", "lunch?hungry=yes", "?hungry=yes", "javascript:alert(1)")
            ),
        ],
    )
    def test_anything_else_is_refused_with_its_reason(self, text: str, reason: str) -> None:
        with pytest.raises(RecordFormatError, match=reason):
            reopen(SUPPER, text)

    def test_spoilt_notes_are_left_out_and_the_rest_is_opened(self) -> None:
        text = json.dumps(
            {
                "kind": "fingerpost-record",
                "version": 1,
                "tree": {"id": "supper"},
                "link": "supper?hungry=yes",
                "need": 7,
                "confirm": [{"id": "pan"}, 3],
            }
        )

        opened = reopen(SUPPER, text)

        assert opened.link == "supper?hungry=yes"
        assert opened.notes == Notes()


def test_the_command_line_writes_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    tree_file = str(DOCS / "choose" / "tree.yml")

    assert main(["record", tree_file, "proactive-request=no", "--format", "json", "--need", "N"]) == 0
    record = json.loads(capsys.readouterr().out)
    jsonschema.validate(record, SCHEMA)
    for form in (form for form in FORMS.values() if form.document is None):
        answers = ["proactive-request=no", "--format", form.name, "--need", "N"]
        assert main(["record", tree_file, *answers]) == 0
        assert capsys.readouterr().out.rstrip("\n") == form.write(record).rstrip("\n")
