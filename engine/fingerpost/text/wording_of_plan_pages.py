"""The wording of the page with a plan, and of the controls that lead to it. What a plan itself says is not here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PLAN_PAGE: Final[Mapping[str, str]] = {
    "plan-page-title": "Plan",
    "plan-page-needs": "Needs",
    "plan-page-together": "The needs together",
    "plan-page-empty": "Your plan is empty",
    "plan-page-what": (
        "A plan lists the needs of one design, one for each flow of information. It shows the result for each, what "
        "is still to confirm, and how the results work together."
    ),
    "plan-page-begin": "Begin in one of these ways:",
    "plan-page-begin-answer": "Answer the questions, then select “{add}” at the result.",
    "plan-page-begin-words": "Write your needs in the form below, and answer the questions for each one later.",
    "plan-page-begin-open": "Open a plan file, or a link that a colleague sent you.",
    "plan-page-answer": "Answer the questions",
    "plan-page-another": "Add a need",
    "plan-page-another-label": "What do you need?",
    "plan-page-another-hint": "Use your own words. {caution}",
    "plan-page-another-add": "Add this need",
    "plan-page-another-blank": "Write what you need first.",
    "plan-page-keep": "Save or share this plan",
    "plan-page-kept": (
        "The plan is stored on this device only. It leaves the device when you save it as a file or share its link: "
        "the link holds everything in the plan."
    ),
    "plan-page-download": "Download as {form}",
    "plan-page-print": "Print",
    "plan-page-copy-link": "Copy link",
    "plan-page-link-label": "Link to this plan",
    "plan-page-open": "Open a plan file (JSON)",
    "plan-page-clear": "Remove all needs",
    "plan-page-loading": "Your plan is loading.",
    "plan-page-failed": "The plan could not start. These are the needs that this device holds.",
    "plan-page-save-stored": "Save them as a file",
    "plan-page-absent": "This page cannot show a plan, because the site does not include the engine.",
    "plan-page-no-script": "A plan needs JavaScript. Without it, you can still:",
    "plan-page-no-script-answer": "answer the questions for each need",
    "plan-page-no-script-print": "print an empty plan and fill it in by hand",
    "plan-page-blank": "Empty plan",
    "plan-page-blank-need": "Need",
    "plan-page-blank-from": "From",
    "plan-page-blank-to": "To",
    "plan-page-blank-result": "Result",
    "plan-page-blank-confirm": "To confirm",
    "plan-page-add": "Add to the plan",
    "plan-page-save": "Save to the plan",
    "plan-page-go": "Open the plan",
    "plan-page-for": "These answers are for a need in your plan.",
    "plan-page-leave": "Stop changing this need",
    "plan-page-not-added": "The plan could not be changed.",
    "plan-page-unnamed": "Need without a name",
    "plan-page-moved-first": "This need is the first one.",
    "plan-page-moved-last": "This need is the last one.",
    "plan-page-cleared": "All needs are removed.",
    "plan-page-downloaded": "Saved to your downloads.",
    "plan-page-copied": "Link copied. It holds everything in the plan.",
    "plan-page-opened": "The plan is opened.",
    "plan-page-gone": "The plan was deleted from this device.",
    "plan-page-not-kept": (
        "Your browser does not keep the plan on this device: its storage is full or turned off. The plan is lost when "
        "you close this tab, so save it as a file."
    ),
    "plan-page-unreadable": "This device holds a plan, or part of one, that cannot be read. It is kept apart.",
    "plan-page-unreadable-save": "Download what is stored",
    "plan-page-unreadable-delete": "Delete it",
    "plan-page-unreadable-deleted": "What could not be read is deleted.",
}
"""The texts by key, as part of the engine's wording."""
