"""The compiled tree: the JSON form that the page carries and the browser's engine reads.

It is written and read by this package alone, so that it needs no checks of an author's mistakes: those are
made where the YAML is read. A text without markup is a string; any other is `{"plain": …, "html": …}`. A text that
is not the source's is either of them inside `{"ours": …}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fingerpost.markup import breakable, plain_text
from fingerpost.model import (
    FORMAT,
    Answer,
    Consideration,
    Outcome,
    Question,
    Renames,
    Revision,
    Scenario,
    Source,
    Text,
    Tree,
)

type Json = dict[str, Any]


class TreeFormatError(ValueError):
    """The JSON is not a compiled tree of this version."""


def to_json(tree: Tree) -> Json:
    """Return the tree as plain data; fields at their default are left out."""
    return _filled(
        format=FORMAT,
        id=tree.id,
        title=_text(tree.title),
        edition=tree.edition,
        source=tree.source and _filled(title=tree.source.title, url=tree.source.url, licence=tree.source.licence),
        verdict=tree.verdict,
        noun=tree.noun,
        start=tree.start,
        questions={
            question.id: _filled(
                ask=_text(question.ask),
                reason=_text(question.reason),
                help=_text(question.help),
                more=_text(question.more),
                unsure=_text(question.unsure) if question.unsure_allowed else False,
                answers={
                    answer.id: _filled(
                        label=_text(answer.label),
                        note=_text(answer.note),
                        go=answer.go,
                        because=_text(answer.because),
                    )
                    for answer in question.answers
                },
            )
            for question in tree.questions.values()
        },
        outcomes={
            outcome.id: _filled(
                title=_text(outcome.title),
                summary=_text(outcome.summary),
                page=outcome.page,
                confirm=list(outcome.confirm) or None,
                combines={other: _text(why) for other, why in outcome.combines.items()} or None,
            )
            for outcome in tree.outcomes.values()
        },
        considerations={
            consideration.id: _filled(ask=_text(consideration.ask), why=_text(consideration.why))
            for consideration in tree.considerations.values()
        }
        or None,
        scenarios={
            scenario.id: _filled(
                title=_text(scenario.title),
                need=_text(scenario.need),
                answers=dict(scenario.answers),
                expect=scenario.expect,
            )
            for scenario in tree.scenarios.values()
        }
        or None,
        revised={
            revision.id: {
                "edition": revision.edition,
                "when": dict(revision.when),
                "was": _text(revision.was),
                "because": _text(revision.because),
            }
            for revision in tree.revised.values()
        }
        or None,
        editions=list(tree.editions) or None,
        renamed=_filled(
            questions=dict(tree.renamed.questions) or None,
            answers=dict(tree.renamed.answers) or None,
            outcomes=dict(tree.renamed.outcomes) or None,
        )
        or None,
    )


def from_json(data: Json) -> Tree:
    """Return the tree that `to_json` wrote.

    Raises:
        TreeFormatError: The data has another format version, or a part is missing or of the wrong kind.
    """
    try:
        if data["format"] != FORMAT:
            raise TreeFormatError(f"compiled tree has format {data['format']!r}; this engine reads {FORMAT}")
        return _tree(data)
    except (AttributeError, KeyError, TypeError) as fault:
        raise TreeFormatError(f"not a compiled tree: {type(fault).__name__} {fault}") from fault


def _tree(data: Json) -> Tree:
    renamed: Mapping[str, Mapping[str, str]] = data.get("renamed", {})
    source = data.get("source")
    return Tree(
        id=data["id"],
        title=_read_text(data["title"]),
        edition=data["edition"],
        start=data["start"],
        editions=tuple(data.get("editions", ())),
        verdict=data.get("verdict"),
        noun=data.get("noun"),
        source=source and Source(source["title"], source.get("url"), source.get("licence")),
        questions={name: _question(name, part) for name, part in data["questions"].items()},
        outcomes={name: _outcome(name, part) for name, part in data["outcomes"].items()},
        considerations={
            name: Consideration(name, _read_text(part["ask"]), _read_optional(part.get("why")))
            for name, part in data.get("considerations", {}).items()
        },
        scenarios={
            name: Scenario(
                name,
                _read_text(part["need"]),
                dict(part["answers"]),
                part["expect"],
                _read_optional(part.get("title")),
            )
            for name, part in data.get("scenarios", {}).items()
        },
        renamed=Renames(
            questions=dict(renamed.get("questions", {})),
            answers=dict(renamed.get("answers", {})),
            outcomes=dict(renamed.get("outcomes", {})),
        ),
        revised={
            name: Revision(
                name, part["edition"], dict(part["when"]), _read_text(part["was"]), _read_text(part["because"])
            )
            for name, part in data.get("revised", {}).items()
        },
    )


def _question(name: str, data: Json) -> Question:
    unsure = data.get("unsure")
    return Question(
        id=name,
        ask=_read_text(data["ask"]),
        reason=_read_optional(data.get("reason")),
        help=_read_optional(data.get("help")),
        more=_read_optional(data.get("more")),
        unsure=None if unsure is False else _read_optional(unsure),
        unsure_allowed=unsure is not False,
        answers=tuple(
            Answer(
                id=answer_id,
                label=_read_text(answer["label"]),
                go=answer["go"],
                note=_read_optional(answer.get("note")),
                because=_read_optional(answer.get("because")),
            )
            for answer_id, answer in data["answers"].items()
        ),
    )


def _outcome(name: str, data: Json) -> Outcome:
    return Outcome(
        id=name,
        title=_read_text(data["title"]),
        summary=_read_optional(data.get("summary")),
        page=data.get("page"),
        confirm=tuple(data.get("confirm", ())),
        combines={other: _read_text(why) for other, why in data.get("combines", {}).items()},
    )


def _filled(**fields: Any) -> Json:
    return {name: value for name, value in fields.items() if value is not None and value != {}}


def _text(text: Text | None) -> str | Json | None:
    if text is None:
        return None
    written = text.plain if text.html == breakable(text.plain) else {"plain": text.plain, "html": text.html}
    return {"ours": written} if text.ours else written


def _read_text(value: str | Json) -> Text:
    if isinstance(value, str):
        return plain_text(value)
    if "ours" in value:
        text = _read_text(value["ours"])
        return Text(text.plain, text.html, ours=True)
    return Text(plain=value["plain"], html=value["html"])


def _read_optional(value: str | Json | None) -> Text | None:
    return None if value is None else _read_text(value)
