"""The picture of a sequence diagram, as SVG with classes for a style sheet."""

from __future__ import annotations

import hashlib
import textwrap
from typing import Final

from fingerpost.sequence.diagram import Diagram, Step
from fingerpost.text.markup import escape

# Three parties fit into the text column of a wide window without scrolling.
_GAP: Final = 218
_EDGE: Final = 106
_BOX: Final = 170
_HEAD: Final = 44
_LETTERS_PER_NAME: Final = 19
_LINE: Final = 19
_LETTERS_PER_GAP: Final = 26
_BADGE: Final = 11


def draw(diagram: Diagram) -> str:
    """Return a diagram as a figure with an SVG picture."""
    drawn: list[str] = []
    names = [_wrapped(name, _LETTERS_PER_NAME) for name in diagram.names.values()]
    head = _HEAD + _LINE * (max(map(len, names), default=1) - 1)
    y = head + 18
    for step in diagram.steps:
        height, shapes = _note(step, y, len(diagram.names)) if step.start == step.end else _message(step, y)
        drawn.append(shapes)
        y += height
    width = 2 * _EDGE + _GAP * (len(diagram.names) - 1)
    name = "seq-" + hashlib.sha256(repr(diagram).encode()).hexdigest()[:8]
    title = escape(diagram.title)
    return (
        f'<figure class="seq"><div class="seq-scroll" role="group" aria-labelledby="{name}" tabindex="0">'
        f'<svg class="seq-picture" role="img" aria-labelledby="{name}" viewBox="0 0 {width} {y + 6}" '
        f'width="{width}" height="{y + 6}"><title id="{name}">{title}</title>'
        + "".join(_participant(number, lines, head, y) for number, lines in enumerate(names))
        + "".join(drawn)
        + "</svg></div></figure>"
    )


def _x(number: int) -> int:
    return _EDGE + number * _GAP


def _participant(number: int, lines: list[str], head: int, bottom: int) -> str:
    x = _x(number)
    top = (head - _HEAD - _LINE * (len(lines) - 1)) // 2 + _HEAD // 2 + 4
    name = "".join(
        f'<text class="seq-name" x="{x}" y="{top + _LINE * line}">{escape(text)}</text>'
        for line, text in enumerate(lines)
    )
    return (
        f'<path class="seq-life" d="M{x} {head}V{bottom}"/>'
        f'<rect class="seq-party" x="{x - _BOX // 2}" y="2" width="{_BOX}" height="{head - 6}" rx="6"/>{name}'
    )


def _message(step: Step, y: int) -> tuple[int, str]:
    forward = 1 if step.end > step.start else -1
    start, end = _x(step.start), _x(step.end)
    lines = _wrapped(step.text, _LETTERS_PER_GAP * abs(step.end - step.start))
    level = y + _LINE * len(lines) + 6
    # The tip stops at the lifeline; the badge sits on the line where it starts.
    tip = end - forward * 2
    badge = _badge(step.number, start, level)
    reply = " seq-reply" if step.reply else ""
    return _LINE * len(lines) + 26, (
        _text(lines, (start + end) // 2, y, "seq-text")
        + f'<path class="seq-arrow{reply}" d="M{start} {level}H{tip}"/>'
        + f'<path class="seq-tip" d="M{tip} {level}l{-9 * forward} -5v10z"/>{badge}'
    )


def _note(step: Step, y: int, parties: int) -> tuple[int, str]:
    lines = _wrapped(step.text, 23)
    width, height = 186, _LINE * len(lines) + 14
    rightmost = 2 * _EDGE + _GAP * (parties - 1) - width - 2
    left = min(max(_x(step.start) - width // 2, _BADGE + 1), rightmost)
    return height + 14, (
        f'<rect class="seq-note" x="{left}" y="{y}" width="{width}" height="{height}" rx="4"/>'
        + _text(lines, left + width // 2 + (4 if step.number else 0), y + 5, "seq-said")
        + _badge(step.number, left, y + height // 2)
    )


def _text(lines: list[str], x: int, top: int, css_class: str) -> str:
    return "".join(
        f'<text class="{css_class}" x="{x}" y="{top + _LINE * number - 4}">{escape(line)}</text>'
        for number, line in enumerate(lines, start=1)
    )


def _badge(number: str, x: int, y: int) -> str:
    if not number:
        return ""
    return (
        f'<circle class="seq-badge" cx="{x}" cy="{y}" r="{_BADGE}"/>'
        f'<text class="seq-number" x="{x}" y="{y + 5}">{number}</text>'
    )


def _wrapped(text: str, letters: int) -> list[str]:
    """Break a text into as few lines as possible, of similar length, with at most so many letters each."""
    fewest = len(_filled(text, letters))
    narrowest = next(width for width in range(1, letters + 1) if len(_filled(text, width)) <= fewest)
    return _filled(text, narrowest)


def _filled(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)
