"""The picture of a plan with many needs: a box for each outcome, with the numbers of its needs and its systems."""

from __future__ import annotations

from typing import Final

from fingerpost.plan.arrows import Arrow, Arrows, system_name
from fingerpost.plan.picture_parts import LETTERS, LINE, lines_of, svg
from fingerpost.plan.together import need_numbers
from fingerpost.text.fitting import fitted
from fingerpost.text.wording import say

_WIDTH: Final = 720
_BOX: Final = 240
_PADDING: Final = 12


def picture_of_many(arrows: Arrows) -> str:
    """Return the needs grouped by what they lead to, from top to bottom in the order in which needs lead there."""
    groups: dict[str, list[Arrow]] = {}
    for arrow in arrows.arrows:
        groups.setdefault(arrow.outcome, []).append(arrow)
    shapes: list[str] = []
    y = 2
    for outcome, group in groups.items():
        name = fitted(group[0].words, (_BOX - 2 * _PADDING) / LETTERS, 3)
        room = (_WIDTH - _BOX - 2 * _PADDING) / LETTERS
        said = [*fitted(need_numbers([arrow.number for arrow in group]), room, 3)]
        for key, places in (
            ("plan-many-from", [arrow.source for arrow in group]),
            ("plan-many-to", [arrow.target for arrow in group]),
        ):
            names = ", ".join([system_name(arrows.systems[place]) for place in dict.fromkeys(places)])
            said += fitted(say(key, systems=names), room, 2)
        height = LINE * max(len(name), len(said)) + 2 * _PADDING
        undecided = "" if outcome else ' data-undecided=""'
        dashes = "" if outcome else ' stroke-dasharray="6 4"'
        shapes.append(
            f'<g class="fp-plan-group"{undecided}><rect x="2" y="{y}" width="{_BOX}" height="{height}" rx="6" '
            f'fill="none" stroke="currentColor"{dashes}/>'
            f"{lines_of(name, 2 + _BOX // 2, y + (height - LINE * len(name)) // 2, 'middle')}"
            f"{lines_of(said, _BOX + _PADDING + 2, y + (height - LINE * len(said)) // 2, 'start')}</g>"
        )
        y += height + 12
    return svg("".join(shapes), _WIDTH, y)
