"""The two fields for who gave an answer, and when."""

from __future__ import annotations

from typing import Final

from fingerpost.answers.evidence import LONGEST_WHEN, LONGEST_WHO
from fingerpost.text.markup import escape
from fingerpost.text.wording import say

_LONGEST: Final = {"who": LONGEST_WHO, "when": LONGEST_WHEN}


def evidence_on(question_id: str) -> str:
    """Return the fields for the reader's notes on the answer to a question."""
    return "".join(_field(part, f"evidence-{part}", f'data-{part}="{escape(question_id)}"') for part in _LONGEST)


def evidence_to_send() -> str:
    """Return the fields for a reader who answers somebody else's questions; they are no notes."""
    return "".join(_field(part, f"hand-over-{part}", f'data-from="{part}"') for part in _LONGEST)


def _field(part: str, label: str, data: str) -> str:
    return (
        f'<label><span class="fp-hint">{escape(say(label))}</span>'
        f'<input type="text" dir="auto" maxlength="{_LONGEST[part]}" autocomplete="off" {data}></label>'
    )
