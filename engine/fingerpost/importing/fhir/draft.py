"""Writes the tree of a Questionnaire."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fingerpost.importing.fhir.items import Item, controls
from fingerpost.importing.fhir.options import Option
from fingerpost.importing.fhir.routes import Routes
from fingerpost.importing.fhir.texts import Texts
from fingerpost.importing.fhir.words import BOOLEANS, LICENCE, RELATED, SHORT_TEXT
from fingerpost.importing.format import Draft
from fingerpost.importing.ids import Ids
from fingerpost.importing.json_places import Object
from fingerpost.importing.markdown import as_markdown
from fingerpost.source.collector import Collector
from fingerpost.tree.model import EDITION_LENGTH, FORMAT, RESERVED, UNSURE, is_edition
from fingerpost.tree.shape import ID_PATTERN

_NO_RESULT: Final = ("no-result", "No result")
_NOTES: Final = ("reason", "help", "more")
_NOT_IN_AN_EDITION: Final = re.compile(r"[^A-Za-z0-9._-]+")


class Drafter:
    """Writes the tree from the routes."""

    def __init__(self, routes: Routes, found: Collector) -> None:
        """Give each question and result its id."""
        self._routes = routes
        self._found = found
        self._texts = Texts(found)
        # Ids of our own come first, so that none of them changes because of another program's linkId before it.
        kept = [item for item in routes.items if item.is_question or item.link_id in routes.results]
        own = {item.link_id: None for item in kept if _is_id(item.link_id) and item.link_id not in RESERVED}
        ids = Ids((*RESERVED, *own))
        self._ids = {
            item.link_id: item.link_id
            if item.link_id in own
            else ids.new(item.link_id, "question" if item.is_question else "outcome")
            for item in kept
        }
        self._no_result = ids.new(_NO_RESULT[0], "outcome")
        self._has_gap = False

    def draft(self, root: Object, start: str) -> Draft:
        """Return the tree.

        Args:
            root: The Questionnaire.
            start: The linkId of the first question.
        """
        questions = {self._ids[item.link_id]: self._question(item) for item in self._routes.items if item.is_question}
        outcomes = {
            self._ids[item.link_id]: self._outcome(item)
            for item in self._routes.items
            if item.link_id in self._routes.results
        }
        if self._has_gap:
            outcomes[self._no_result] = {"title": _NO_RESULT[1]}
        title = self._texts.read(root, "title", links=False) or as_markdown(root.text("name")) or "Imported tree"
        return {
            "format": FORMAT,
            "id": _tree_id(root),
            "title": title,
            "edition": self._edition(root),
            **self._source(root),
            "start": self._ids[start],
            "questions": questions,
            "outcomes": outcomes,
        }

    def _question(self, item: Item) -> Draft:
        short = next((each for each in item.node.objects("extension") if each.text("url") == SHORT_TEXT), None)
        named = {"short": self._texts.read(short, "valueString", links=False)} if short is not None else {}
        return {
            "ask": self._texts.read(item.node, "text", links=False) or as_markdown(item.link_id),
            **{name: text for name, text in named.items() if text},
            **self._notes(item),
            **({"informative": True} if self._changes_nothing(item) else {}),
            "answers": dict(self._answers(item)),
        }

    def _changes_nothing(self, item: Item) -> bool:
        """Return whether a question is shown together with what follows it, or all of its answers show the same."""
        targets = {self._routes.targets.get((item.link_id, number)) for number in range(len(item.options))}
        return item.link_id in self._routes.passing or len(targets) == 1

    def _notes(self, item: Item) -> Draft:
        """Return the texts inside a question: help, and a line that says why it is asked."""
        notes: dict[str, str] = {}
        for node in item.notes:
            places = _NOTES[1:] if "help" in controls(node) else _NOTES
            own = node.text("linkId").removeprefix(f"{item.link_id}/")
            free = [name for name in dict.fromkeys((own, *places)) if name in _NOTES and name not in notes]
            if not free:
                message = f"'{item.link_id}' has more texts than a question of a tree, so this one is left out."
                self._found.add("import-left-out", node.place, message, "Add it to the help of the question.")
                continue
            text = self._texts.read(node, "text", block=free[0] != "reason")
            if text:
                notes[free[0]] = text
        return {name: notes[name] for name in _NOTES if name in notes}

    def _answers(self, item: Item) -> Iterator[tuple[str, Draft]]:
        own = [each.key.value for each in item.options if _names_itself(each) and each.key.value != UNSURE]
        ids = Ids((UNSURE, *own))
        for number, option in enumerate(item.options):
            name, label = self._named(option)
            target = self._routes.targets.get((item.link_id, number))
            if target is None:
                self._has_gap = True
                message = f"Nothing is shown after the answer '{option.key.value}' to '{item.link_id}'."
                self._found.add("import-gap", option.place, message, "Show a result after it, or another question.")
            go = self._no_result if target is None else self._ids[target]
            unique = name if name in own and own.count(name) == 1 else ids.new(name, "answer")
            yield unique, {"label": label, "go": go}

    def _named(self, option: Option) -> tuple[str, str]:
        """Return the name and the label of an answer."""
        key = option.key
        if key.kind == "Boolean":
            return BOOLEANS.get(key.value, (key.value, key.value))
        label = self._texts.read(*option.text, links=False) if option.text is not None else ""
        if option.text is not None and key.value.isdigit() and key.system:
            # A number of a code system says nothing to readers of a link.
            return option.text[0].text(option.text[1]), label
        return key.value, label or as_markdown(key.value) or "(empty)"

    def _outcome(self, item: Item) -> Draft:
        below = self._routes.results[item.link_id]
        summary = self._texts.read(below.node, "text") if below is not None else ""
        title = self._texts.read(item.node, "text", links=False) or as_markdown(item.link_id)
        return {"title": title, **({"summary": summary} if summary else {})}

    def _edition(self, root: Object) -> str:
        version = root.text("version")
        if is_edition(version):
            return version
        near = _NOT_IN_AN_EDITION.sub("-", version).strip("._-")[:EDITION_LENGTH]
        edition = near or "1"
        message = f"'{version[:80]}' can't be an edition." if version else "The questionnaire has no version."
        hint = f"Set the edition of the tree, which is '{edition}' now."
        self._found.add("import-left-out", root.place_of("version"), message, hint)
        return edition

    def _source(self, root: Object) -> Draft:
        """Return the guidance that the questionnaire is from; what its copyright says is read for the licence."""
        copyright_text = root.text("copyright")
        _, mark, licence = copyright_text.partition(LICENCE)
        related = (
            each.inner("valueRelatedArtifact") for each in root.objects("extension") if each.text("url") == RELATED
        )
        source = next((each for each in related if each is not None and each.text("type") == "derived-from"), None)
        title = "" if source is None else source.text("display") or source.text("label") or source.text("url")
        if source is None or not title:
            if copyright_text:
                message = "The copyright is left out: the questionnaire does not name the guidance that it is from."
                hint = "Write the title, the address and the licence of the guidance into 'source' of the tree."
                self._found.add("import-left-out", root.place_of("copyright"), message, hint)
            return {}
        fields = {"title": title, "url": source.text("url"), "licence": licence.strip() if mark else ""}
        return {"source": {name: " ".join(text.split()) for name, text in fields.items() if text}}


def _is_id(text: str) -> bool:
    return ID_PATTERN.fullmatch(text) is not None


def _names_itself(option: Option) -> bool:
    """Return whether the value of an answer is an id that readers of a link understand."""
    return _is_id(option.key.value) and not (option.key.value.isdigit() and option.key.system)


def _tree_id(root: Object) -> str:
    """Return the identifier, the id or a name of a Questionnaire as an id."""
    names = [identifier.text("value") for identifier in root.objects("identifier")]
    names += [root.text(key) for key in ("id", "name", "title")]
    return next((name for name in names if _is_id(name)), None) or Ids().new(
        next((name for name in names[::-1] if name), ""), "imported"
    )
