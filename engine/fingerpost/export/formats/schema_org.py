"""The tree in the vocabulary of schema.org, as JSON-LD that needs no other file to be read.

The types are those whose definitions fit, and not those that search engines reward: a tree is no `FAQPage`, whose
questions have one right answer, and no `HowTo`, whose steps all have to be done.

- The tree is a `CreativeWork`, and its questions and outcomes are parts of it.
- A question is a `Question`, and each answer to it an `Answer` that is suggested: none is accepted as the right one.
- Choosing an answer is a `ChooseAction`, whose result is the next question or the outcome. The vocabulary has no
  property that leads from an answer straight to another question.
- An outcome is a `Recommendation`: a proposal of the best course of action.
- The licence is that of the source: a tree names no licence of its own.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from fingerpost.export.format import Format
from fingerpost.export.words import line_of, one_line
from fingerpost.text.markup import Text
from fingerpost.tree.model import Answer, Outcome, Question, Source, Tree

type Json = dict[str, Any]

_LEAVES_OUT: Final = (
    "“not sure” and whom to ask then, help, pages, considerations, combinations, qualities, worked examples, earlier "
    "editions, the words around a result, whose texts they are, and formatting"
)
_CONTEXT: Final = {"@vocab": "https://schema.org/"}
_SPDX: Final = re.compile(r"(?!LicenseRef-)[A-Za-z0-9][A-Za-z0-9.+-]*")


def write(tree: Tree, address: str) -> bytes:
    """Return the description; within an HTML page it stays text, since it has no `<`."""
    text = json.dumps(_tree(tree, address), ensure_ascii=False, indent=2)
    return (text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n").encode()


def _tree(tree: Tree, address: str) -> Json:
    write_part = _Parts(address or f"urn:fingerpost:{tree.id}", tree.id, address)
    parts = [
        *(write_part.question(question, number) for number, question in enumerate(tree.questions.values(), 1)),
        *(write_part.outcome(outcome) for outcome in tree.outcomes.values()),
    ]
    return {
        "@context": _CONTEXT,
        "@id": write_part.base,
        "@type": "CreativeWork",
        "identifier": tree.id,
        "name": line_of(tree.title),
        "version": tree.edition,
        "abstract": f"This description leaves out {_LEAVES_OUT}.",
        **({"url": {"@id": address}} if address else {}),
        **({"isBasedOn": _source(tree.source)} if tree.source is not None else {}),
        "mainEntity": {"@id": write_part.name(tree.start)},
        "hasPart": parts,
    }


def _source(source: Source) -> Json:
    return {
        "@type": "CreativeWork",
        "name": one_line(source.title),
        **({"url": {"@id": source.url}} if source.url else {}),
        **({"license": _licence(one_line(source.licence))} if source.licence else {}),
    }


def _licence(name: str) -> Json:
    if _SPDX.fullmatch(name):
        return {"@id": f"https://spdx.org/licenses/{name}"}
    return {"@type": "CreativeWork", "name": name}


class _Parts:
    """Writes the parts of a tree, each with an address of its own."""

    def __init__(self, base: str, tree_id: str, page: str) -> None:
        self.base = base
        self._tree_id = tree_id
        self._page = page

    def name(self, *ids: str) -> str:
        """Return the address of a part."""
        return f"{self.base}#{'/'.join((self._tree_id, *ids))}"

    def question(self, question: Question, position: int) -> Json:
        return {
            "@id": self.name(question.id),
            "@type": "Question",
            "identifier": question.id,
            "position": position,
            "name": line_of(question.ask),
            **self._optional("alternateName", question.short),
            **self._optional("description", question.reason),
            "suggestedAnswer": [
                self._answer(question, answer, number) for number, answer in enumerate(question.answers, 1)
            ],
        }

    def outcome(self, outcome: Outcome) -> Json:
        return {
            "@id": self.name(outcome.id),
            "@type": "Recommendation",
            "identifier": outcome.id,
            "name": line_of(outcome.title),
            **self._optional("description", outcome.summary),
        }

    def _answer(self, question: Question, answer: Answer, position: int) -> Json:
        return {
            "@id": self.name(question.id, answer.id),
            "@type": "Answer",
            "identifier": answer.id,
            "position": position,
            "text": line_of(answer.label),
            **self._optional("description", answer.note),
            "potentialAction": {
                "@type": "ChooseAction",
                **self._optional("description", answer.because),
                "result": {"@id": self.name(answer.go)},
            },
        }

    def _optional(self, name: str, text: Text | None) -> Json:
        return {} if text is None else {name: line_of(text, self._page)}


FORMAT = Format(
    order=650,
    title="schema.org JSON-LD",
    file="tree.jsonld",
    media_type="application/ld+json",
    write=write,
    read_by="search engines and programs that collect linked data",
    leaves_out=_LEAVES_OUT,
)
