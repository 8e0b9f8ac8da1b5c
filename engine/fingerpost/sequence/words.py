"""The words of one example, put into the diagram of what it is an example of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fingerpost.sequence.diagram import Diagram


def with_words(diagram: Diagram, words: Mapping[str, str], title: str) -> Diagram:
    """Return a diagram that shows an example.

    Args:
        diagram: The diagram.
        words: The words by the letters of a participant, or by the number that a message or note begins with. The
            other participants, messages and notes stay as they are.
        title: The subject of the picture.
    """
    return Diagram(
        title,
        {letters: words.get(letters, name) for letters, name in diagram.names.items()},
        [replace(step, text=words.get(step.number, step.text)) for step in diagram.steps],
    )
