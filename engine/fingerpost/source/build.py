"""From what was read to the model. A part that could not be read is left empty: a finding tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fingerpost.source.reader import Values
from fingerpost.text.markup import Text
from fingerpost.tree.model import Answer, Consideration, Outcome, Question, Renames, Revision, Scenario, Source, Tree

_NOTHING = Text("", "")


def build_tree(values: Values) -> Tree | None:
    """Return the tree, or None where there are no questions or no outcomes to look at."""
    questions, outcomes = _entries(values, "questions"), _entries(values, "outcomes")
    if not questions or not outcomes:
        return None
    renamed = _record(values, "renamed")
    return Tree(
        id=_word(values, "id") or "",
        title=_required_text(values, "title"),
        edition=_word(values, "edition") or "",
        start=_word(values, "start") or "",
        questions={name: _question(name, part) for name, part in questions.items()},
        outcomes={name: _outcome(name, part) for name, part in outcomes.items()},
        source=_source(values),
        editions=_list(values, "editions"),
        verdict=_word(values, "verdict"),
        noun=_word(values, "noun"),
        considerations={
            name: Consideration(name, _required_text(part, "ask"), _text(part, "why"))
            for name, part in _entries(values, "considerations").items()
        },
        scenarios={
            name: Scenario(
                id=name,
                need=_required_text(part, "need"),
                answers=_words(part, "answers"),
                expect=_word(part, "expect") or "",
                title=_text(part, "title"),
            )
            for name, part in _entries(values, "scenarios").items()
        },
        renamed=Renames(
            questions=_words(renamed, "questions"),
            answers=_words(renamed, "answers"),
            outcomes=_words(renamed, "outcomes"),
        ),
        revised={
            name: Revision(
                id=name,
                edition=_word(part, "edition") or "",
                when=_words(part, "when"),
                was=_required_text(part, "was"),
                because=_required_text(part, "because"),
            )
            for name, part in _entries(values, "revised").items()
        },
    )


def _question(name: str, values: Values) -> Question:
    return Question(
        id=name,
        ask=_required_text(values, "ask"),
        answers=tuple(
            Answer(
                id=answer,
                label=_required_text(part, "label"),
                go=_word(part, "go") or "",
                note=_text(part, "note"),
                because=_text(part, "because"),
            )
            for answer, part in _entries(values, "answers").items()
        ),
        reason=_text(values, "reason"),
        help=_text(values, "help"),
        unsure=_text(values, "unsure"),
        unsure_allowed=values.get("unsure") is not False,
        more=_text(values, "more"),
    )


def _outcome(name: str, values: Values) -> Outcome:
    ours = _ours(values)
    return Outcome(
        id=name,
        title=_required_text(values, "title"),
        summary=_text(values, "summary"),
        page=_word(values, "page"),
        confirm=_list(values, "confirm"),
        combines={
            other: _marked(why, ours=bool(ours & {"combines", f"combines/{other}"}))
            for other, why in _record(values, "combines").items()
            if isinstance(why, Text)
        },
    )


def _source(values: Values) -> Source | None:
    if "source" not in values:
        return None
    source = _record(values, "source")
    return Source(_word(source, "title") or "", _word(source, "url"), _word(source, "licence"))


def _text(values: Values, name: str) -> Text | None:
    value = values.get(name)
    return _marked(value, ours=name in _ours(values)) if isinstance(value, Text) else None


def _marked(text: Text, *, ours: bool) -> Text:
    return replace(text, ours=True) if ours else text


def _ours(values: Values) -> set[str]:
    """Return the names of a record's texts that are not the source's."""
    names = values.get("ours")
    return set(names) if isinstance(names, list) else set()


def _required_text(values: Values, name: str) -> Text:
    return _text(values, name) or _NOTHING


def _word(values: Values, name: str) -> str | None:
    value = values.get(name)
    return value if isinstance(value, str) else None


def _list(values: Values, name: str) -> tuple[str, ...]:
    value = values.get(name)
    return tuple(value) if isinstance(value, list) else ()


def _record(values: Values, name: str) -> Values:
    value = values.get(name)
    return value if isinstance(value, dict) else {}


def _entries(values: Values, name: str) -> Mapping[str, Values]:
    return {key: part for key, part in _record(values, name).items() if isinstance(part, dict)}


def _words(values: Values, name: str) -> Mapping[str, str]:
    return {key: word for key, word in _record(values, name).items() if isinstance(word, str)}
