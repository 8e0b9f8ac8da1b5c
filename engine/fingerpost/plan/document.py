"""Turns a plan into a document: the content of the forms for readers, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fingerpost.plan.arrows import arrow_words, system_name
from fingerpost.plan.standing import Standing
from fingerpost.plan.summary import counts
from fingerpost.plan.together import conflict_words, need_numbers
from fingerpost.plan.whole import WholePlan
from fingerpost.record.blocks import Block, Document, Item, Items, Line, Run, Section, Typed, section_of
from fingerpost.record.naming import shortened
from fingerpost.record.passages import chosen
from fingerpost.record.typed import one_line, paragraphs
from fingerpost.render.names import capital_noun
from fingerpost.render.notices import problem_text
from fingerpost.text.wording import say
from fingerpost.tree.model import UNSURE, Outcome


def document(whole: WholePlan) -> Document:
    """Return the document of a plan."""
    tree = whole.tree
    sections = (
        *(section for standing in whole.standings for section in _need(whole, standing)),
        section_of(say("plan-used", noun=capital_noun(tree)), _used(whole)),
        section_of(say("plan-combine"), _combined(whole)),
        section_of(say("plan-conflicts"), _conflicts(whole)),
        section_of(say("plan-picture-lead"), _arrows(whole)),
        section_of(say("record-more"), tuple(_more(whole))),
    )
    return Document(
        title=one_line(whole.plan.title) or say("plan-name"),
        marks={"date": one_line(whole.date)} if whole.date else {},
        sections=tuple(section for section in sections if section.blocks),
        blocks=((Run(counts(whole.standings)),),),
    )


def _need(whole: WholePlan, standing: Standing) -> Iterator[Section]:
    """Yield the section of a need, and those below it."""
    need = standing.need
    words = one_line(need.need)
    heading = say("plan-need-heading", number=standing.number)
    typed = paragraphs(need.need)
    yield section_of(
        f"{heading}: {shortened(words)}" if words else heading,
        # The heading has all of a short need.
        Typed(typed) if words and (len(typed) > 1 or shortened(words) != words) else (),
        tuple(_about(standing)),
        tuple(_notices(whole, standing)),
        *_result(whole, standing),
    )
    for key, items in (
        ("plan-answers", _answers(whole, standing)),
        ("record-open-questions", _open(whole, standing)),
        ("record-confirmation", _confirmation(whole, standing)),
        ("plan-steps-heading", _steps(whole, standing)),
    ):
        section = section_of(say(key), tuple(items), level=3)
        if section.blocks:
            yield section


def _about(standing: Standing) -> Iterator[Item]:
    need = standing.need
    if information := one_line(need.information):
        yield Item((Run(f"{say('plan-column-information')}: "), Run(information)))
    if need.source.strip() or need.target.strip():
        for name, system in (("from", need.source), ("to", need.target)):
            yield Item((Run(f"{say(f'plan-column-{name}')}: "), Run(system_name(one_line(system)))))


def _notices(whole: WholePlan, standing: Standing) -> Iterator[Item]:
    reading = standing.link.reading
    for problem in reading.problems:
        yield Item((Run(one_line(problem_text(whole.tree, problem, reading.edition))),))


def _result(whole: WholePlan, standing: Standing) -> Iterator[Block]:
    link = standing.link
    if link.outcome is not None:
        yield chosen(_named(whole, link.outcome))
        if link.reasons:
            yield (Run(" ".join([one_line(whole.words(reason)) for reason in link.reasons])),)
    else:
        yield (Run(say("plan-undecided")),)
        yield tuple([Item((_named(whole, whole.tree.outcomes[name]),)) for name in link.possible])
    address = whole.link_of(standing)
    if address or standing.need.link:
        text = address or one_line(standing.need.link)
        yield Run(f"{say('record-answers-link')} "), Run(text, href=address)


def _named(whole: WholePlan, outcome: Outcome, *, strong: bool = False) -> Run:
    return Run(one_line(outcome.title.plain), strong=strong, href=whole.page_of(outcome))


def _answers(whole: WholePlan, standing: Standing) -> Iterator[Item]:
    for question_id, answer_id in standing.link.answers.items():
        question = whole.tree.questions[question_id]
        answer = question.answer(answer_id)
        label = say("answered-unsure") if answer_id == UNSURE or answer is None else whole.words(answer.label)
        given = standing.need.evidence.get(question_id)
        said = "" if given is None else ", ".join(filter(None, map(one_line, (given.who, given.when))))
        evidence = (Run(f" ({said})"),) if said else ()
        yield Item((Run(f"{one_line(whole.words(question.ask))} "), Run(one_line(label), strong=True), *evidence))


def _open(whole: WholePlan, standing: Standing) -> Iterator[Item]:
    for name in standing.link.open:
        question = whole.tree.questions[name]
        whom = (Run(f" {one_line(whole.words(question.unsure))}"),) if question.unsure is not None else ()
        yield Item((Run(one_line(whole.words(question.ask))), *whom))


def _confirmation(whole: WholePlan, standing: Standing) -> Iterator[Item]:
    for name in standing.to_confirm:
        consideration, noted = whole.tree.considerations[name], standing.noted(name)
        why = (Run(f" {one_line(whole.words(consideration.why))}"),) if consideration.why is not None else ()
        ask = Run(one_line(whole.words(consideration.ask)))
        yield Item((ask, *why), ticked=noted.confirmed, typed=paragraphs(noted.note))


def _steps(whole: WholePlan, standing: Standing) -> Iterator[Item]:
    outcome = standing.link.outcome
    for name in () if outcome is None else outcome.steps:
        step = whole.tree.steps[name]
        title = Run(one_line(whole.words(step.title)), href=step.url or "")
        yield Item((title,), ticked=name in standing.need.steps)


def _used(whole: WholePlan) -> Items:
    return tuple(
        [
            Item((_named(whole, each.outcome, strong=True), Run(f": {need_numbers(each.numbers)}")))
            for each in whole.used
        ]
    )


def _combined(whole: WholePlan) -> Items:
    return tuple(
        [
            Item((*_pair(whole, pair.one, pair.other), Run(f": {_sentences(map(whole.words, pair.texts))}")))
            for pair in whole.combinations
        ]
    )


def _pair(whole: WholePlan, one: Outcome, other: Outcome) -> Line:
    before, between, after = say("plan-pair", one="\0", other="\0").split("\0")
    runs = (
        Run(before),
        _named(whole, one, strong=True),
        Run(between),
        _named(whole, other, strong=True),
        Run(after),
    )
    return tuple(run for run in runs if run.text)


def _sentences(texts: Iterable[str]) -> str:
    return " ".join(map(one_line, texts))


def _conflicts(whole: WholePlan) -> Items:
    items: list[Item] = []
    for found in whole.conflicts:
        who, about = conflict_words(found)
        text = _sentences(filter(None, (whole.words(found.conflict.text), about)))
        items.append(Item((Run(one_line(who), strong=True), Run(f" {text}"))))
    return tuple(items)


def _arrows(whole: WholePlan) -> Items:
    """Return the picture in words."""
    return tuple([Item((Run(f"{standing.number}: {arrow_words(standing)}"),)) for standing in whole.standings])


def _more(whole: WholePlan) -> Iterator[Item]:
    tree = whole.tree
    yield Item((Run(say("record-edition", tree=one_line(tree.title.plain), edition=tree.edition)),))
    if tree.source is not None:
        url = tree.source.url or ""
        address = (Run(", "), Run(url, href=url)) if url else ()
        licence = (Run(f", {one_line(tree.source.licence)}"),) if tree.source.licence else ()
        yield Item((Run(f"{say('record-source')} {one_line(tree.source.title)}"), *address, *licence))
    yield Item((Run(say("record-ours")),))
