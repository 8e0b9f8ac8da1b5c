"""Codes of findings about the fields of a tree file."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="unsupported-format",
        severity="error",
        meaning="The file uses another version of the format.",
        fix="Write `format: 1`, or use the program that the file was written for.",
        wrong="format: 2",
        right="format: 1",
    ),
    Code(
        name="unknown-field",
        severity="error",
        meaning="The format has no field of this name. A misspelt field would be lost without notice.",
        fix="Correct the name, or delete the field.",
        wrong="    sumary: Write it down",
        right="    summary: Write it down",
    ),
    Code(
        name="missing-field",
        severity="error",
        meaning="A field is missing that every tree needs before it can be published.",
        fix="Add it.",
        wrong="call:\n    page:",
        right="call:\n    title: A video call\n    page:",
    ),
    Code(
        name="wrong-type",
        severity="error",
        meaning="A value is not of the kind that the field holds.",
        fix="Put text in quotes, a list in brackets, and each entry on a line of its own.",
        wrong="edition: 1",
        right='edition: "1"',
    ),
    Code(
        name="empty-text",
        severity="error",
        meaning="A field is empty.",
        fix="Write it, or delete the field.",
        wrong='summary: ""',
        right="summary: Write it down, once, where everybody finds it.",
    ),
    Code(
        name="too-long",
        severity="error",
        meaning="A text is longer than 20,000 characters.",
        fix="Move most of it to a page, and link to that page.",
        wrong="The help of a question holds the whole handbook.",
    ),
    Code(
        name="bad-id",
        severity="error",
        meaning="An id contains a character that can't be used in links.",
        fix="Use lower-case letters, digits and single hyphens between them. Ids are for links; readers see titles.",
        wrong="  Same_Place:",
        right="  same-place:",
    ),
    Code(
        name="reserved-id",
        severity="error",
        meaning="An id has a meaning of its own in links: `unsure` for an answer, `edition` for a question.",
        fix="Choose another id.",
        wrong="unsure: {label: Nobody, go: call}",
        right="none: {label: Nobody, go: call}",
    ),
    Code(
        name="bad-edition",
        severity="error",
        meaning="The edition is too long, or contains a character that can't be used in links.",
        fix="Use at most 64 letters, digits, full stops, underscores and hyphens, for example `2026-05`.",
        wrong='edition: "May 2026"',
        right='edition: "1"',
    ),
    Code(
        name="bad-date",
        severity="error",
        meaning="A date is not a day of the calendar, such as `2026-05-01`.",
        fix="Write the year, the month and the day in quotes.",
        wrong="A step has `reviewed: 24 November 2026`.",
    ),
    Code(
        name="unknown-form",
        severity="error",
        meaning="The tree asks for a further form of the record that there is not.",
        fix="Correct the name, or delete it.",
        wrong="A tree has `forms: [nhs.doc]`.",
    ),
    Code(
        name="too-few-questions",
        severity="error",
        meaning="A tree without questions has nothing to ask.",
        fix="Write one or more.",
        wrong="The file has the line `questions: {}`.",
    ),
    Code(
        name="too-few-answers",
        severity="error",
        meaning="A question with fewer than two answers asks nothing; a scenario without answers shows nothing.",
        fix="Write another answer, or delete the question or the scenario.",
        wrong="answers: {}, expect: message",
        right='answers: {discussion: "no"}, expect: message',
    ),
    Code(
        name="too-few-outcomes",
        severity="error",
        meaning="A tree without outcomes recommends nothing.",
        fix="Write one or more.",
        wrong="The file has the line `outcomes: {}`.",
    ),
    Code(
        name="too-few-when",
        severity="error",
        meaning="A revision that names no answers in `when` concerns every link, so it says nothing about any.",
        fix="Name the answers whose outcome has changed, or delete the revision.",
        wrong="A revision has `when: {}`.",
    ),
)
