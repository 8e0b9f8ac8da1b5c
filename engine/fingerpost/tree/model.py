"""The tree as immutable data: questions, outcomes, and everything an author writes about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from fingerpost.text.markup import Text
from fingerpost.tree.cached import Cached
from fingerpost.tree.graph import Graph
from fingerpost.tree.purpose import Conflict, Step, UseCase

FORMAT = 1
"""The version of the tree format that this package reads and writes."""

UNSURE = "unsure"
"""The reserved answer that keeps every branch of a question open.

Examples:
    >>> tree = fingerpost.read("tree.yml")
    >>> fingerpost.State(tree, {"discussion": "yes", "same-place": fingerpost.UNSURE}).position.possible
    ('room', 'call')
"""

EDITION = "edition"
"""The name that carries the edition in a link."""

MODE = "mode"
"""The name that carries the mode of the page in a link."""

RESERVED = (EDITION, MODE)
"""Names in links that are not questions; no question may have one of them as its id."""

FURTHER_FORMS: Final = ("nhs", "nhs.docx", "checklist")
"""The forms of the record that one organisation asks for, so that the page only offers them if the tree says so."""

EDITION_PATTERN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""The form of an edition, which links contain unchanged."""

EDITION_LENGTH: Final = 64
"""The most characters that an edition may have."""


def is_edition(text: str) -> bool:
    """Return whether a text can be an edition."""
    return len(text) <= EDITION_LENGTH and EDITION_PATTERN.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """One labelled edge out of a question.

    Attributes:
        id: Unique within its question.
        label: The words that the reader chooses, for instance "Yes".
        go: Id of the question or outcome that this answer leads to.
        note: A short explanation beside the label.
        because: Why this answer leads where it does, in words that can be quoted.
        when: The answer as a clause that follows "when".

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> for answer in tree.questions["discussion"].answers:
        ...     print(answer.id, answer.label.plain, answer.go)
        yes Yes same-place
        no No message
    """

    id: str
    label: Text
    go: str
    note: Text | None = None
    because: Text | None = None
    when: Text | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A node that asks one thing.

    Attributes:
        id: Unique among questions and outcomes.
        ask: The question itself.
        answers: In the author's order; ids are unique.
        reason: Why it is asked, in one line.
        help: Examples and notes; block HTML.
        unsure: Who to ask, and what to ask them.
        unsure_allowed: False where the author forbids "I'm not sure".
        more: Further examples and notes, so that the words of the source and the author's own can be kept apart; block
            HTML.
        short: A name of a few words, for places without room for the question.
        informative: Whether the author wants it asked although its answers lead to one place.

    Examples:
        >>> question = fingerpost.read("tree.yml").questions["same-place"]
        >>> question.ask.plain
        'Can everybody come to one place?'
        >>> question.answer("all").label.plain
        'Everybody'
    """

    id: str
    ask: Text
    answers: tuple[Answer, ...]
    reason: Text | None = None
    help: Text | None = None
    unsure: Text | None = None
    unsure_allowed: bool = True
    more: Text | None = None
    short: Text | None = None
    informative: bool = False

    def answer(self, answer_id: str) -> Answer | None:
        """Return the answer with this id, or None."""
        return next((answer for answer in self.answers if answer.id == answer_id), None)


@dataclass(frozen=True, slots=True)
class Rating:
    """What to expect of an outcome in respect of one quality.

    Attributes:
        id: The id of the quality.
        values: Ids of the values that fit the outcome.
        text: What to expect, with links to where each fact comes from.
        more: Further words, for example the author's own reading.
    """

    id: str
    values: tuple[str, ...]
    text: Text | None = None
    more: Text | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A node that recommends something.

    Attributes:
        id: Unique among questions and outcomes.
        title: Its name.
        summary: One line that says what it is.
        page: Path of its explanation, relative to the documentation folder; None where it has no page.
        confirm: Ids of the considerations that matter to it and that the tree does not ask about.
        combines: Other outcomes that it works with (outcome id: why and how).
        otherwise: What to do if a consideration cannot be confirmed for it, by the consideration's id.
        qualities: What to expect of it, by the id of the quality.
        steps: Ids of the steps to take once it is the result.
        sequence: How it works, as the text of a sequence diagram.

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> [outcome.title.plain for outcome in tree.outcomes.values()]
        ['A message', 'A room', 'A video call']
    """

    id: str
    title: Text
    summary: Text | None = None
    page: str | None = None
    confirm: tuple[str, ...] = ()
    combines: Mapping[str, Text] = field(default_factory=dict[str, Text])
    otherwise: Mapping[str, Text] = field(default_factory=dict[str, Text])
    qualities: Mapping[str, Rating] = field(default_factory=dict[str, Rating])
    steps: tuple[str, ...] = ()
    sequence: str | None = None


