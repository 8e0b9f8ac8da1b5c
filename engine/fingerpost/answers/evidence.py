"""Who gave an answer, and when, in a reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LONGEST_WHO: Final = 200
"""The length to which the name of who gave an answer is cut."""

LONGEST_WHEN: Final = 100
"""The length to which the time of an answer is cut."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The reader's note on one answer, in their words.

    Attributes:
        who: Who gave the answer.
        when: The day, or any other words that say when.
    """

    who: str = ""
    when: str = ""

    @property
    def words(self) -> str:
        """Who and when, as far as they are said."""
        return ", ".join(filter(None, (self.who, self.when)))

    def to_json(self) -> dict[str, str]:
        """Return the note as plain data."""
        return {"who": self.who, "when": self.when}


UNSAID: Final = Evidence()
"""In a link that hands questions over: an answer of the person who got it, who has yet to say who they are."""
