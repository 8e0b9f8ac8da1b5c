"""Sequence diagrams, drawn to SVG when a page is built; register `fence` for the fenced blocks of a page.

The lines of a block are a part of Mermaid's language, so that a diagram can be taken along:

    title: What the picture shows, in one sentence
    participant C as Consumer
    participant P as Provider
    C->>P: 1. Request
    P-->>C: 2. Answer
    Note over P: 3. Stores the request

A leading number ties a line to the step of that number in the text beside the picture. The colours are left to the
style sheet: the drawing has classes and no styles, which a strict Content-Security-Policy would refuse.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from markdown import Markdown

from fingerpost.site.extension import FingerpostExtension
from fingerpost.text.markup import escape

_PARTICIPANT: Final = re.compile(r"participant (?P<id>\w+)(?: as (?P<name>.+))?$")
_MESSAGE: Final = re.compile(r"(?P<start>\w+)(?P<arrow>-?->>)(?P<end>\w+): *(?P<text>.+)$")
_NOTE: Final = re.compile(r"Note over (?P<over>\w+): *(?P<text>.+)$")
_TITLE: Final = re.compile(r"title: *(?P<title>.+)$")
_NUMBERED: Final = re.compile(r"(?P<number>\d+)\. (?P<text>.+)$")

# Three parties fit into the text column of a wide window without scrolling.
_GAP: Final = 218
_EDGE: Final = 106
_BOX: Final = 170
_HEAD: Final = 44
_LINE: Final = 19
_LETTERS_PER_GAP: Final = 26
_BADGE: Final = 11


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the diagram.

    Attributes:
        start: Number of the participant from which it goes.
        end: Number of the participant to which it goes; the same one for a note.
        text: What it says.
        number: The step's number in the text, or an empty string.
        reply: Whether it answers an earlier message.
    """

    start: int
    end: int
    text: str
    number: str
    reply: bool


@dataclass(slots=True)
class Diagram:
    """What a block says.

    Attributes:
        title: What the picture shows, for readers who do not see it.
        names: The participants, from left to right, by id.
        steps: The messages and notes, from top to bottom.
    """

    title: str = ""
    names: dict[str, str] = field(default_factory=dict[str, str])
    steps: list[Step] = field(default_factory=list[Step])


def fence(source: str, language: str, css_class: str, options: Mapping[str, Any], md: Markdown | None, **_: Any) -> str:  # noqa: ARG001 - the signature that pymdownx.superfences calls
    """Return a diagram as HTML, or what is wrong with it; called by `pymdownx.superfences` for each block.

    Raises:
        SystemExit: A line can't be read, and no builder's plugin reports that. It ends the build: the caller would
            show the block as text instead.
    """
    try:
        return draw(read(source))
    except ValueError as fault:
        title = "A sequence diagram cannot be drawn"
        shown = None if md is None else _in_page(md, title, str(fault))
        if shown is None:
            raise SystemExit(f"{title}: {fault}") from None
        return shown


def _in_page(md: Markdown, title: str, fault: str) -> str | None:
    """Return what the page shows of a fault, or None where it ends the build."""
    for extension in md.registeredExtensions:
        if isinstance(extension, FingerpostExtension):
            return extension.fault_in(md, title, f"{title}: {fault}.", "Correct the block.")
    return None


def read(source: str) -> Diagram:
    """Return the diagram that some lines describe.

    Raises:
        ValueError: A line can't be read, names an unknown participant, or the title is missing.
    """
    diagram = Diagram()
    for line in filter(None, (line.strip() for line in source.splitlines())):
        if found := _TITLE.match(line):
            diagram.title = found["title"]
        elif found := _PARTICIPANT.match(line):
            diagram.names[found["id"]] = found["name"] or found["id"]
        elif found := _MESSAGE.match(line):
            diagram.steps.append(_step(diagram, line, found["start"], found["end"], found["text"], found["arrow"]))
        elif found := _NOTE.match(line):
            diagram.steps.append(_step(diagram, line, found["over"], found["over"], found["text"], ""))
        else:
            raise ValueError(f"'{line}' is not a title, participant, message or note")
    if not diagram.title:
        raise ValueError("it has no line 'title: ...'")
    return diagram


def _step(diagram: Diagram, line: str, start: str, end: str, text: str, arrow: str) -> Step:
    order = list(diagram.names)
    for name in (start, end):
        if name not in diagram.names:
            raise ValueError(f"'{line}' names '{name}', which is not a participant")
    numbered = _NUMBERED.match(text)
    return Step(
        start=order.index(start),
        end=order.index(end),
        text=numbered["text"] if numbered else text,
        number=numbered["number"] if numbered else "",
        reply=arrow == "-->>",
    )


def draw(diagram: Diagram) -> str:
    """Return a diagram as a figure with an SVG picture."""
    drawn: list[str] = []
    y = _HEAD + 18
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
        + "".join(_participant(number, label, y) for number, label in enumerate(diagram.names.values()))
        + "".join(drawn)
        + "</svg></div></figure>"
    )


def _x(number: int) -> int:
    return _EDGE + number * _GAP


def _participant(number: int, name: str, bottom: int) -> str:
    x = _x(number)
    return (
        f'<path class="seq-life" d="M{x} {_HEAD}V{bottom}"/>'
        f'<rect class="seq-party" x="{x - _BOX // 2}" y="2" width="{_BOX}" height="{_HEAD - 6}" rx="6"/>'
        f'<text class="seq-name" x="{x}" y="{_HEAD // 2 + 4}">{escape(name)}</text>'
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
    """Return as few lines as possible of at most so many letters, of about the same length."""
    fewest = len(_filled(text, letters))
    narrowest = next(width for width in range(1, letters + 1) if len(_filled(text, width)) <= fewest)
    return _filled(text, narrowest)


def _filled(text: str, letters: int) -> list[str]:
    return textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=False)
