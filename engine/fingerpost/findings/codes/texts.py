"""Codes of findings about the texts of a tree."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="invisible-text",
        severity="error",
        meaning="A text has only characters that readers do not see, such as a zero width space.",
        fix="Write the text, or delete the field.",
        wrong='title: "&#8203;"',
        right="title: A video call",
    ),
    Code(
        name="invisible-character",
        severity="warning",
        meaning="A character is invisible, or changes the order in which readers see the text around it, so the text "
        "is not what it looks like. The finding names its code point.",
        fix="Delete it. If it belongs there, write it as an entity, for example `&shy;` or `&rlm;`.",
        wrong="A title has the right-to-left override U+202E, which shows “gnp.exe” as “exe.png”.",
    ),
    Code(
        name="field-in-text",
        severity="warning",
        meaning="A line begins with the name of a field, but starts as far to the right as the text above it, so it is "
        "part of this text.",
        fix="Start it in the column of the other fields. If it is text, begin it with another word.",
        wrong="\n      unsure: Ask",
        right="\n    unsure: Ask",
    ),
    Code(
        name="not-inline",
        severity="error",
        meaning="A text that must stay on one line makes a list, a line break or a second paragraph in Markdown.",
        fix="Move it to a field that allows it, or put a backslash before the mark.",
        wrong="title: 1. A room",
        right="title: A room",
    ),
    Code(
        name="link-in-label",
        severity="error",
        meaning="A text that is part of a link contains a link itself.",
        fix="Move the link to the help, the reason or the summary.",
        wrong="label: '[Everybody](all.md)'",
        right="label: Everybody",
    ),
    Code(
        name="unsafe-html",
        severity="error",
        meaning="A text contains HTML that could break the page or run a program, or a tag that is not closed.",
        fix="Use Markdown. To show a `<`, write `&lt;` or put it in backticks.",
        wrong="title: A <script>room</script>",
        right="title: A room",
    ),
    Code(
        name="unsafe-link",
        severity="error",
        meaning="A link has an address that pages must not link to.",
        fix="Link to a page of the site, or start the address with `https://`, `http://` or `mailto:`.",
        wrong='unsure: "[Ask](javascript:ask)"\n',
        right="unsure: Ask the person who wants the meeting what has to be different after it.\n",
    ),
    Code(
        name="picture-without-words",
        severity="error",
        meaning="A picture has no words for people who do not see it.",
        fix="Write them in the brackets.",
        wrong='more: "![](ways/plan.svg)"\n',
        right="unsure: Ask the person who wants the meeting what has to be different after it.\n",
    ),
    Code(
        name="unknown-text",
        severity="error",
        meaning="`ours` names a text that is not there, so nothing would be marked.",
        fix="Name texts that are written beside it, or delete the name.",
        wrong="ours: [reasons]",
        right="ours: [reason]",
    ),
    Code(
        name="bad-address",
        severity="error",
        meaning="The address of the source is not one that pages can link to.",
        fix="Write the whole address, starting with `https://` or `http://`.",
        wrong="url: javascript:handbook",
        right="url: https://example.org/handbook",
    ),
)
