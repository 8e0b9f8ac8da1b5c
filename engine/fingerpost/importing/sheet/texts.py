"""Reads the texts of a workbook: the notes of answers, the help of questions, the summaries of outcomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from fingerpost.importing.findings import Findings
from fingerpost.importing.format import Draft
from fingerpost.importing.markdown import as_markdown
from fingerpost.importing.sheet.grid import Sheet
from fingerpost.importing.sheet.parts import Parts
from fingerpost.sheets.headings import ABOUT_SHEET, folded
from fingerpost.sheets.texts import (
    ANSWER_TEXTS,
    BLOCKS,
    NOT_ALLOWED,
    OUTCOME_TEXTS,
    QUESTION_TEXTS,
    TEXT_SHEETS,
    UNSURE_FIELD,
    TextSheet,
)

_ITEM: Final = re.compile(r"( *)(- |\d{1,9}\. )(?=\S)")

type _Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a workbook, each by its field.

    Attributes:
        questions: Those of each question, by its id; in the author's order.
        answers: Those of each answer, by the ids of its question and its own.
        outcomes: Those of each outcome, by its id; in the author's order.
        about: What the workbook says about the whole tree, by heading.
    """

    questions: dict[_Ids, Draft] = field(default_factory=dict["_Ids", Draft])
    answers: dict[_Ids, Draft] = field(default_factory=dict["_Ids", Draft])
    outcomes: dict[_Ids, Draft] = field(default_factory=dict["_Ids", Draft])
    about: dict[str, str] = field(default_factory=dict[str, str])


def texts_of(sheets: list[Sheet], parts: Parts, findings: Findings) -> Texts:
    """Return the texts in some sheets, with a finding for each sheet and row that says nothing about the parts."""
    texts = Texts()
    known = {
        QUESTION_TEXTS.name: ({(name.id,): name.words for name in parts.questions.values()}, texts.questions),
        ANSWER_TEXTS.name: (
            {
                (parts.questions[key].id, choice.name.id): choice.name.words
                for key, choices in parts.choices.items()
                for choice in choices
            },
            texts.answers,
        ),
        OUTCOME_TEXTS.name: ({(name.id,): name.words for name in parts.outcomes.values()}, texts.outcomes),
    }
    shapes = {shape.name: shape for shape in TEXT_SHEETS}
    for sheet in sheets:
        shape = shapes.get(sheet.name)
        if sheet.name == ABOUT_SHEET:
            texts.about.update({row.cell(0): row.cell(1) for row in sheet.rows if row.cell(0) and row.cell(1)})
        elif shape is None or not set(shape.ids) <= set(sheet.heading.cells):
            message = f"The sheet “{sheet.name}” is not read."
            findings.add("left-out", sheet.place(sheet.heading), message, "Put the ways into the first sheet.")
        else:
            words, found = known[shape.name]
            _read(sheet, shape, words, found, findings)
    return texts


def _read(sheet: Sheet, shape: TextSheet, words: dict[_Ids, str], found: dict[_Ids, Draft], findings: Findings) -> None:
    columns = {heading: column for column, heading in enumerate(sheet.heading.cells) if heading}
    for heading, column in columns.items():
        if heading not in shape.headings:
            message = f"The column “{heading}” is not read: it is left out."
            findings.add("unknown-column", sheet.place(sheet.heading, column), message, "Delete it, or keep it here.")
    for row in sheet.rows:
        ids = tuple(row.cell(columns[heading]) for heading in shape.ids)
        if ids not in words:
            message = (
                f"The ways have no {shape.words.lower()} with the id “{'/'.join(ids)}”, so its texts are left out."
            )
            findings.add("left-out", sheet.place(row), message, "Delete the row, or correct the id.")
            continue
        here = row.cell(columns.get(shape.words))
        if here and folded(here) != folded(words[ids]):
            message = f"The words differ from those of the ways, which are taken: “{words[ids]}”."
            findings.add("left-out", sheet.place(row, columns[shape.words]), message, "Change them in both places.")
        cells = {name: row.cell(columns.get(heading)) for heading, name in shape.texts.items()}
        found[ids] = {name: _text(name, cell) for name, cell in cells.items() if cell}


def _text(name: str, cell: str) -> object:
    if name == UNSURE_FIELD and cell == NOT_ALLOWED:
        return False
    if name == "page":
        return cell
    return as_block(cell) if name in BLOCKS else as_markdown(cell)


def as_block(text: str) -> str:
    """Return the Markdown of a text of several lines: paragraphs, and lists of lines with a hyphen or a number."""
    blocks: list[str] = []
    in_list = in_text = False
    for line in text.splitlines():
        item = _ITEM.match(line)
        if not line.strip():
            in_list = in_text = False
            blocks.append("")
        elif item and (in_list or not in_text):
            # The renderer takes four spaces for a list within a list.
            blocks.append(f"{2 * item[1]}{item[2]}{as_markdown(line[item.end() :])}")
            in_list = True
        else:
            if in_list or in_text:
                blocks[-1] += "<br>"
            blocks.append(f"{'    ' if in_list else ''}{as_markdown(line)}")
            in_text = not in_list
    return "\n".join(blocks).strip("\n")
