"""States: every change gives a new one, and what is known of answers is worked out once."""

from __future__ import annotations

import gc
from dataclasses import FrozenInstanceError, replace
from weakref import ref

import pytest

from fingerpost.answers.evidence import UNSAID, Evidence
from fingerpost.answers.reading import LinkReading
from fingerpost.answers.state import State
from fingerpost.render.surroundings import Surroundings
from fingerpost.render.view import view
from made_up import SUPPER, tree_of


def test_a_state_is_frozen() -> None:
    state = State(SUPPER, {})

    with pytest.raises(FrozenInstanceError):
        state.answers = {"hungry": "yes"}  # pyright: ignore[reportAttributeAccessIssue] # that is the test


def test_an_answer_gives_a_new_state_and_leaves_the_old_one() -> None:
    start = State(SUPPER, {})

    after = start.after("hungry", "yes")

    assert (dict(start.answers), dict(after.answers)) == ({}, {"hungry": "yes"})
    assert (start.link, after.link) == ("supper", "supper?hungry=yes&edition=1")


def test_an_answer_takes_the_place_of_an_earlier_one() -> None:
    state = State(SUPPER, {"hungry": "yes", "cook": "no"}).after("hungry", "no")

    assert state.link == "supper?hungry=no&cook=no&edition=1"
    assert state.position.set_aside == ("cook",)


def test_an_answer_can_be_taken_away() -> None:
    assert State(SUPPER, {"hungry": "yes", "cook": "no"}).without("cook") == State(SUPPER, {"hungry": "yes"})


def test_the_position_is_one_object() -> None:
    state = State(SUPPER, {"hungry": "yes"})

    assert state.position is state.position
    assert state.after("cook", "no").without("cook").position is state.position


@pytest.mark.parametrize("hand_over", [False, True])
@pytest.mark.parametrize("ask_again", [(), ("hungry",)])
def test_a_state_leaves_the_memory_with_its_last_use(*, hand_over: bool, ask_again: tuple[str, ...]) -> None:
    state = State(SUPPER, {"hungry": "unsure"}, ask_again, hand_over)
    gc.disable()
    try:
        view(LinkReading(state), Surroundings())
        remembered = ref(state)
        del state

        assert remembered() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("answers", [{"sleepy": "yes"}, {"hungry": "perhaps"}])
def test_what_the_tree_does_not_have_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"sleepy|perhaps"):
        _ = State(SUPPER, answers).link
    with pytest.raises(ValueError, match=r"sleepy|perhaps"):
        State(SUPPER, {}).after_all(answers)


class TestAskingAgain:
    STATE = State(SUPPER, {"hungry": "yes", "cook": "no"})

    def test_an_answer_that_is_asked_again_does_not_count_but_stays_in_the_link(self) -> None:
        changing = self.STATE.changing("cook")

        assert changing.position.open == ("cook",)
        assert changing.link == "supper?hungry=yes&cook=no&edition=1&ask_again=cook"
        assert changing.given.link == self.STATE.link

    def test_the_new_answer_ends_it(self) -> None:
        assert self.STATE.changing("cook").after("cook", "yes").link == "supper?hungry=yes&cook=yes&edition=1"

    def test_links_to_change_are_those_of_the_states_that_ask_again(self) -> None:
        for state in (
            self.STATE,
            self.STATE.changing("hungry").changing("cook"),
            self.STATE.handed_over(("cook",), "Tea?", {}),
        ):
            assert list(state.links_to_change) == list(state.position.counted)
            for question, link in state.links_to_change.items():
                assert link == state.changing(question).link

    def test_not_sure_counts_until_it_is_answered(self) -> None:
        state = State(SUPPER, {"hungry": "unsure"}, ("hungry",))

        assert state.asked_again == ("hungry",)
        assert state.position.counted == ("hungry",)

    def test_a_question_that_is_not_led_to_is_not_asked_again(self) -> None:
        state = State(SUPPER, {"hungry": "no", "cook": "no"}, ("cook",))

        assert state.asked_again == ()
        assert state.position.set_aside == ("cook",)
        assert state.canonical.link == "supper?hungry=no&cook=no&edition=1"

    def test_but_whoever_was_handed_it_is_asked_after_a_detour(self) -> None:
        handed = State(SUPPER, {"hungry": "no", "cook": "unsure"}, ("cook",), hand_over=True)

        assert handed.canonical == handed
        assert handed.link == "supper?hungry=no&cook=unsure&edition=1&mode=hand-over&ask_again=cook"


def test_only_what_counts_is_handed_over_with_the_need() -> None:
    state = State(SUPPER, {"hungry": "unsure", "cook": "yes", "thirsty": "no"}).after("hungry", "no")

    handed = state.handed_over((), "Tea?", {})

    assert handed.answers == {"hungry": "no", "thirsty": "no"}
    assert handed.link.endswith("&mode=hand-over&sender_need=Tea~3F")
    assert "sender_need" not in handed.given.link


