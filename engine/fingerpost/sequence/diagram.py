"""The text of a sequence diagram: its participants and steps, in a subset of Mermaid's language.

    title: The subject of the picture, in one sentence
    participant C as Consumer
    participant P as Provider
    C->>P: 1. Request
    P-->>C: 2. Answer
    Note over P: 3. Stores the request

Other tools can draw it, too. A leading number links a line to the step with that number in a text beside the picture,
and to the words that an example has for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_PARTICIPANT: Final = re.compile(r"participant (?P<id>\w+)(?: as (?P<name>.+))?$")
_MESSAGE: Final = re.compile(r"(?P<start>\w+)(?P<arrow>-?->>)(?P<end>\w+): *(?P<text>.+)$")
_NOTE: Final = re.compile(r"Note over (?P<over>\w+): *(?P<text>.+)$")
_TITLE: Final = re.compile(r"title: *(?P<title>.+)$")
_NUMBERED: Final = re.compile(r"(?P<number>\d+)\. (?P<text>.+)$")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the diagram.

    Attributes:
        start: The index of the participant that it comes from.
        end: The index of the participant that it goes to; the same one for a note.
        text: Its words.
        number: The number of its step in the text beside the picture, or an empty string.
        reply: Whether it answers an earlier message.
    """

    start: int
    end: int
    text: str
    number: str
    reply: bool


@dataclass(slots=True)
class Diagram:
    """A diagram, as a block describes it.

    Attributes:
        title: The subject of the picture, for readers who can't see it.
        names: The participants, from left to right, by id.
        steps: The messages and notes, from top to bottom.
    """

    title: str = ""
    names: dict[str, str] = field(default_factory=dict[str, str])
    steps: list[Step] = field(default_factory=list[Step])


def read(source: str) -> Diagram:
    """Return the diagram that some lines describe.

    Raises:
        ValueError: A line can't be read, names an unknown participant, or there is no title.
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


def lines_of(diagram: Diagram) -> list[str]:
    """Return what the words of an example can name: the letters of each participant, and each number, once."""
    return [*diagram.names, *dict.fromkeys(step.number for step in diagram.steps if step.number)]


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
