"""Writes the draft of a tree from the parts and the texts of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from fingerpost.importing.format import Draft
from fingerpost.importing.ids import Ids
from fingerpost.importing.markdown import as_markdown
from fingerpost.importing.sheet.parts import Named, Parts
from fingerpost.importing.sheet.texts import Texts
from fingerpost.sheets.cells import named
from fingerpost.sheets.headings import EDITION, LICENCE, NOUN, SOURCE, SOURCE_URL, TREE, VERDICT
from fingerpost.tree.format import ANSWER, OUTCOME, QUESTION
from fingerpost.tree.model import FORMAT, RESERVED, UNSURE, is_edition
from fingerpost.tree.shape import Record

_EMPTY: Final = "(empty)"
"""In place of words that would show nothing."""


def draft_of(parts: Parts, texts: Texts, file: str) -> Draft:
    """Return the tree.

    Args:
        parts: Its questions and outcomes.
        texts: Its other texts.
        file: The name of the file, which gives the title if the sheet does not.
    """
    about = texts.about
    title, tree_id = named(about[TREE]) if TREE in about else (_title(file), "")
    edition = about.get(EDITION, "")
    source = {"title": about.get(SOURCE), "url": about.get(SOURCE_URL), "licence": about.get(LICENCE)}
    known = {
        "format": FORMAT,
        "id": Ids().new(tree_id or title, "imported"),
        "title": as_markdown(title) or _EMPTY,
        "edition": edition if is_edition(edition) else "1",
        "source": {name: text for name, text in source.items() if text} if about.get(SOURCE) else None,
        "verdict": about.get(VERDICT),
        "noun": about.get(NOUN),
    }
    nodes = _Nodes(parts, texts)
    return {
        **{name: value for name, value in known.items() if value},
        "start": nodes.ids[parts.start],
        "questions": nodes.questions(),
        "outcomes": nodes.outcomes(),
    }


def _title(file: str) -> str:
    words = " ".join(PurePath(file.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


class _Nodes:
    """The questions and outcomes, each with an id."""

    def __init__(self, parts: Parts, texts: Texts) -> None:
        self._parts, self._texts = parts, texts
        rank = {ids: number for number, ids in enumerate((*texts.questions, *texts.outcomes))}

        def ordered(names: dict[str, Named]) -> list[str]:
            return sorted(names, key=lambda key: rank.get((names[key].id,), len(rank)))

        self._questions, self._outcomes = ordered(parts.questions), ordered(parts.outcomes)
        ids = Ids(RESERVED)
        # What has an id keeps it, so it comes before what gets one.
        nodes = [(key, parts.questions[key], "question") for key in self._questions]
        nodes += [(key, parts.outcomes[key], "outcome") for key in self._outcomes]
        self.ids = {
            key: ids.new(name.id or name.words, kind)
            for key, name, kind in sorted(nodes, key=lambda node: not node[1].id)
        }

    def questions(self) -> Draft:
        """Return the questions by id."""
        return {self.ids[key]: self._question(key) for key in self._questions}

    def outcomes(self) -> Draft:
        """Return the outcomes by id."""
        names = {key: self._parts.outcomes[key] for key in self._outcomes}
        return {
            self.ids[key]: _in_order(OUTCOME, {"title": _shown(name), **self._texts.outcomes.get((name.id,), {})})
            for key, name in names.items()
        }

    def _question(self, key: str) -> Draft:
        name = self._parts.questions[key]
        texts = self._texts.questions.get((name.id,), {})
        return _in_order(QUESTION, {"ask": _shown(name), **texts, "answers": dict(self._answers(key, name))})

    def _answers(self, key: str, question: Named) -> Iterator[tuple[str, Draft]]:
        ids = Ids((UNSURE,))
        for choice in self._parts.choices[key]:
            texts = self._texts.answers.get((question.id, choice.name.id), {})
            draft = {"label": _shown(choice.name), "go": self.ids[choice.target], **texts}
            yield ids.new(choice.name.id or choice.name.words, "answer"), _in_order(ANSWER, draft)


def _shown(name: Named) -> str:
    return as_markdown(name.words) or _EMPTY


def _in_order(record: Record, draft: Draft) -> Draft:
    """Return a draft with its fields in the order of the format."""
    return {field.name: draft[field.name] for field in record.fields if field.name in draft}