def test_only_a_link_that_hands_over_carries_a_need() -> None:
    assert State(SUPPER, {"hungry": "no"}, need="Tea?").link == "supper?hungry=no&edition=1"


def test_a_state_says_what_it_has() -> None:
    tree = "<Tree 'supper', edition '1': 3 questions, 3 outcomes>"
    said = {"hungry": Evidence("Bo")}

    assert repr(State(SUPPER, {"hungry": "no"})) == f"State({tree}, {{'hungry': 'no'}})"
    assert repr(State(SUPPER, {"hungry": "no"}, ("hungry",))) == (
        f"State({tree}, {{'hungry': 'no'}}, ask_again=('hungry',))"
    )
    assert repr(State(SUPPER, {"hungry": "no"}, (), hand_over=True, need="Tea?", said=said)) == (
        f"State({tree}, {{'hungry': 'no'}}, hand_over=True, need='Tea?', "
        "said={'hungry': Evidence(who='Bo', when='')})"
    )


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"hungry": "no", "sleepy": "yes"}, "no question 'sleepy' in tree 'supper'"),
        ({"hungry": "perhaps"}, "question 'hungry' has no answer 'perhaps'"),
    ],
)
def test_what_is_refused_is_named(answers: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        State(SUPPER, {}).after_all(answers)


class TestChanges:
    """Each change keeps what it is not about."""

    HANDED = State(
        SUPPER,
        {"hungry": "unsure", "cook": "no", "thirsty": "unsure"},
        ("thirsty", "hungry"),
        hand_over=True,
        need="Tea?",
        said={"cook": Evidence("Bo")},
    )

    def test_an_answer_ends_that_its_question_is_asked_again(self) -> None:
        after = self.HANDED.after_all({"thirsty": "yes"})

        assert after == State(
            SUPPER,
            {"hungry": "unsure", "cook": "no", "thirsty": "yes"},
            ("hungry",),
            hand_over=True,
            need="Tea?",
            said={"cook": Evidence("Bo"), "thirsty": UNSAID},
        )

    def test_so_does_taking_it_away(self) -> None:
        without = self.HANDED.without("thirsty")

        assert without == replace(self.HANDED, answers={"hungry": "unsure", "cook": "no"}, ask_again=("hungry",))

    def test_a_question_to_change_is_asked_before_the_others_and_once(self) -> None:
        assert self.HANDED.changing("hungry") == replace(self.HANDED, ask_again=("hungry", "thirsty"))
        assert self.HANDED.changing("cook") == replace(self.HANDED, ask_again=("cook", "thirsty", "hungry"))

    def test_outside_a_hand_over_nobody_is_said_to_have_said_it(self) -> None:
        state = State(SUPPER, {"hungry": "no"}, said={"hungry": Evidence("Bo")})

        assert state.after("thirsty", "no") == State(SUPPER, {"hungry": "no", "thirsty": "no"})
        assert state.changing("hungry") == State(SUPPER, {"hungry": "no"}, ("hungry",))
        assert state.canonical == state.given == State(SUPPER, {"hungry": "no"})

    def test_the_start_has_nothing_and_what_is_given_the_answers(self) -> None:
        assert self.HANDED.start == State(SUPPER)
        assert self.HANDED.given == State(SUPPER, self.HANDED.answers)
        given = State(SUPPER, {"hungry": "no"})
        assert given.given is given

    def test_what_is_firm_is_all_but_what_is_asked_again_unless_it_is_not_sure(self) -> None:
        state = State(SUPPER, {"hungry": "no", "thirsty": "unsure", "cook": "yes"}, ("hungry", "thirsty"))

        assert state.firm == State(SUPPER, {"thirsty": "unsure", "cook": "yes"})

    def test_the_page_shows_answers_whose_questions_are_not_live_as_given(self) -> None:
        state = State(SUPPER, {"hungry": "yes", "cook": "no", "thirsty": "no"}, ("thirsty", "cook"))

        assert state.settled == State(SUPPER, {"hungry": "yes", "thirsty": "no"})
        assert state.asked_again == ("cook",)
        assert state.canonical == State(SUPPER, state.answers, ("cook",))

    def test_questions_that_never_count_are_left_out_with_their_answers(self) -> None:
        informed = tree_of(
            {"chat": {"a": "hungry", "b": "hungry"}, "hungry": {"yes": "soup", "no": "tea"}}, ("soup", "tea")
        )
        informed = replace(
            informed, questions={**informed.questions, "chat": replace(informed.questions["chat"], informative=True)}
        )
        state = State(informed, {"chat": "a", "hungry": "no"}, ("chat", "hungry"), hand_over=True, need="Tea?")

        counting = state.counting

        assert counting == State(informed.counting, {"hungry": "no"}, ("hungry",), hand_over=True, need="Tea?")
        assert state.given.counting.answers == {"hungry": "no"}
        plain = State(SUPPER, {"hungry": "no"})
        assert plain.counting is plain
