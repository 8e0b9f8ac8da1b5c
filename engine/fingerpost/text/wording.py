"""The page element's own wording. The author's words are in the tree.

To translate it, add a table for the language with the same keys and the same names in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fingerpost.text.wording_of_plans import PLANS
from fingerpost.text.wording_of_records import RECORDS

ENGLISH: Final[Mapping[str, str]] = {
    "widget-title": "Answer the questions",
    "start-title": "Start with the first question",
    "examples-and-notes": "Examples and notes",
    "informative": "Your answer does not change the result.",
    "also-asked-title": "Also asked",
    "also-asked-lead": "You can answer these questions for your record. They do not change the result.",
    "unsure": "I'm not sure",
    "unsure-note": "Skip this for now",
    "unsure-meaning": "If you are not sure, all of these are still possible:",
    "noun": "results",
    "verdict": "Result",
    "caution": "Do not include anything that identifies a person.",
    "why-answer": "You answered “{label}” to “{question}”",
    "save-or-share": "Save or share",
    "plan-page-add": "Add to the plan",
    "plan-page-save": "Save to the plan",
    "several-possible": "Several {noun} are still possible",
    "several-possible-lead": "The answers so far leave these:",
    "either-way": "The questions without a definite answer do not change this result.",
    "read-page": "Read about {title}",
    "your-answers": "Your answers",
    "their-answers": "Answers so far",
    "answered-unsure": "Not sure",
    "change": "Change",
    "change-which": "the answer to: {question}",
    "cancel-change": "Cancel this change",
    "set-aside-title": "We've kept your other answers",
    "set-aside-while-changing": "They will count again if your new answer leads to their questions.",
    "set-aside-title-theirs": "Other answers are kept",
    "set-aside-note": "They do not count at the moment, because the other answers do not lead to their questions.",
    "start-again": "Start again",
    "copy-link": "Copy link",
    "copied": "Link copied.",
    "copy-by-hand": "Your browser did not allow copying. The link is selected, so you can copy it yourself.",
    "link-label": "Link to these answers",
    "every-question": "Every question",
    "listing-lead": "Each answer links to the question or result that it leads to.",
    "parts-first": "The first question, and what each answer leads to:",
    "parts-lead": "The list of every question has these pages:",
    "parts-print": "Each page can be printed on its own. To print every question, open and print them all.",
    "part-page": "{title}: {part}",
    "part-questions": "Questions {first} to {last} of {count}",
    "part-last": "Questions {first} to {last} of {count}, and results",
    "part-outcomes": "Results",
    "part-answer": "Answer the questions",
    "part-before": "Before: {title}",
    "part-after": "Next: {title}",
    "print-tree": "Print every question",
    "print-tree-hint": "Open this link, then use the print command of your browser.",
    "downloads": "Use these questions in other programs",
    "downloads-lead": "You need a network connection to download these files.",
    "download-for": "for {readers}",
    "download-leaves-out": "Leaves out {parts}.",
    "short-name": "Short name:",
    "question-link": "Link to this question",
    "entry-fold": "Answers, examples and notes",
    "map-title": "How the questions connect",
    "map-outline": "Questions and results as a list",
    "map-title-picture": "Diagram of the questions: {title}",
    "map-key": (
        "Select a question or a result to go to it. As you answer, the colours show where you are, and crossed-out "
        "names are ruled out."
    ),
    "map-ours": "The text of the questions' short names was written for this site.",
    "map-answered": "answered",
    "map-here": "you are here",
    "map-open": "still possible",
    "map-result": "your result",
    "map-out": "ruled out",
    "preview": "This answer leaves {count} of {total} {noun}: {names}",
    "preview-many": "This answer leaves {count} of {total} {noun}: {names}, and {more} more",
    "preview-one": "This answer leads to: {names}",
    "settings": "Settings",
    "number-keys": "Use number keys to choose an answer",
    "loading": "You can answer now. Explanations are loading.",
    "loading-progress": "Loading progress",
    "links-only": (
        "Each answer is a link to the next question, further down this page. Without JavaScript, this page does not "
        "keep a list of your answers, explain a result or write a record."
    ),
    "links-only-large": (
        "Each answer is a link to the next question in the list of every question. Without JavaScript, this page does "
        "not keep a list of your answers, explain a result or write a record."
    ),
    "loading-large": "The questions are loading. Your answer is shown when they are ready.",
    "failed-large": (
        "The questions could not start, so answers in a link are not shown. Each answer leads to the list of every "
        "question."
    ),
    "absent": ("Each answer is a link to what comes next. This page does not explain a result or write a record."),
    "failed": "Explanations and records could not start. You can still answer the questions.",
    "faulty": (
        "The explanation of this step could not be shown. Your answers are in the address of this page, and you can "
        "still answer the questions."
    ),
    "page-cut": (
        "The end of this page did not arrive, so some answers may lead nowhere. Check your connection, then reload the "
        "page."
    ),
    "action-failed": "That did not work. Nothing is lost: try again.",
    "address-stays": (
        "Your browser does not let this page change its address. Your answers count, but Back and Reload do not know "
        "them. Use “Copy link” to keep them."
    ),
    "file-opening": "The file is being opened.",
    "file-too-large": "This file is larger than 5 MB, so it was not opened. Nothing has changed.",
    "preview-failed": "The effect of this answer could not be worked out.",
    "setting-not-kept": "Your browser does not keep this setting. It counts until you leave this page.",
    "origin": "Open these questions on their own page",
    "try-again": "Try again",
    "notice-title": "About this link",
    "other-tree": "The link is for other questions (“{part}”), so this page starts from the first question.",
    "earlier-edition": (
        "The link was made with edition {part} of the guidance. This is edition {edition}. Answers that still exist "
        "are kept."
    ),
    "later-edition": (
        "The link was made with edition {part} of the guidance, which is later than this one ({edition}). Reload "
        "this page, or check the result before you use it."
    ),
    "unknown-edition": (
        "The link was made with edition {part} of the guidance, which this page does not know. This is edition "
        "{edition}. Check the result before you use it."
    ),
    "unreadable-edition": (
        "The edition in the link could not be read: “{part}”. This is edition {edition}. Check the result before you "
        "use it."
    ),
    "another-edition": (
        "The link was made with another edition of the guidance. This is edition {edition}. Check the result before "
        "you use it."
    ),
    "edition-here": (
        "This page shows edition {edition}. A link made with another edition opens at the first question, so check "
        "the date after “edition=” in your link."
    ),
    "unknown-question": "The question “{part}” is not asked here, so its answer was left out.",
    "unknown-answer": "The question “{question}” does not have the answer “{part}”, so it was left out.",
    "unsure-not-allowed": "The question “{question}” needs an answer, so “{part}” was left out.",
    "answered-twice": "The link has more than one value for “{part}”. The first one is used.",
    "not-understood": "Part of the link could not be read: “{part}”. It was left out.",
    "cut-off": (
        "The end of the link seems to be missing. The answers that could be read are kept. Check them, or ask for the "
        "whole link."
    ),
    "left-out": "This part of the link is not used here: “{part}”.",
    "asked-by-colleague": (
        "A colleague asks you to answer these questions. When you have answered what you can, send them the address of "
        "this page."
    ),
    "too-long": "The link is too long, so this page starts from the first question.",
    "sequence-message": "{start} to {end}",
    "ways-more": "There are {count} more ways.",
    "ways-open": "See this result",
    "when-one": "The tree leads here when {conditions}.",
    "when-several": "The tree leads here in any of these cases:",
    "when-each": "When {conditions}.",
    "when-and": ", and ",
    "when-or": " or ",
    "when-quoted": "“{words}”",
    "when-answer": "the answer to “{question}” is {answer}",
    "when-always": "The tree leads here whatever the answers.",
    "when-more": "There are more ways than can be listed.",
    "when-ours": "This wording was chosen for this site.",
    "example-open": "Open this example",
    "example-answers": "The answers, and why",
    "example-result": "The result",
    "example-state": "Open these answers in the questions",
    "example-sequence": "The sequence",
    "example-sequence-title": "{title}: {outcome}",
    "example-sequence-steps": "The same steps in words:",
    "example-all": "All worked examples",
    "example-before": "Before: {title}",
    "example-after": "Next: {title}",
    "example-ours": "This example was made up for this site.",
    "examples-none": "There is no worked example.",
    "use-case-shown": "This is an example of what {group} need to do:",
    "scenario-open": "See this result",
    "questions-left-one": "1 question left",
    "questions-left": "{most} questions left",
    "questions-left-range": "{least} to {most} questions left",
    "questions-left-bound": "Up to {most} questions left",
    "standing": "{noun} still possible: {count} of {total}",
    "standing-possible": "Still possible",
    "standing-ruled-out": "Ruled out",
    "ruled-out-by": "by the answer {label} to: {question}",
    "ask-whom-title": "Who to ask",
    "ask-whom-lead": "Answering these questions would narrow the result:",
    "ask-whom-together": "No single answer would narrow the result. Answering several of these questions would:",
    "answer-it": "Answer this question",
    "hand-over": "Copy a link for a colleague",
    "hand-over-copied": "Link copied. It asks the questions you are not sure about.",
    "hand-over-hint": (
        "The link holds your answers and anything you wrote under “What do you need to decide?” and “Who said so, and "
        "when?”, for the person you send it to."
    ),
    "hand-over-need": "This is what they need to decide, in their own words:",
    "hand-over-title": "A colleague needs your help",
    "hand-over-lead": (
        "They are not sure about some of these questions. Answer the ones you can, then send the link back."
    ),
    "hand-over-done": "Thank you. There are no more questions. Copy the link and send it back.",
    "hand-over-evidence": "The link can also say who answers, and when.",
    "hand-over-who": "Your name or role (optional)",
    "hand-over-when": "Date (optional)",
    "hand-over-back": "Copy the link to send back",
    "why-title": "Why this result",
    "forced-some": "These answers are enough to decide the result:",
    "why-not-title": "Why not the other {noun}",
    "would-need": "To get {title}, you would answer:",
    "open-change": "See this result",
    "open-change-which": "for {title}",
    "confirm-title": "Check before you decide",
    "confirm-lead": (
        "The questions do not ask about these points. Check each one and tick it when it is done. Your ticks and "
        "notes do not change the result."
    ),
    "confirm-note": "Your note",
    "confirm-note-on": "on: {ask}",
    "confirm-otherwise": "If the answer is no:",
    "steps-title": "Next steps",
    "steps-lead": (
        "What this site suggests to use and to do, each with its source. It is not part of the recommendation."
    ),
    "steps-tick": "Tick each step when it is done. Your ticks do not change the result.",
    "step-source": "Read the source",
    "step-source-of": "of: {title}",
    "step-reviewed": "compared on {date}",
    "step-overdue": "Check this: it was due for review by {date}.",
    "evidence-title": "Who said so, and when?",
    "evidence-lead": (
        "Note who gave each answer. Your notes stay in this browser, and go into the record and into the link for a "
        "colleague."
    ),
    "evidence-arrived": "Who gave the answers is now in your notes, under “Who said so, and when?”.",
    "evidence-who": "Who",
    "evidence-when": "When",
    "combines-title": "Works together with",
    "qualities-title": "Compare the {noun} that are still possible",
    "qualities-of": "What to expect from {title}",
    "qualities-compared": "Comparison by quality",
    "finder-title": "Find {noun} by what matters",
    "finder-lead": (
        "Choose what matters to you, and the table keeps the {noun} that fit. If you choose several values of one "
        "quality, one of them is enough."
    ),
    "finder-clear": "Clear",
    "finder-fit": "{count} of {total} {noun} fit.",
    "finder-left-out": "Left out: {names}.",
    "finder-failed": "The choices could not be loaded, so this is the whole table. Reload the page to try again.",
    "finder-address-stays": (
        "Your browser does not let this page change its address, so no link leads to your choice."
    ),
    "finder-unknown": "Part of the link is not known here: {names}. It was left out.",
    "quality": "Quality",
    "quality-expected": "What to expect",
    "quality-unknown": "Not stated",
    "record-title": "Save or share",
    "record-lead": (
        "Save your answers and the reasons for a design review or a ticket. What you write stays on this device "
        "until you save or copy it."
    ),
    "record-need-label": "What do you need to decide?",
    "record-need-hint": "Use your own words. {caution}",
    "record-download": "Download as {form}",
    "record-other-forms": "Other forms",
    "record-copy": "Copy for a wiki or ticket",
    "record-print": "Print",
    "record-copied": "Record copied.",
    "record-saved": "Record saved to your downloads.",
    "record-word-failed": "The Word file could not be made. Check your connection, then try again.",
    "record-open": "Open a saved record (JSON)",
    "record-opened": "Record opened.",
    "started-again": "Your answers are cleared.",
    "notes-clear": "Clear my notes",
    "notes-cleared": "Your notes are cleared.",
    "notes-earlier": "You have notes from an earlier decision.",
    "notes-use": "Use these notes",
    "notes-discard": "Discard them",
    "notes-used": "Your earlier notes now belong to this decision.",
    "notes-discarded": "Your earlier notes are deleted.",
    "notes-gone": "Your notes were deleted from this device. Until you leave this page, “Undo” keeps them again.",
    "notes-unreadable": (
        "The notes that this browser kept for this decision cannot be read, or not as a whole. What is stored is kept "
        "apart when you write others."
    ),
    "notes-unreadable-save": "Download what is stored",
    "undo": "Undo",
    "reopen-not-json": "This file is not a saved record.",
    "reopen-no-record": "This file is not a saved record.",
    "reopen-later-version": "This record was saved by a newer version of this page. Reload the page and try again.",
    "reopen-other-tree": "This record is for a different set of questions.",
    "storage-refused": "Your notes are not kept on this page. You will lose them when you leave it.",
    "unchanged-since": "The answers still apply, and nothing has changed for them.",
    "changed-because": "Changed in edition {edition}: these answers led to {was} before.",
    "renamed-since": "Renamed since then: {old} is now {new}.",
    "record-status-proposed": "proposed",
    "record-undecided": "not decided yet",
    "record-context": "Context and Problem Statement",
    "record-no-need": "Not given.",
    "record-drivers": "Decision Drivers",
    "record-options": "Considered Options",
    "record-ruled-out": "ruled out",
    "record-decision": "Decision Outcome",
    "record-several-possible": "Not decided yet: several options are still possible.",
    "record-chosen": "Chosen option: “{title}”.",
    "record-forced-by": "These answers are enough to decide it:",
    "record-qualities": "What to expect",
    "record-confirmation": "Confirmation",
    "record-why-not": "Why not the other options",
    "record-evidence": "Said by:",
    "record-because-of": "ruled out by the answer to:",
    "record-status": "Status:",
    "record-date": "Date:",
    "record-page": "Read more:",
    "record-combines": "Works together with",
    "record-set-aside": "Answers that do not count at the moment",
    "record-changes": "Answers that would lead to other options",
    "record-instead": "change the answer to:",
    "record-and": "also answer:",
    "record-open-questions": "Open questions",
    "record-more": "More Information",
    "record-edition": "Made with “{tree}”, edition {edition}.",
    "record-source": "Source of the guidance:",
    "record-answers-link": "Link to these answers:",
    "ours": "our reading",
    "ours-meaning": "Text marked “our reading” was written for this site.",
    "examples-ours": "The text of these examples was written for this site.",
    "qualities-ours": "The comparison was written for this site.",
    "record-ours": "Text marked “our reading” was written for this site. It is not part of the source.",
    "ours-source": "It is not part of the source:",
    "broken-tree": "These questions cannot be shown because of errors in their file",
    **PLANS,
    **RECORDS,
}


def say(key: str, **values: object) -> str:
    """Return a text from the table with its values filled in. It is plain text: escape it before using it in HTML."""
    return ENGLISH[key].format(**values)
