"""The steps of a sequence diagram in words, for readers who do not see the picture."""

from __future__ import annotations

from fingerpost.sequence.diagram import Diagram, Step
from fingerpost.text.markup import escape
from fingerpost.text.wording import say


def steps(diagram: Diagram) -> str:
    """Return the messages and notes of a diagram as a list, from top to bottom, with the numbers of the picture."""
    names = list(diagram.names.values())
    return f'<ul class="seq-steps">{"".join(_step(step, names) for step in diagram.steps)}</ul>'


def _step(step: Step, names: list[str]) -> str:
    start, end = names[step.start], names[step.end]
    who = start if step.start == step.end else say("sequence-message", start=start, end=end)
    number = f'<span class="seq-step-number">{step.number}.</span> ' if step.number else ""
    return f"<li>{number}<strong>{escape(who)}:</strong> {escape(step.text)}</li>"
