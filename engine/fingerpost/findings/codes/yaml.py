"""Codes of findings about the YAML of a tree file."""

from __future__ import annotations

from typing import Final

from fingerpost.findings.code import Code

CODES: Final = (
    Code(
        name="yaml-syntax",
        severity="error",
        meaning="The file is not YAML from this point on.",
        fix="Follow the finding. Often a text with a colon, a comma or a quotation mark needs quotes.",
        wrong="title: The office: a guide",
        right="title: Choose a way to meet",
    ),
    Code(
        name="tab",
        severity="error",
        meaning="There is a tab where YAML allows only spaces.",
        fix="Use spaces. You can set most editors to insert them when you press the Tab key.",
        wrong="outcomes:\n\tmessage:",
        right="outcomes:\n  message:",
    ),
    Code(
        name="odd-space",
        severity="error",
        meaning="There is a no-break space, or another space that looks like an ordinary one, where YAML allows only "
        "ordinary spaces. The finding names its code point.",
        fix="Replace it with an ordinary space. Such spaces come from word processors and web pages.",
        wrong="\n\u00a0 room:",
        right="\n  room:",
    ),
    Code(
        name="indentation",
        severity="error",
        meaning="A line starts in the wrong column, so it belongs to another part of the tree than its author meant.",
        fix="Start the line in the column that the finding names.",
        wrong="    ask: Can everybody come to one place?\n  answers:\n",
        right="    ask: Can everybody come to one place?\n    answers:\n",
    ),
    Code(
        name="comma-in-text",
        severity="error",
        meaning="In braces, a comma ends a text without quotes, so the rest of the text would be read as a field.",
        fix="Put the text in quotes.",
        wrong="need: The office moves, at last, in May.",
        right="need: The office moves in May.",
    ),
    Code(
        name="missing-space",
        severity="error",
        meaning="In braces, a colon without a space after it does not end the name of a field.",
        fix="Put a space after the colon.",
        wrong="go:room",
        right="go: room",
    ),
    Code(
        name="many-documents",
        severity="error",
        meaning="The file holds a second YAML document after a line `---`.",
        fix="Keep one tree in each file, and delete the line `---` between them.",
        wrong="---\nrenamed:",
        right="renamed:",
    ),
    Code(
        name="alias",
        severity="error",
        meaning="The file repeats a part of itself with `&` and `*`. A few such lines can stand for gigabytes.",
        fix="Write the part out again. If it is text, put it in quotes.",
        wrong="go: *later",
        right="go: room",
    ),
    Code(
        name="yaml-type",
        severity="error",
        meaning="A value has a type of its own, which has no meaning in a tree.",
        fix="Delete the word that starts with `!`.",
        wrong="title: !name A video call",
        right="title: A video call",
    ),
    Code(
        name="too-deep",
        severity="error",
        meaning="Something is nested more than 20 levels deep; a tree needs five.",
        fix="Remove brackets or indentation, or put the text in quotes.",
        wrong="title: [[[[[[[[[[[[[[[[[[[[[A room]]]]]]]]]]]]]]]]]]]]]",
        right="title: A room",
    ),
    Code(
        name="duplicate-key",
        severity="error",
        meaning="The same name is written twice in one place, and only one would count.",
        fix="Delete one, or give it another name.",
        wrong="    title: A room\n    title: A big room",
        right="    title: A room",
    ),
    Code(
        name="bad-key",
        severity="error",
        meaning="A name is a number, a date or the like in YAML, not a word.",
        fix="Put it in quotes.",
        wrong="12: {need: The office moves in May.",
        right="news: {need: The office moves in May.",
    ),
    Code(
        name="yaml-1-1",
        severity="warning",
        meaning="A word or a text without quotes means something else to programs that follow YAML 1.1, as many "
        "editors, linters and libraries do. They take `yes`, `no`, `on`, `off`, `y` and `n` for true or false and "
        "`10:30` for a number. In braces and brackets, they stop at a `?`, and at a `:` at either end of a text. This "
        "engine follows YAML 1.2, so pages are right. One finding names all places in a tree.",
        fix="Put each of them in quotes. If no other program reads the file, turn the warning off with "
        "`--ignore yaml-1-1`.",
        wrong="answers: {discussion: yes, same-place: none}",
        right='answers: {discussion: "yes", same-place: none}',
    ),
)
