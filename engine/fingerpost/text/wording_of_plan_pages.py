"""The wording of the page with a plan, and of what leads to it. What the engine says of a plan is not here.

Only pages have these texts. They are apart from the others, so that no browser loads them with the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PLAN_PAGE: Final[Mapping[str, str]] = {
    "title": "Plan",
    "needs": "Needs",
    "together": "The needs together",
    "empty": "Your plan is empty",
    "what": (
        "A plan lists the needs of one design, one for each flow of information. It shows the result for each, what "
        "is still to confirm, and how the results work together."
    ),
    "begin": "Begin in one of these ways:",
    "begin-answer": "Answer the questions, then select “{add}” at the result.",
    "begin-words": "Write your needs in the form below, and answer the questions for each one later.",
    "begin-open": "Open a plan file, or a link that a colleague sent you.",
    "answer": "Answer the questions",
    "another": "Add a need",
    "another-label": "What do you need?",
    "another-hint": "Use your own words. {caution}",
    "another-add": "Add this need",
    "another-blank": "Write what you need first.",
    "keep": "Save or share this plan",
    "kept": (
        "The plan is stored on this device only. It leaves the device when you save it as a file or share its link: "
        "the link holds everything in the plan."
    ),
    "download": "Download as {form}",
    "print": "Print",
    "copy-link": "Copy link",
    "link-label": "Link to this plan",
    "open": "Open a plan file (JSON)",
    "clear": "Remove all needs",
    "loading": "Your plan is loading.",
    "failed": "The plan could not start. These are the needs that this device holds.",
    "unloaded": (
        "The plan could not be loaded. It is still on this device: check your connection, then reload this page."
    ),
    "save-stored": "Save them as a file",
    "absent": "This page cannot show a plan, because the site does not include the engine.",
    "no-script": "A plan needs JavaScript. Without it, you can still:",
    "no-script-answer": "answer the questions for each need",
    "no-script-print": "print an empty plan and fill it in by hand",
    "blank": "Empty plan",
    "blank-need": "Need",
    "blank-from": "From",
    "blank-to": "To",
    "blank-result": "Result",
    "blank-confirm": "To confirm",
    "go": "Open the plan",
    "for": "These answers are for a need in your plan.",
    "leave": "Stop changing this need",
    "not-added": "The plan could not be changed.",
    "unnamed": "Need without a name",
    "moved-first": "This need is the first one.",
    "moved-last": "This need is the last one.",
    "cleared": "All needs are removed.",
    "downloaded": "Saved to your downloads.",
    "copied": "Link copied. It holds everything in the plan.",
    "gone": "The plan was deleted from this device.",
    "not-kept": (
        "Your browser does not keep the plan on this device: its storage is full or turned off. The plan is lost when "
        "you close this tab, so save it as a file."
    ),
    "unreadable": "This device holds a plan, or part of one, that cannot be read. It is kept apart.",
    "unreadable-save": "Download what is stored",
    "unreadable-delete": "Delete it",
    "unreadable-deleted": "What could not be read is deleted.",
}
"""The texts by key."""


def say_on_page(key: str, **values: object) -> str:
    """Return a text from the table with its values filled in. It is plain text: escape it before using it in HTML."""
    return PLAN_PAGE[key].format(**values)
