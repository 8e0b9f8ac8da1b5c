"""The plan as a sheet: a row for each need, with every cell harmless for spreadsheet programs.

It is written without Python's `csv`, so that the page does not have to load it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from fingerpost.plan.form import PlanForm
from fingerpost.plan.standing import Standing
from fingerpost.plan.together import conflict_words
from fingerpost.plan.whole import WholePlan
from fingerpost.sheets.cells import LONGEST, harmless, with_id
from fingerpost.text.wording import say

_QUOTED: Final = re.compile('[",;\t\r\n]')
_HALF_LETTER: Final = re.compile("[\ud800-\udfff]")
_BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it, spreadsheet programs take the letters for those of another encoding."""

type _Column = Callable[[WholePlan, Standing], str]


def write(whole: WholePlan) -> str:
    """Return a plan as CSV."""
    rows = [[say(f"plan-column-{name}") for name in _COLUMNS]]
    rows += [[column(whole, standing) for column in _COLUMNS.values()] for standing in whole.standings]
    return _BYTE_ORDER_MARK + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    cell = harmless(_HALF_LETTER.sub("\N{REPLACEMENT CHARACTER}", text))
    if len(cell) > LONGEST:
        cell = f"{cell[: LONGEST - 1]}…"
    return f'"{cell.replace('"', '""')}"' if _QUOTED.search(cell) else cell


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def _possible(whole: WholePlan, standing: Standing) -> str:
    outcomes = whole.tree.outcomes
    left = () if standing.link.outcome is not None else standing.link.possible
    return _lines([with_id(outcomes[name].title.plain, name) for name in left])


def _outcome(_: WholePlan, standing: Standing) -> str:
    outcome = standing.link.outcome
    return "" if outcome is None else with_id(outcome.title.plain, outcome.id)


def _asked(whole: WholePlan, names: Iterable[str]) -> str:
    return _lines([whole.words(whole.tree.questions[name].ask) for name in names])


def _evidence(whole: WholePlan, standing: Standing) -> str:
    questions, given = whole.tree.questions, standing.need.evidence
    said = {name: given[name].words for name in standing.link.answers if name in given}
    return _lines([f"{whole.words(questions[name].ask)} {words}" for name, words in said.items() if words])


def _considerations(whole: WholePlan, names: Iterable[str]) -> str:
    return _lines([whole.words(whole.tree.considerations[name].ask) for name in names])


def _notes(whole: WholePlan, standing: Standing) -> str:
    considerations = whole.tree.considerations
    return _lines(
        [
            f"{whole.words(considerations[name].ask)} {standing.noted(name).note}"
            for name in standing.to_confirm
            if standing.noted(name).note
        ]
    )


def _conflicts(whole: WholePlan, standing: Standing) -> str:
    lines: list[str] = []
    for found in whole.conflicts:
        if standing.number in (*found.first, *found.second):
            who, about = conflict_words(found)
            lines.append(" ".join(filter(None, (who, whole.words(found.conflict.text), about))))
    return _lines(lines)


_COLUMNS: Final[dict[str, _Column]] = {
    "number": lambda _, standing: str(standing.number),
    "need": lambda _, standing: standing.need.need,
    "information": lambda _, standing: standing.need.information,
    "from": lambda _, standing: standing.need.source,
    "to": lambda _, standing: standing.need.target,
    "result": _outcome,
    "possible": _possible,
    "reasons": lambda whole, standing: _lines(map(whole.words, standing.link.reasons)),
    "evidence": _evidence,
    "open": lambda whole, standing: _asked(whole, standing.link.open),
    "to-confirm": lambda whole, standing: _considerations(whole, standing.unconfirmed),
    "confirmed": lambda whole, standing: _considerations(
        whole, [name for name in standing.to_confirm if name not in standing.unconfirmed]
    ),
    "notes": _notes,
    "conflicts": _conflicts,
    "link": lambda whole, standing: whole.link_of(standing) or standing.need.link,
}

FORM = PlanForm(order=400, extension="csv", media_type="text/csv", write=write)
