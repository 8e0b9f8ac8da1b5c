"""The words and answers of the reader in a test: no request may hold them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from urllib.parse import unquote_plus, urlsplit

from playwright.sync_api import Keyboard, Locator, Page

_SHORTEST: Final = 4
"""Fewer letters than these are part of too many words to mean anything."""

_WAYS_TO_TYPE: Final = (
    (Locator, ("fill", "press_sequentially", "type")),
    (Page, ("fill", "type")),
    (Keyboard, ("type", "insert_text")),
)


class ReadersWords:
    """What a reader has typed and answered since the test began."""

    def __init__(self) -> None:
        """Begin with nothing, and note what tests type from now on, in every browser that Playwright drives."""
        self._words: set[str] = set()
        for kind, names in _WAYS_TO_TYPE:
            for name in names:
                setattr(kind, name, self._noting(getattr(kind, name)))

    def clear(self) -> None:
        """Forget everything."""
        self._words.clear()

    def type(self, text: str) -> None:
        """Note a text that the reader types."""
        if len(text.strip()) >= _SHORTEST:
            self._words.add(text.strip().casefold())

    def stand_at(self, address: str) -> None:
        """Note the answers in the address of a page, and the questions that they answer."""
        for part in urlsplit(address).fragment.partition("?")[2].split("&"):
            question, is_answer, _ = part.partition("=")
            if is_answer and question != "edition":
                self.type(unquote_plus(part))
                self.type(unquote_plus(question))

    def found_in(self, text: str) -> str:
        """Return the word that a part of a request holds, percent-encoded or not; empty if it holds none."""
        plain = unquote_plus(text).casefold()
        return next((word for word in sorted(self._words) if word in plain), "")

    def _noting(self, way: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(way)
        def typed(subject: object, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever Playwright takes
            for text in (*given, *named.values()):
                if isinstance(text, str):
                    self.type(text)
            return way(subject, *given, **named)

        return typed
