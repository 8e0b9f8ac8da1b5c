"""Links after other programs had them: decoding as Python has it, and what counts whatever happens."""

from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from damaged_links import CUT, WHOLE, answers_within
from fingerpost.answers.damaged_link import decoded
from fingerpost.answers.evidence import LONGEST_WHEN, LONGEST_WHO, Evidence
from fingerpost.answers.reading import read_link
from fingerpost.answers.state import State
from fingerpost.tree.model import Tree
from states import link_of
from trees import answered_trees

_TEXTS = st.text(
    st.one_of(st.sampled_from("%aAfF09Zé 2c3€"), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=60
)
_INSERTED = st.text(st.sampled_from("%?&=#.,)…\r\n 25ABamp;\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"), max_size=6)


@given(_TEXTS)
def test_codes_are_decoded_as_python_decodes_them(text: str) -> None:
    assert decoded(text) == unquote(text)


def _is_possible(damages: list[str]) -> bool:
    """Return whether a text is wrapped once at most: a program that finds it wrapped takes it as several lines."""
    return sum(name.startswith(("wrapped", "as mail")) for name in damages) <= 1


@given(answered_trees(), st.lists(st.sampled_from(list(WHOLE)), min_size=1, max_size=3).filter(_is_possible))
def test_whatever_programs_a_link_went_through_it_says_the_same(
    answered: tuple[Tree, dict[str, str]], damages: list[str]
) -> None:
    tree, answers = answered
    text = link_of(tree, answers)
    # What a text ends with, or is wrapped with, comes after it has been encoded, as on the way through programs.
    for name in sorted(damages, key=list(WHOLE).index, reverse=True):
        text = WHOLE[name](text)

    reading = read_link(tree, text)

    assert reading.state.answers == answers
    assert reading.problems == ()


@given(answered_trees(), st.data())
def test_wherever_a_link_is_cut_its_whole_answers_count(
    answered: tuple[Tree, dict[str, str]], data: st.DataObject
) -> None:
    tree, answers = answered
    link = link_of(tree, answers)
    text = link[: data.draw(st.integers(len(tree.id), len(link)))]

    reading = read_link(tree, text)

    assert reading.state.answers == answers_within(link, text)


@given(answered_trees(), st.data(), _INSERTED)
def test_no_damage_is_a_fault_and_what_stands_before_it_counts(
    answered: tuple[Tree, dict[str, str]], data: st.DataObject, inserted: str
) -> None:
    tree, answers = answered
    link = link_of(tree, answers)
    at = data.draw(st.integers(len(tree.id), len(link)))
    before = link[:at] if "?" in link[:at] else f"{tree.id}?"

    reading = read_link(tree, f"{before}&{inserted}{link[at:]}")

    assert answers_within(link, before).items() <= reading.state.answers.items()
    assert reading.state.position.possible


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(answered_trees(), _WORDS, _WORDS, st.sampled_from([name for name in WHOLE if "wrap" not in name]), st.data())
def test_who_gave_answers_comes_back_as_it_was_sent(
    answered: tuple[Tree, dict[str, str]], who: str, when: str, damage: str, data: st.DataObject
) -> None:
    tree, answers = answered
    said = {name: Evidence(who, when) for name in answers if data.draw(st.booleans())}
    handed = State(tree, answers).handed_over((), "", said)

    reading = read_link(tree, WHOLE[damage](handed.link))

    assert reading.state == handed
    assert reading.state.link == handed.link
    assert reading.problems == ()
    for given_by in reading.state.said.values():
        assert given_by == Evidence(" ".join(who.split()), " ".join(when.split()))


@given(answered_trees(), st.text(max_size=400))
def test_no_text_about_who_answered_takes_an_answer_away(answered: tuple[Tree, dict[str, str]], text: str) -> None:
    tree, answers = answered
    value = text.replace("&", "").replace("%", "")
    link = f"{link_of(tree, answers)}&said_by={value}&edition={tree.edition}" if answers else ""

    reading = read_link(tree, link)

    assert reading.state.answers == answers
    assert all(len(by.who) <= LONGEST_WHO and len(by.when) <= LONGEST_WHEN for by in reading.state.said.values())
    assert read_link(tree, reading.state.link).state.link == reading.state.link


@given(answered_trees(), st.sampled_from(list(CUT)))
def test_no_cut_adds_an_answer(answered: tuple[Tree, dict[str, str]], name: str) -> None:
    tree, answers = answered
    # So that there is an answer to cut.
    answers = answers or {tree.start: "unsure"}

    reading = read_link(tree, CUT[name](link_of(tree, answers)))

    assert reading.state.answers.items() <= answers.items()
    assert [problem.kind for problem in reading.problems] == ["cut-off"]
