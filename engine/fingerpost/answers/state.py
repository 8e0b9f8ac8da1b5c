"""A state: a tree with answers to it, and their position. Every change returns a new state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from fingerpost.answers.evidence import UNSAID, Evidence
from fingerpost.answers.link import link_text
from fingerpost.answers.position import Position, check_answers, position_of_known
from fingerpost.tree.cached import Cached
from fingerpost.tree.model import UNSURE, Tree

type _Answers = frozenset[tuple[str, str]]
"""The answers as pairs of a question and its answer: equal for states with equal answers."""


@dataclass(frozen=True, slots=True)
class State(Cached):
    """A tree with a set of answers.

    A link carries all of a state. States derived from one another share their positions, so each is computed once.

    Attributes:
        tree: A tree that passed its checks.
        answers: Question id to answer id or `unsure`, in any order.
        ask_again: Questions to ask again, in this order; each has an answer.
        hand_over: Whether only the open questions are asked, of somebody who was handed them.
        need: The need of the reader who handed the questions over, in their own words.
        said: Question id to who gave the answer and when, as far as a link says so; while questions are handed over,
            `UNSAID` for the answers of the person who got them.

    Examples:
        >>> state = fingerpost.State(fingerpost.read("tree.yml")).after("discussion", "yes")
        >>> state
        State(<Tree 'way-to-meet', edition '1': 2 questions, 3 outcomes>, {'discussion': 'yes'})
        >>> state.position.open, state.position.possible
        (('same-place',), ('room', 'call'))
        >>> state.after("same-place", "all").position.decided
        'room'
        >>> state.link
        'way-to-meet?discussion=yes&edition=1'
    """

    tree: Tree
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    ask_again: tuple[str, ...] = ()
    hand_over: bool = False
    need: str = ""
    said: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])

    def __repr__(self) -> str:
        further = f", ask_again={self.ask_again!r}" if self.ask_again else ""
        further += f", hand_over=True, need={self.need!r}" if self.hand_over else ""
        further += f", said={dict(self.said)!r}" if self.said else ""
        return f"State({self.tree!r}, {dict(self.answers)!r}{further})"

    @cached_property
    def position(self) -> Position:
        """The position of the answers, without those to be given again.

        Raises:
            ValueError: A question or answer id is not in the tree.
        """
        if self.ask_again:
            return self.settled.position
        known, key = self._positions, frozenset(self.answers.items())
        if key not in known:
            known[key] = position_of_known(self.tree, self.answers)
        return known[key]

    @cached_property
    def link(self) -> str:
        """The link text: the answers that count, in the order asked, then those set aside, then the rest of the state.

        Raises:
            ValueError: A question or answer id is not in the tree.
        """
        return self._link(self.ask_again)

    @cached_property
    def links_to_change(self) -> Mapping[str, str]:
        """Each question that counts, with the link of the state in which it is asked again; see `changing`.

        The answers are written once for all of them, since a long way has as many such links, each as long as the way.
        """
        hole = "\0"  # in no link
        link = self._link((hole,))
        return {
            question: link.replace(hole, ",".join(self._again_with(question))) for question in self.position.counted
        }

    @property
    def start(self) -> State:
        """The state before the first answer."""
        return self._with({})

    @property
    def given(self) -> State:
        """The state with the same answers and nothing else that a link carries."""
        # A state that cached itself would stay in memory, with all positions, until a garbage collection.
        return self._with(self.answers) if self.ask_again or self.hand_over or self.said else self

    @cached_property
    def firm(self) -> State:
        """The state without the answers to be given again; "not sure" still counts until then."""
        again = {question for question in self.ask_again if self.answers[question] != UNSURE}
        return self._with({question: self.answers[question] for question in self.answers if question not in again})

    @property
    def settled(self) -> State:
        """The state that the page shows: an answer is only asked for again while its question is live."""
        return self._settled if self.ask_again else self.given

    @cached_property
    def _settled(self) -> State:
        live = self.firm.position
        again = {*live.open, *live.counted}.intersection(self.ask_again)
        waiting = {question for question in self.ask_again if question not in again}
        return self._with({**self.firm.answers, **{question: self.answers[question] for question in waiting}})

    @property
    def counting(self) -> State:
        """The state of the tree without the questions that never count, nor answers to them."""
        tree = self.tree.counting
        if tree is self.tree:
            return self
        answers = {question: answer for question, answer in self.answers.items() if question in tree.questions}
        again = tuple([question for question in self.ask_again if question in tree.questions])
        return State(tree, answers, again, self.hand_over, self.need)

    @property
    def asked_again(self) -> tuple[str, ...]:
        """The questions to ask again that are live."""
        live = {*self.position.open, *self.position.counted} if self.ask_again else ()
        return tuple(question for question in self.ask_again if question in live)

    @property
    def canonical(self) -> State:
        """The state as links describe it, without what only the reader who was handed it, or gets it back, is to see.

        Those are questions to ask again that are not live, and who gave the answers.
        """
        if self.hand_over or (self.ask_again == self.asked_again and not self.said):
            return self
        return self._with(self.answers, self.asked_again)

    def after(self, question_id: str, answer_id: str) -> State:
        """Return the state after an answer, which replaces any earlier one to the same question.

        Raises:
            ValueError: The question or the answer is not in the tree.
        """
        return self.after_all({question_id: answer_id})

    def after_all(self, answers: Mapping[str, str]) -> State:
        """Return the state after several answers; see `after`."""
        check_answers(self.tree, answers)
        again = tuple(question for question in self.ask_again if question not in answers)
        said = {**self.said, **dict.fromkeys(answers, UNSAID)}
        return self._with({**self.answers, **answers}, again, hand_over=self.hand_over, said=said)

    def without(self, question_id: str) -> State:
        """Return the state without the answer to a question."""
        answers = {question: answer for question, answer in self.answers.items() if question != question_id}
        again = tuple(question for question in self.ask_again if question != question_id)
        return self._with(answers, again, hand_over=self.hand_over)

    def changing(self, question_id: str) -> State:
        """Return the state in which a question is asked again before all others."""
        return self._with(self.answers, self._again_with(question_id), hand_over=self.hand_over)

    def handed_over(self, ask_again: tuple[str, ...], need: str, said: Mapping[str, Evidence]) -> State:
        """Return the state that hands questions over, with only the answers that count.

        Args:
            ask_again: The questions handed over although they have an answer.
            need: The need in the reader's words.
            said: Question id to who gave the answer and when; what is about "not sure" or says nothing is left out.
        """
        counted = {question: self.answers[question] for question in self.position.counted}
        return self._shared(State(self.tree, counted, ask_again, True, need, _said_of(counted, said)))

    def sent_back(self, evidence: Evidence) -> State:
        """Return the state with all answers, for the reader who handed questions over.

        Args:
            evidence: Who gave the answers that came since, and when.
        """
        theirs = {question: evidence for question in self.said if self.said[question] == UNSAID}
        return self._shared(State(self.tree, self.answers, said=_said_of(self.answers, theirs)))

    @cached_property
    def _positions(self) -> dict[_Answers, Position]:
        """The positions computed so far for this state and all states derived from it, by their answers.

        Only a state that was not derived from another evaluates this: the answers of derived states are known to be
        valid.
        """
        check_answers(self.tree, self.answers)
        return {}

    def _link(self, ask_again: tuple[str, ...]) -> str:
        asked = self.given.position
        order = (*asked.counted, *asked.set_aside)
        return link_text(
            self.tree.id,
            ((question, self.answers[question]) for question in order),
            self.tree.edition,
            hand_over=self.hand_over,
            ask_again=ask_again,
            need=self.need if self.hand_over else "",
            said=((question, self.said[question]) for question in order if question in self.said),
        )

    def _again_with(self, question_id: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((question_id, *self.ask_again)))

    def _with(
        self,
        answers: Mapping[str, str],
        ask_again: tuple[str, ...] = (),
        *,
        hand_over: bool = False,
        said: Mapping[str, Evidence] | None = None,
    ) -> State:
        if not hand_over:
            return self._shared(State(self.tree, answers, ask_again))
        said = self.said if said is None else said
        return self._shared(State(self.tree, answers, ask_again, hand_over, self.need, said))

    def _shared(self, state: State) -> State:
        vars(state)["_positions"] = self._positions
        return state


def _said_of(answers: Mapping[str, str], said: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """Return who gave the answers, as far as it says anything: nobody is needed to be not sure."""
    return {
        question: given
        for question, answer in answers.items()
        if answer != UNSURE and (given := _trimmed(said.get(question, UNSAID))) != UNSAID
    }


def _trimmed(evidence: Evidence) -> Evidence:
    """Return evidence on one line, as a link can carry it."""
    return Evidence(" ".join(evidence.who.split()), " ".join(evidence.when.split()))
