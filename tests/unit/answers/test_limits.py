"""The limits of a link: whatever is as long as one is kept whole, and a character more is cut or refused."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from fingerpost.answers.damaged_link import repaired
from fingerpost.answers.evidence import LONGEST_WHEN, LONGEST_WHO, Evidence
from fingerpost.answers.link import MAX_LENGTH, MAX_NEED, MAX_SAID, cut, link_text, need_in, parts_of, said_in
from fingerpost.answers.reading import read_link
from made_up import SUPPER


def test_the_limits_are_those_that_are_documented() -> None:
    assert (MAX_LENGTH, MAX_NEED, MAX_SAID, LONGEST_WHO, LONGEST_WHEN) == (65_536, 500, 16_384, 200, 100)


@pytest.mark.parametrize("mark", ["", "#"])
def test_the_longest_link_is_read_whole(mark: str) -> None:
    answers = "supper?hungry=yes"
    longest = answers + "&" * (MAX_LENGTH - len(answers))

    assert read_link(SUPPER, mark + longest).state.answers == {"hungry": "yes"}
    too_long = read_link(SUPPER, f"{mark}{longest}&")
    assert too_long.state.answers == {}
    (problem,) = too_long.problems
    assert (problem.kind, problem.part) == ("too-long", cut(longest))


@pytest.mark.parametrize(("times", "left"), [(10, 0), (11, 1)])
def test_a_link_may_have_been_encoded_ten_times(times: int, left: int) -> None:
    link = "supper?hungry=yes"
    written = [link]
    for _ in range(times):
        written.append(quote(written[-1], safe=""))

    assert repaired(written[-1]).text == written[left]


def test_text_is_cut_one_character_past_its_length() -> None:
    assert cut("abcde", 5) == "abcde"
    assert cut("abcdef", 5) == "abcd…"
    assert cut("x" * 80) == "x" * 80
    assert cut("x" * 81) == "x" * 79 + "…"


@pytest.mark.parametrize(("length", "kept"), [(MAX_NEED, "x" * MAX_NEED), (MAX_NEED + 1, "x" * (MAX_NEED - 1) + "…")])
def test_a_need_is_cut_where_it_is_written_and_where_it_is_read(length: int, kept: str) -> None:
    link = link_text("supper", [("hungry", "no")], "1", hand_over=True, need="x" * length)

    assert read_link(SUPPER, link).state.need == kept
    assert need_in("x" * length) == kept


@pytest.mark.parametrize(
    ("longer", "who", "when"),
    [
        (0, "w" * LONGEST_WHO, "d" * LONGEST_WHEN),
        (1, "w" * (LONGEST_WHO - 1) + "…", "d" * (LONGEST_WHEN - 1) + "…"),
    ],
)
def test_who_gave_an_answer_is_cut_where_it_is_written_and_where_it_is_read(longer: int, who: str, when: str) -> None:
    evidence = Evidence("w" * (LONGEST_WHO + longer), "d" * (LONGEST_WHEN + longer))

    link = link_text("supper", [("hungry", "no")], "1", said=[("hungry", evidence)])

    assert read_link(SUPPER, link).state.said == {"hungry": Evidence(who, when)}
    assert said_in(f"{evidence.who},{evidence.when},hungry") == (Evidence(who, when), ["hungry", ""])


@pytest.mark.parametrize(("longer", "parts"), [(0, 2), (1, 1)])
def test_who_gave_answers_is_written_as_long_as_it_fits(longer: int, parts: int) -> None:
    """The second part reaches the limit exactly, or is one character longer; a third, short one never fits."""
    first = Evidence("a")
    first_part = "said_by=a,,q"
    name = "n" * (MAX_SAID - len(first_part) - len("said_by=b,,") + longer)

    link = link_text("t", [], "1", hand_over=True, said=[("q", first), (name, Evidence("b")), ("p", Evidence("c"))])

    said = [part.text for part in parts_of(link).parts if part.name == "said_by"]
    assert said == [first_part, f"said_by=b,,{name}"][:parts]


def test_only_the_mode_of_a_hand_over_is_one() -> None:
    assert read_link(SUPPER, "supper?hungry=yes&edition=1&mode=hand-over").state.hand_over
    for mode in ("", "other", "hand-overs", "HAND-OVER"):
        reading = read_link(SUPPER, f"supper?hungry=yes&edition=1&mode={mode}&cook=no")
        assert not reading.state.hand_over
        assert reading.state.answers == {"hungry": "yes", "cook": "no"}
        assert [problem.kind for problem in reading.problems] == ["unknown-question"]
