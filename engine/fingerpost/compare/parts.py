"""What two editions consist of: parts added, removed, renamed, rerouted and reworded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.compare.matching import Matching
from fingerpost.text.markup import Text
from fingerpost.tree.model import Answer, Consideration, Outcome, Question, Revision, Scenario, Tree


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an edition.

    Attributes:
        kind: `question`, `answer`, `outcome`, `consideration` or `scenario`.
        id: Its id; that of an answer follows its question's and a slash.
        words: What readers see of it.
    """

    kind: str
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Rename:
    """A part that has another id than before.

    Attributes:
        kind: `question`, `answer` or `outcome`.
        before: The old id.
        after: The present id.
    """

    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Reroute:
    """An answer that leads to another node; the start counts as one.

    Attributes:
        question: The present id of the question; None for the start.
        answer: The present id of the answer; None for the start.
        before: Where it led, by the present id.
        after: Where it leads.
    """

    question: str | None
    answer: str | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text or a setting that differs.

    Attributes:
        kind: `tree`, `question`, `answer`, `outcome`, `consideration` or `scenario`.
        id: The present id.
        field: The field of the format.
        before: What it said; None where it was not there.
        after: What it says.
    """

    kind: str
    id: str
    field: str
    before: str | None
    after: str | None


type _Fields = Mapping[str, tuple[str, str | None]]
"""For each field, what is compared and what is shown of it."""


@dataclass(slots=True)
class Differences:
    """The parts of two editions that differ, in the order of the new edition; what is gone in that of the old.

    Attributes:
        added: What only the new edition has.
        removed: What only the old edition has.
        renamed: What has another id than before.
        rerouted: The answers that lead to another node.
        reworded: The texts and settings that differ.
    """

    added: list[Part] = field(default_factory=list[Part])
    removed: list[Part] = field(default_factory=list[Part])
    renamed: list[Rename] = field(default_factory=list[Rename])
    rerouted: list[Reroute] = field(default_factory=list[Reroute])
    reworded: list[Rewording] = field(default_factory=list[Rewording])

    def compare_fields(self, kind: str, part: str, before: _Fields, after: _Fields) -> None:
        """Take the fields that differ."""
        for name, (compared, shown) in after.items():
            was, was_shown = before[name]
            if was != compared:
                self.reworded.append(Rewording(kind, part, name, was_shown, shown))


def differences(old: Tree, new: Tree, matching: Matching) -> Differences:
    """Return the parts of two editions that differ."""
    found = Differences()
    found.compare_fields("tree", new.id, _tree_fields(old), _tree_fields(new))
    start = matching.questions[old.start]
    if start != new.start:
        found.rerouted.append(Reroute(None, None, start, new.start))
    _questions(old, new, matching, found)
    _outcomes(old, new, matching, found)
    for scenario in (new.scenarios[name] for name in new.scenarios if name in old.scenarios):
        before = _scenario_fields(old.scenarios[scenario.id], matching)
        found.compare_fields("scenario", scenario.id, before, _scenario_fields(scenario, None))
    for consideration in (new.considerations[name] for name in new.considerations if name in old.considerations):
        before = _consideration_fields(old.considerations[consideration.id])
        found.compare_fields("consideration", consideration.id, before, _consideration_fields(consideration))
    for one, other, parts in ((new, old, found.added), (old, new, found.removed)):
        for name, consideration in one.considerations.items():
            if name not in other.considerations:
                parts.append(Part("consideration", name, consideration.ask.plain))
        for name, scenario in one.scenarios.items():
            if name not in other.scenarios:
                parts.append(Part("scenario", name, (scenario.title or scenario.need).plain))
    return found


def _questions(old: Tree, new: Tree, matching: Matching, found: Differences) -> None:
    before_of = {now: old.questions[before] for before, now in matching.questions.items()}
    for before, now in matching.questions.items():
        if before != now:
            found.renamed.append(Rename("question", before, now))
        if now not in new.questions:
            found.removed.append(Part("question", now, old.questions[before].ask.plain))
    for question in new.questions.values():
        before = before_of.get(question.id)
        if before is None:
            found.added.append(Part("question", question.id, question.ask.plain))
        # Most questions are as they were: a quick look at the whole saves the look at each field.
        elif before != question:
            found.compare_fields("question", question.id, _question_fields(before), _question_fields(question))
            _answers(before, question, matching, found)


def _answers(before: Question, question: Question, matching: Matching, found: Differences) -> None:
    was_of = {matching.answer(question.id, answer.id): answer for answer in before.answers}
    for now, was in was_of.items():
        if was.id != now:
            found.renamed.append(Rename("answer", f"{question.id}/{was.id}", f"{question.id}/{now}"))
        if question.answer(now) is None:
            found.removed.append(Part("answer", f"{question.id}/{now}", was.label.plain))
    for answer in question.answers:
        was = was_of.get(answer.id)
        if was is None:
            found.added.append(Part("answer", f"{question.id}/{answer.id}", answer.label.plain))
            continue
        if matching.node(was.go) != answer.go:
            found.rerouted.append(Reroute(question.id, answer.id, matching.node(was.go), answer.go))
        part = f"{question.id}/{answer.id}"
        found.compare_fields("answer", part, _answer_fields(was), _answer_fields(answer))


def _outcomes(old: Tree, new: Tree, matching: Matching, found: Differences) -> None:
    before_of = {now: old.outcomes[before] for before, now in matching.outcomes.items()}
    for before, now in matching.outcomes.items():
        if before != now:
            found.renamed.append(Rename("outcome", before, now))
        if now not in new.outcomes:
            found.removed.append(Part("outcome", now, old.outcomes[before].title.plain))
    for outcome in new.outcomes.values():
        before = before_of.get(outcome.id)
        if before is None:
            found.added.append(Part("outcome", outcome.id, outcome.title.plain))
        else:
            fields = _outcome_fields(before, matching)
            found.compare_fields("outcome", outcome.id, fields, _outcome_fields(outcome, None))


def _tree_fields(tree: Tree) -> _Fields:
    source = tree.source
    named = None if source is None else ", ".join(word for word in (source.title, source.url, source.licence) if word)
    return {
        "title": _text(tree.title),
        "verdict": _word(tree.verdict),
        "noun": _word(tree.noun),
        "source": _word(named),
        "editions": _word(", ".join(tree.editions) or None),
        "revised": _word("; ".join(_revision(revision) for revision in tree.revised.values()) or None),
    }


def _revision(revision: Revision) -> str:
    answers = ", ".join(f"{question} {answer}" for question, answer in revision.when.items())
    return f"{revision.id} ({revision.edition}: {answers}): {revision.was.plain}, {revision.because.plain}"


def _question_fields(question: Question) -> _Fields:
    allowed = "allowed" if question.unsure_allowed else "not allowed"
    return {
        "ask": _text(question.ask),
        "reason": _text(question.reason),
        "help": _text(question.help),
        "more": _text(question.more),
        "unsure": _text(question.unsure) if question.unsure_allowed else (allowed, allowed),
        "ours": _ours(
            ask=question.ask, reason=question.reason, help=question.help, more=question.more, unsure=question.unsure
        ),
    }


def _answer_fields(answer: Answer) -> _Fields:
    return {
        "label": _text(answer.label),
        "note": _text(answer.note),
        "because": _text(answer.because),
        "ours": _ours(label=answer.label, note=answer.note, because=answer.because),
    }


def _outcome_fields(outcome: Outcome, matching: Matching | None) -> _Fields:
    combines = [
        (matching.outcomes.get(other, other) if matching else other, why) for other, why in outcome.combines.items()
    ]
    return {
        "title": _text(outcome.title),
        "summary": _text(outcome.summary),
        "page": _word(outcome.page),
        "confirm": _word(", ".join(outcome.confirm) or None),
        "combines": (
            "\n".join(f"{other}: {why.html}" for other, why in combines),
            "; ".join(f"{other}: {why.plain}" for other, why in combines) or None,
        ),
        "ours": _ours(
            title=outcome.title, summary=outcome.summary, **{f"combines/{other}": why for other, why in combines}
        ),
    }


def _consideration_fields(consideration: Consideration) -> _Fields:
    return {
        "ask": _text(consideration.ask),
        "why": _text(consideration.why),
        "ours": _ours(ask=consideration.ask, why=consideration.why),
    }


def _scenario_fields(scenario: Scenario, matching: Matching | None) -> _Fields:
    pairs = list(scenario.answers.items())
    expect = scenario.expect
    if matching:
        named = [(matching.questions.get(question, question), answer) for question, answer in pairs]
        pairs = [(question, matching.answer(question, answer)) for question, answer in named]
        expect = matching.outcomes.get(expect, expect)
    return {
        "title": _text(scenario.title),
        "need": _text(scenario.need),
        "answers": _word(", ".join(f"{question} {answer}" for question, answer in pairs)),
        "expect": _word(expect),
        "ours": _ours(title=scenario.title, need=scenario.need),
    }


def _text(text: Text | None) -> tuple[str, str | None]:
    # HTML is compared, so that a link that leads elsewhere is seen; what readers see is shown.
    return ("", None) if text is None else (text.html, text.plain)


def _ours(**texts: Text | None) -> tuple[str, str | None]:
    """Return the names of the texts that are not the source's."""
    return _word(", ".join(name for name, text in texts.items() if text is not None and text.ours) or None)


def _word(word: str | None) -> tuple[str, str | None]:
    return (word or "", word)
