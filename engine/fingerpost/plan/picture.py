"""The picture of a plan: the systems side by side, and each need as an arrow from one to another, from top to bottom.

The drawing has classes for a style sheet and attributes for places without one. Every label stands in the gap beside
the system where its arrow begins, so that no line of another system runs through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fingerpost.plan.arrows import Arrow, Arrows, arrows_of, system_name
from fingerpost.plan.picture_of_many import picture_of_many
from fingerpost.plan.picture_parts import LETTERS, LINE, lines_of, svg, text
from fingerpost.plan.standing import Standing
from fingerpost.text.fitting import fitted

MOST_DRAWN: Final = 30
"""The most needs that are drawn one by one; the needs of a larger plan are grouped by what they lead to."""

_GAP: Final = 230
_BOX: Final = 190
_EDGE: Final = _BOX // 2 + 6
_BADGE: Final = 12
_HEAD: Final = 2 * LINE + 16
_INDENT: Final = _BADGE + 8


def picture(standings: Sequence[Standing]) -> str:
    """Return the picture of a plan with needs as SVG."""
    arrows = arrows_of(standings)
    return picture_of_many(arrows) if len(standings) > MOST_DRAWN else _drawn(arrows)


def _drawn(arrows: Arrows) -> str:
    shapes: list[str] = []
    y = _HEAD + 12
    for arrow in arrows.arrows:
        lines = fitted(arrow.words, (_GAP - _INDENT - 10) / LETTERS, 3)
        shapes.append(_loop(arrow, lines, y) if arrow.source == arrow.target else _arrow(arrow, lines, y))
        y += LINE * len(lines) + (44 if arrow.source == arrow.target else 30)
    last = len(arrows.systems) - 1
    # The label of an arrow from the last system to itself stands to the right of all.
    beyond = any(arrow.source == last and arrow.target == last for arrow in arrows.arrows)
    width = 2 * _EDGE + _GAP * last + (_GAP - _EDGE if beyond else 0)
    systems = [_system(place, name, y) for place, name in enumerate(arrows.systems)]
    return svg("".join((*systems, *shapes)), width, y + 6)


def _x(place: int) -> int:
    return _EDGE + _GAP * place


def _system(place: int, name: str, bottom: int) -> str:
    x = _x(place)
    lines = fitted(system_name(name), (_BOX - 20) / LETTERS, 2)
    top = 2 + (_HEAD - 4 - LINE * len(lines)) // 2
    unnamed = "" if name else ' data-unnamed=""'
    return (
        f'<g class="fp-plan-system"{unnamed}><path class="fp-plan-life" d="M{x} {_HEAD}V{bottom}" fill="none" '
        f'stroke="currentColor" stroke-opacity="0.4" stroke-dasharray="4 4"/>'
        f'<rect x="{x - _BOX // 2}" y="2" width="{_BOX}" height="{_HEAD - 4}" rx="6" fill="none" '
        f'stroke="currentColor"/>{lines_of(lines, x, top, "middle")}</g>'
    )


def _arrow(arrow: Arrow, lines: list[str], y: int) -> str:
    forward = 1 if arrow.target > arrow.source else -1
    start, end = _x(arrow.source), _x(arrow.target)
    level = y + LINE * len(lines) + 10
    tip = end - forward * 2
    anchor = "start" if forward > 0 else "end"
    return (
        f'<g class="fp-plan-arrow"{_marks(arrow)}>{lines_of(lines, start + forward * _INDENT, y, anchor)}'
        f"{_line(arrow, f'M{start} {level}H{tip}')}{_tip(tip, level, forward)}{_badge(arrow, start, level)}</g>"
    )


def _loop(arrow: Arrow, lines: list[str], y: int) -> str:
    """Draw an arrow from a system to itself, with its label above."""
    x = _x(arrow.source)
    level = y + LINE * len(lines) + 10
    path = f"M{x} {level}H{x + 40}V{level + 16}H{x + 2}"
    return (
        f'<g class="fp-plan-arrow"{_marks(arrow)}>{lines_of(lines, x + _INDENT, y, "start")}'
        f"{_line(arrow, path)}{_tip(x + 2, level + 16, -1)}{_badge(arrow, x, level)}</g>"
    )


def _marks(arrow: Arrow) -> str:
    return f' data-need="{arrow.number}"' + ("" if arrow.outcome else ' data-undecided=""')


def _line(arrow: Arrow, path: str) -> str:
    dashes = "" if arrow.outcome else ' stroke-dasharray="6 4"'
    return f'<path class="fp-plan-line" d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"{dashes}/>'


def _tip(x: int, y: int, forward: int) -> str:
    return f'<path class="fp-plan-tip" d="M{x} {y}l{-9 * forward} -5v10z" fill="currentColor"/>'


def _badge(arrow: Arrow, x: int, y: int) -> str:
    return (
        f'<circle class="fp-plan-badge" cx="{x}" cy="{y}" r="{_BADGE}" fill="white" stroke="currentColor"/>'
        f"{text(str(arrow.number), x, y + 5, 'middle', 'fp-plan-badge-number')}"
    )
