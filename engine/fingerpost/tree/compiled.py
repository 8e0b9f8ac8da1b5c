"""The compiled tree: the JSON form that the page carries and the browser's engine reads.

It is written (`tree_to_json`) and read by this package alone, so that it needs no checks of an author's mistakes:
those are made where the YAML is read. A text without markup is a string; any other is `{"plain": …, "html": …}`. A
text that is not the source's is either of them inside `{"ours": …}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fingerpost.text.markup import Text, plain_text
from fingerpost.tree.model import (
    FORMAT,
    Answer,
    Consideration,
    Outcome,
    Question,
    Renames,
    Revision,
    Scenario,
    Source,
    Tree,
)

type Json = dict[str, Any]


class TreeFormatError(ValueError):
    """The JSON is not a compiled tree of this version."""


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


def _read_text(value: str | Json) -> Text:
    if isinstance(value, str):
        return plain_text(value)
    if "ours" in value:
        text = _read_text(value["ours"])
        return Text(text.plain, text.html, ours=True)
    return Text(plain=value["plain"], html=value["html"])


def _read_optional(value: str | Json | None) -> Text | None:
    return None if value is None else _read_text(value)
