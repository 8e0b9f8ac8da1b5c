"""The forms of a record: each holds every part, and each shows what was typed as it was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fingerpost.record.addresses import absolute
from fingerpost.record.forms import FORMS
from fingerpost.record.naming import MAX_NAME, MAX_TITLE, name_of, title_of
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.text.markup import Text
from fingerpost.tree.model import Consideration, Tree
from full_supper import FULL_SUPPER, STATES
from live_tree import live_tree
from made_up import SUPPER
from record_forms import READERS, all_parts, typed_in
from states import record_of

ADDRESS = "https://example.org/a/supper/"

TYPED = (
    "1. x",
    "    four spaces, then  two\n  and two  \n\nnext paragraph  ",
    "# a\n## b ##\n- c\n+ d\n* e\n10) f\n> g\n---\n===\n    code",
    "a | b\n---|---\n1 | 2\n\n| a |\n|:-:|",
    "`code` ``` ~~~ ~~struck~~ ~20 **bold** _em_ snake_case \\ \\\\ \\*",
    "<b>x</b> </textarea><script>alert(1)</script> <!-- c --> a < b > c &amp; &#60; R&D <https://a.example>",
    "[x](javascript:alert(1)) ![x](y) [a]: b [^1] {: #id } :::\n: definition\n!!! note\n    inside\n??? x\n*[X]: y",
    "\N{RIGHT-TO-LEFT MARK}עברית\N{LEFT-TO-RIGHT MARK} \u0627\u0644 \N{WOMAN}\u200d\u2695\ufe0f",
    "\N{EM SPACE}x\N{IDEOGRAPHIC SPACE}",
    "a\r\nb\rc\n\n\n\nd\n\n",
    "\n\n  a\n\n   \n\nb",
    "\ttab",
    "C# #1 ##",
    "$5 and $6 @somebody #123 https://example.org/a_b_c www.example.org",
)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("words", TYPED)
def test_what_was_typed_stands_in_every_form_as_it_was_typed(form: str, words: str) -> None:
    answers = {"hungry": "yes", "cook": "yes"}
    record = record_of(FULL_SUPPER, answers, Notes(words, {"pan": Confirmation(confirmed=True, note=words)}))

    need, note = READERS[form](record).quotations

    assert need == typed_in(words)
    assert note == typed_in(words)


@pytest.mark.parametrize("form", READERS)
def test_a_line_stays_one_line_whatever_it_holds(form: str) -> None:
    odd = Text(plain="Is it\n# quite\n\n- 1. *right* <b> | x ~ #", html="")
    question = replace(SUPPER.questions["hungry"], ask=odd, answers=SUPPER.questions["hungry"].answers)
    tree = replace(
        FULL_SUPPER,
        title=odd,
        questions={**SUPPER.questions, "hungry": question},
        outcomes={
            name: replace(outcome, title=odd, summary=odd, combines=dict.fromkeys(outcome.combines, odd))
            for name, outcome in FULL_SUPPER.outcomes.items()
        },
        considerations={"pan": Consideration("pan", odd, odd)},
    )

    read = READERS[form](record_of(tree, {"hungry": "yes", "cook": "yes"}, Notes("", {"pan": Confirmation(True)})))

    line = "Is it # quite - 1. *right* <b> | x ~ #"
    assert read.title == f"{line}: {line}"
    assert read.headings == READERS[form](record_of(FULL_SUPPER, {"hungry": "yes", "cook": "yes"}, NOTED)).headings
    assert f"{line}: Yes" in read.lines
    assert f"Chosen option: “{line}”." in read.lines
    assert any(f"{line}: {line}" in text for text in read.lines)


@pytest.mark.parametrize("form", READERS)
def test_marks_that_turn_text_round_are_shown_everywhere(form: str) -> None:
    tree = replace(FULL_SUPPER, title=Text("a\u202eb", "a\u202eb"))

    read = READERS[form](record_of(tree, {}, Notes("c\u2066d\x00e\x9f")))

    assert read.title == "c(U+2066)d(U+0000)e(U+009F): not decided yet"
    assert read.quotations == [["c(U+2066)d(U+0000)e(U+009F)"]]
    assert any("“a(U+202E)b”" in line for line in read.lines)


NOTED = Notes("Feed 2.", {"pan": Confirmation(confirmed=True, note="In the oven.")})


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
@pytest.mark.parametrize("which", ["made-up", "live"])
def test_every_form_holds_every_part(form: str, answers: dict[str, str], which: str) -> None:
    tree, notes = FULL_SUPPER, NOTED
    if which == "live":
        # The same shapes of state on the site's own tree.
        tree = live_tree()
        names = list(tree.questions)
        answers = {names[number]: answer for number, answer in enumerate(answers.values())}
    record = record_of(
        tree, answers, notes if which == "made-up" else Notes("n"), address=ADDRESS, date="2026-01-31", pages=PAGES
    )

    read = READERS[form](record)

    missing = [part for part in all_parts(record) if not read.holds(part)]
    assert missing == []
    assert read.marks == {"status": "proposed", "date": "2026-01-31"}


PAGES = {"soup": "../soup/", "toast": "../toast/"}


def _marked() -> Tree:
    """Return the same tree with texts that are not the source's."""
    supper = FULL_SUPPER
    ask, unsure, why = (Text(words, words, ours=True) for words in ("Can you cook?", "Ask her.", "Dip it."))
    return replace(
        supper,
        questions={**supper.questions, "cook": replace(supper.questions["cook"], ask=ask, unsure=unsure)},
        outcomes={**supper.outcomes, "soup": replace(supper.outcomes["soup"], combines={"toast": why})},
    )