@dataclass(frozen=True, slots=True)
class Consideration:
    """A point to confirm that the tree does not ask about.

    Attributes:
        id: Unique among considerations.
        ask: The point to confirm.
        why: Why it matters.
        otherwise: What to do if it cannot be confirmed.
    """

    id: str
    ask: Text
    why: Text | None = None
    otherwise: Text | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """A respect in which outcomes can be compared.

    Attributes:
        id: Unique among qualities.
        title: Its name.
        values: The values that an outcome can have, by id, in the author's order.
        help: What it means, in one line.
    """

    id: str
    title: Text
    values: Mapping[str, Text]
    help: Text | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A worked example: a need, its answers, and the outcome they must lead to.

    Attributes:
        id: Unique among scenarios.
        need: The situation in the reader's words.
        answers: Question id to answer id or `unsure`, in the order written.
        expect: The id of the outcome that the answers must decide.
        title: Its short name for readers; None if the need alone says enough.
        sequence: Words for the sequence diagram of its outcome, by the letters of a participant or the number of a
            message.
    """

    id: str
    need: Text
    answers: Mapping[str, str]
    expect: str
    title: Text | None = None
    sequence: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Source:
    """The origin of the guidance.

    Attributes:
        title: Name of the original.
        url: Its address.
        licence: SPDX identifier of its licence.
    """

    title: str
    url: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Renames:
    """Ids that changed since earlier editions, so that old links keep working.

    Attributes:
        questions: Old question id to present question id.
        answers: `question/answer` with the old answer id to the present answer id;
            the question is named by its present id.
        outcomes: Old outcome id to present outcome id.
    """

    questions: Mapping[str, str] = field(default_factory=dict[str, str])
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    outcomes: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of outcome that an edition made, so that older links can report it.

    Attributes:
        id: Unique among revisions.
        edition: The edition that made the change.
        when: The answers that it concerns: question id to answer id.
        was: The outcome that these answers led to before, as the reader knew it.
        because: Why it was changed.
    """

    id: str
    edition: str
    when: Mapping[str, str]
    was: Text
    because: Text


@dataclass(frozen=True, slots=True)
class Tree(Cached):
    """A directed acyclic graph of questions and outcomes with one start; branches may join.

    Attributes:
        id: Names the tree in links.
        title: Its title.
        edition: The version of the guidance that this tree states.
        start: Id of the first question.
        questions: By id, in the author's order.
        outcomes: By id, in the author's order.
        source: Where the guidance comes from.
        considerations: By id.
        scenarios: By id.
        renamed: Ids of earlier editions.
        revised: Changes of outcome that editions made, by id.
        editions: The earlier editions that were published: links from them may still be in use.
        verdict: The line above a result; None for the engine's own.
        noun: The word for the outcomes, in the plural and as written within a sentence; None for the engine's own.
        caution: What readers must not write into a record, in a sentence; None for the engine's own.
        qualities: What to compare outcomes by, by id, in the author's order.
        groups: The names of the groups of steps, by id, in the author's order.
        steps: What to do or to use after a result, by id.
        conflicts: Pairs of needs that a plan should not have without a second look, by id.
        use_cases: What people need to do, by id, each with worked examples.
        forms: The names of the further forms of the record that the page offers.

    Examples:
        >>> tree = fingerpost.read("tree.yml")
        >>> tree.title.plain, tree.edition, list(tree.questions)
        ('Choose a way to meet', '1', ['discussion', 'same-place'])
    """

    id: str
    title: Text
    edition: str
    start: str
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]
    source: Source | None = None
    considerations: Mapping[str, Consideration] = field(default_factory=dict[str, Consideration])
    scenarios: Mapping[str, Scenario] = field(default_factory=dict[str, Scenario])
    renamed: Renames = field(default_factory=Renames)
    revised: Mapping[str, Revision] = field(default_factory=dict[str, Revision])
    editions: tuple[str, ...] = ()
    verdict: str | None = None
    noun: str | None = None
    caution: str | None = None
    qualities: Mapping[str, Quality] = field(default_factory=dict[str, Quality])
    groups: Mapping[str, Text] = field(default_factory=dict[str, Text])
    steps: Mapping[str, Step] = field(default_factory=dict[str, Step])
    conflicts: Mapping[str, Conflict] = field(default_factory=dict[str, Conflict])
    use_cases: Mapping[str, UseCase] = field(default_factory=dict[str, UseCase])
    forms: tuple[str, ...] = ()

    def __repr__(self) -> str:
        # With all its parts, a tree would fill the terminal, as would everything that holds one.
        size = f"{len(self.questions)} questions, {len(self.outcomes)} outcomes"
        return f"<Tree {self.id!r}, edition {self.edition!r}: {size}>"

    @cached_property
    def graph(self) -> Graph:
        """The edges between the questions and outcomes."""
        return Graph(self.start, self.questions, self.outcomes)

    @cached_property
    def counting(self) -> Tree:
        """The tree without the questions that never count: the same outcomes, for the same answers to the others."""
        after = self.graph.passed_through
        if not after:
            return self
        return Tree(
            self.id,
            self.title,
            self.edition,
            after.get(self.start, self.start),
            {name: _leading_past(question, after) for name, question in self.questions.items() if name not in after},
            self.outcomes,
            self.source,
            self.considerations,
            self.scenarios,
            self.renamed,
            self.revised,
            self.editions,
            self.verdict,
            self.noun,
            self.caution,
            self.qualities,
            self.groups,
            self.steps,
            self.conflicts,
            self.use_cases,
            self.forms,
        )


def _leading_past(question: Question, after: Mapping[str, str]) -> Question:
    answers = question.answers
    return Question(
        question.id,
        question.ask,
        tuple(
            [
                Answer(each.id, each.label, after.get(each.go, each.go), each.note, each.because, each.when)
                for each in answers
            ]
        ),
        question.reason,
        question.help,
        question.unsure,
        question.unsure_allowed,
        question.more,
        question.short,
    )
