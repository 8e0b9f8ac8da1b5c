"""Every word that the page element shows of its own. The author's words are in the tree.

The table is the unit of translation: a further language is a further table with the same keys and names
in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "widget-title": "Answer the questions",
    "start-title": "Start with the first question",
    "first-question-note": "Your answer opens the next question.",
    "examples-and-notes": "Examples and notes",
    "unsure": "I am not sure",
    "unsure-note": "Keep every branch open and go on",
    "unsure-meaning": "If you are not sure, all of these stay possible:",
    "recommended": "The guidance recommends",
    "several-possible": "Several outcomes are still possible",
    "several-possible-lead": "Your answers leave these outcomes:",
    "still-possible": "Still possible ({count} of {total}):",
    "either-way": "Either way, the answer is the same: the open questions cannot change it.",
    "read-page": "Read about {title}",
    "your-answers": "Your answers",
    "answered-unsure": "Not sure",
    "change": "Change",
    "change-which": "your answer to: {question}",
    "start-again": "Start again",
    "copy-link": "Copy link",
    "copied": "Link copied.",
    "copy-by-hand": "Copying is not allowed here. The link is selected: copy it with your keyboard or menu.",
    "link-label": "Link to these answers",
    "every-question": "Every question",
    "listing-lead": "The whole tree as text. Every answer is a link to the question or the outcome that it leads to.",
    "map-title": "The whole tree",
    "map-title-picture": "Picture of the tree: {title}",
    "map-key": (
        "Each question and each outcome is a link to it. While you answer, the colours show where you are, and lines "
        "through the words what your answers ruled out."
    ),
    "map-answered": "answered",
    "map-here": "you are here",
    "map-open": "still possible",
    "map-result": "recommended",
    "map-out": "ruled out",
    "outcomes": "Outcomes",
    "leads-to": "Leads to: {title}",
    "preview": "This answer leaves {count} of {total}: {names}",
    "number-keys": "Number keys choose an answer: 1 for the first, 2 for the second, and so on",
    "loading": "You can answer now. The interactive help is loading.",
    "loading-progress": "Loading progress",
    "links-only": "The questions work as links: an answer takes you to the next question further down this page.",
    "failed": "The interactive help could not start. The questions still work as links.",
    "try-again": "Try again",
    "notice-title": "About this link",
    "other-tree": "The link is for another tree (“{part}”), so the questions start from the beginning.",
    "other-edition": (
        "The link was made with edition {part} of the guidance. This is edition {edition}. "
        "Answers that still exist count."
    ),
    "unknown-question": "There is no such question here: “{part}”. It was set aside.",
    "unknown-answer": "The question “{question}” has no such answer: “{part}”. It was set aside.",
    "unsure-not-allowed": "The question “{question}” has to be answered: “{part}” was set aside.",
    "answered-twice": "The link gives more than one value: “{part}”. The first one counts.",
    "not-understood": "This part of the link could not be read: “{part}”. It was set aside.",
    "too-long": "The link is too long to be one of this page, so it was set aside.",
    "set-aside": "Your other answers do not lead to these questions, so these answers do not count now:",
    "ways-lead": "The tree leads here when:",
    "ways-more": "And in {count} more ways.",
    "ways-open": "Open these answers in the tree",
    "scenario-leads-to": "The tree recommends",
    "failed-detail": "Details for the site's maintainer",
    "broken-tree": "This decision tree has findings and cannot be shown",
}


def say(key: str, **values: object) -> str:
    """Return a text of the table with its names filled in. It is plain text: escape it before use in HTML."""
    return ENGLISH[key].format(**values)