@pytest.mark.parametrize("form", READERS)
def test_a_record_explains_its_marks_once_where_it_has_any(form: str) -> None:
    explained = "Text marked “our reading” was written for this site. It is not part of the source."

    marked = READERS[form](record_of(_marked(), {"hungry": "yes", "cook": "yes"}, Notes()))
    unmarked = READERS[form](record_of(SUPPER, {"hungry": "yes", "cook": "yes"}, Notes()))

    assert [line for line in marked.lines if "our reading" in line and "written" in line] == [explained]
    assert not [line for line in unmarked.lines if "our reading" in line]


def test_the_json_names_the_texts_that_are_not_the_sources() -> None:
    record = record_of(_marked(), {"hungry": "yes", "cook": "yes"}, Notes())

    assert [part.get("ours") for part in record["answers"]] == [None, ["ask"]]
    assert record["outcome"]["combines"] == [{"id": "toast", "title": "Toast", "why": "Dip it.", "ours": ["why"]}]
    assert record_of(_marked(), {"hungry": "yes"}, Notes())["open"][0]["ours"] == ["ask", "ask_whom"]


class TestTheOutcome:
    def test_its_page_has_an_address_that_holds_outside_the_site(self) -> None:
        record = record_of(FULL_SUPPER, STATES["decided"], NOTED, address=ADDRESS, pages=PAGES)

        assert record["outcome"]["page"] == "https://example.org/a/soup/"
        assert record["outcome"]["combines"] == [
            {"id": "toast", "title": "Toast", "page": "https://example.org/a/toast/", "why": "Dip it."}
        ]
        assert "(<https://example.org/a/soup/>)" in FORMS["markdown"].write(record)
        assert '<a href="https://example.org/a/soup/">Soup</a>' in FORMS["html"].write(record)

    def test_its_reasons_are_told_where_fewer_answers_would_do(self) -> None:
        all_needed = FORMS["markdown"].write(record_of(FULL_SUPPER, STATES["decided"], NOTED))
        fewer = FORMS["markdown"].write(record_of(FULL_SUPPER, STATES["either way"], NOTED))

        assert "These answers are enough to decide it" not in all_needed
        assert "These answers are enough to decide it:\n\n* Cook? **No**\n* Thirsty? **No**" in fewer

    def test_question_answer_and_reason_are_set_apart(self) -> None:
        text = FORMS["markdown"].write(record_of(FULL_SUPPER, STATES["decided"], NOTED))

        assert "* Hungry? **Yes**: Since yes was felt." in text
        assert "* [x] Is the pan clean? It is used daily." in text


@pytest.mark.parametrize("address", ["javascript:alert(1)//", "data:text/html,x", ""])
def test_html_links_to_nothing_but_a_web_address(address: str) -> None:
    html = FORMS["html"].write(record_of(FULL_SUPPER, {}, Notes(), address=address, pages={"soup": "javascript:x"}))

    assert 'href="javascript:' not in html
    assert 'href="data:' not in html


def test_only_a_list_of_boxes_is_marked_as_one() -> None:
    html = FORMS["html"].write(record_of(FULL_SUPPER, {"hungry": "yes", "cook": "yes"}, NOTED))

    assert html.count('<ul class="fp-boxes"><li>☑ Is the pan clean?') == html.count("fp-boxes") == 1


class TestNames:
    @pytest.mark.parametrize(
        ("need", "name"),
        [
            ("12 clinics share heights.", "12-clinics-share-heights-soup"),
            ("", "supper-soup"),
            ("../../etc/passwd\x00", "etc-passwd-soup"),
            ("   \n # ?", "supper-soup"),
            ("Ŵyt ti'n siŵr?", "ŵyt-ti-n-siŵr-soup"),
            ("CON", "con-soup"),
            ("a" * 500, f"{'a' * MAX_NAME}-soup"),
            ("word " * 100, f"{'-'.join(['word'] * 9)}-soup"),
        ],
    )
    def test_a_file_is_named_by_its_need(self, need: str, name: str) -> None:
        assert name_of(need, "supper", "soup") == name

    @pytest.mark.parametrize(
        ("need", "title"),
        [
            ("\n Feed 2.\nAnd more.", "Feed 2: Soup"),
            (" \n", "Supper: Soup"),
            ("word " * 100, f"{' '.join(['word'] * 16)}…: Soup"),
            ("x" * 500, f"{'x' * (MAX_TITLE - 1)}…: Soup"),
        ],
    )
    def test_a_title_names_the_need(self, need: str, title: str) -> None:
        assert title_of(need, "Supper", "Soup") == title


@pytest.mark.parametrize(
    ("base", "href", "address"),
    [
        ("https://a.example/b/c/", "../d/", "https://a.example/b/d/"),
        ("https://a.example/b/c/?q#f", "../../d.html#x", "https://a.example/d.html#x"),
        ("https://a.example/b/c.html", "d.html", "https://a.example/b/d.html"),
        ("https://a.example/b/", "./", "https://a.example/b/"),
        ("https://a.example/b/", "..", "https://a.example/"),
        ("https://a.example/b/", "../../../d", "https://a.example/d"),
        ("https://a.example/b/", "/d/?x=../y", "https://a.example/d/?x=../y"),
        ("https://a.example", "d/", "https://a.example/d/"),
        ("https://a.example/b/", "http://c.example/d", "http://c.example/d"),
        ("https://a.example/b/", "//c.example/d", ""),
        ("https://a.example/b/", "javascript:alert(1)", ""),
        ("https://a.example/b/", "", ""),
        ("", "d/", ""),
        ("file:///home/x/site/b/", "../d/", ""),
    ],
)
def test_an_address_is_resolved_as_a_browser_does(base: str, href: str, address: str) -> None:
    assert absolute(base, href) == address
