"""Every code that a finding can have, as data: what it means, an example, and how to fix it.

The page of findings, SARIF and the command line's `--error` all follow this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.findings.finding import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        name: The stable code.
        severity: What a finding with this code is unless the author asks for more.
        meaning: What it means, and why it matters.
        fix: How to fix it.
        wrong: A piece of the starter tree with the fault in it; or, where no piece of text shows it, a sentence
            about a file that has it.
        right: The same piece as the starter tree has it; empty where `wrong` is a sentence.
    """

    name: str
    severity: Severity
    meaning: str
    fix: str
    wrong: str
    right: str = ""


CODES: Final[tuple[Code, ...]] = (
    # ---- The file
    Code(
        "cannot-read",
        "error",
        "The file does not exist or can't be opened.",
        "Check the path and the permissions.",
        "The command names a file that was moved.",
    ),
    Code(
        "too-large",
        "error",
        "The file is too large to be a tree that people can maintain, so it is not read.",
        "Split the tree, or check that this is the right file.",
        "The command names a video.",
    ),
    Code(
        "empty-file",
        "error",
        "There is nothing in the file, or only comments.",
        "Write a tree, or start with the one that `fingerpost new` writes.",
        "The file holds one comment.",
    ),
    Code(
        "not-utf8",
        "error",
        "The file is in another encoding, so its letters can't be read reliably.",
        "Save the file as UTF-8.",
        "The file was saved as “Windows-1252”, and it holds an “é”.",
    ),
    Code(
        "byte-order-mark",
        "warning",
        "The file starts with an invisible mark, which other programs may take for text.",
        "Save it as “UTF-8”, not as “UTF-8 with BOM”.",
        "The file was saved as “UTF-8 with BOM”.",
    ),
    Code(
        "control-character",
        "error",
        "The file contains an invisible character, usually copied from another program.",
        "Delete it. Many editors can show invisible characters.",
        'label: "Only\\u200e\\u0007 some"',
        "label: Only some",
    ),
    Code(
        "too-many-findings",
        "error",
        "There are more than 1,000 findings about the text of the file; the rest are only counted.",
        "Fix the ones above, then check again.",
        "The file is a long list of something else.",
    ),
    # ---- YAML
    Code(
        "yaml-syntax",
        "error",
        "The file is not YAML from this point on.",
        "Follow the finding. Often a text with a colon, a comma or a quotation mark needs quotes.",
        "title: The office: a guide",
        "title: Choose a way to meet",
    ),
    Code(
        "tab",
        "error",
        "There is a tab where YAML allows only spaces.",
        "Use spaces. You can set most editors to insert them when you press the Tab key.",
        "outcomes:\n\tmessage:",
        "outcomes:\n  message:",
    ),
    Code(
        "many-documents",
        "error",
        "The file holds a second YAML document after a line `---`.",
        "Keep one tree in each file, and delete the line `---` between them.",
        "---\nrenamed:",
        "renamed:",
    ),
    Code(
        "alias",
        "error",
        "The file repeats a part of itself with `&` and `*`. A few such lines can stand for gigabytes.",
        "Write the part out again. If it is text, put it in quotes.",
        "go: *later",
        "go: room",
    ),
    Code(
        "yaml-type",
        "error",
        "A value has a type of its own, which has no meaning in a tree.",
        "Delete the word that starts with `!`.",
        "title: !name A video call",
        "title: A video call",
    ),
    Code(
        "too-deep",
        "error",
        "Something is nested more than 20 levels deep; a tree needs five.",
        "Remove brackets or indentation, or put the text in quotes.",
        "title: [[[[[[[[[[[[[[[[[[[[[A room]]]]]]]]]]]]]]]]]]]]]",
        "title: A room",
    ),
    Code(
        "duplicate-key",
        "error",
        "The same name is written twice in one place, and only one would count.",
        "Delete one, or give it another name.",
        "    title: A room\n    title: A big room",
        "    title: A room",
    ),
    Code(
        "bad-key",
        "error",
        "A name is a number, a date or the like in YAML, not a word.",
        "Put it in quotes.",
        "12: {need: The office moves in May.",
        "news: {need: The office moves in May.",
    ),
    # ---- Fields
    Code(
        "unsupported-format",
        "error",
        "The file uses another version of the format.",
        "Write `format: 1`, or use the program that the file was written for.",
        "format: 2",
        "format: 1",
    ),
    Code(
        "unknown-field",
        "error",
        "The format has no field of this name. A misspelt field would be lost without notice.",
        "Correct the name, or delete the field.",
        "    sumary: Write it down",
        "    summary: Write it down",
    ),
    Code(
        "missing-field",
        "error",
        "A field is missing that every tree needs before it can be published.",
        "Add it.",
        "call:\n    page:",
        "call:\n    title: A video call\n    page:",
    ),
    Code(
        "wrong-type",
        "error",
        "A value is not of the kind that the field holds.",
        "Put text in quotes, a list in brackets, and each entry on a line of its own.",
        "edition: 1",
        'edition: "1"',
    ),
    Code(
        "empty-text",
        "error",
        "A field is empty.",
        "Write it, or delete the field.",
        'summary: ""',
        "summary: Write it down, once, where everybody finds it.",
    ),
    Code(
        "too-long",
        "error",
        "A text is longer than 20,000 characters.",
        "Move most of it to a page, and link to that page.",
        "The help of a question holds the whole handbook.",
    ),
    Code(
        "bad-id",
        "error",
        "An id contains a character that can't be used in links.",
        "Use lower-case letters, digits and single hyphens between them. Ids are for links; readers see titles.",
        "  Same_Place:",
        "  same-place:",
    ),
    Code(
        "reserved-id",
        "error",
        "An id has a meaning of its own in links: `unsure` for an answer, `edition` for a question.",
        "Choose another id.",
        "unsure: {label: Nobody, go: call}",
        "none: {label: Nobody, go: call}",
    ),
    Code(
        "bad-edition",
        "error",
        "The edition is too long, or contains a character that can't be used in links.",
        "Use at most 64 letters, digits, full stops, underscores and hyphens, for example `2026-05`.",
        'edition: "May 2026"',
        'edition: "1"',
    ),
    Code(
        "too-few-questions",
        "error",
        "A tree without questions has nothing to ask.",
        "Write one or more.",
        "The file has the line `questions: {}`.",
    ),
    Code(
        "too-few-answers",
        "error",
        "A question with fewer than two answers asks nothing; a scenario without answers shows nothing.",
        "Write another answer, or delete the question or the scenario.",
        "answers: {}, expect: message",
        "answers: {discussion: no}, expect: message",
    ),
    Code(
        "too-few-outcomes",
        "error",
        "A tree without outcomes recommends nothing.",
        "Write one or more.",
        "The file has the line `outcomes: {}`.",
    ),
    # ---- Texts
    Code(
        "not-inline",
        "error",
        "A text that must stay on one line makes a list, a line break or a second paragraph in Markdown.",
        "Move it to a field that allows it, or put a backslash before the mark.",
        "title: 1. A room",
        "title: A room",
    ),
    Code(
        "link-in-label",
        "error",
        "A text that is part of a link contains a link itself.",
        "Move the link to the help, the reason or the summary.",
        "label: '[Everybody](all.md)'",
        "label: Everybody",
    ),
    Code(
        "unsafe-html",
        "error",
        "A text contains HTML that could break the page or run a program, or a tag that is not closed.",
        "Use Markdown. To show a `<`, write `&lt;` or put it in backticks.",
        "title: A <script>room</script>",
        "title: A room",
    ),
    Code(
        "unsafe-link",
        "error",
        "A link has an address that pages must not link to.",
        "Link to a page of the site, or start the address with `https://`, `http://` or `mailto:`.",
        'unsure: "[Ask](javascript:ask)"\n',
        "unsure: Ask the person who wants the meeting what has to be different after it.\n",
    ),
    Code(
        "unknown-text",
        "error",
        "`ours` names a text that is not there, so nothing would be marked.",
        "Name texts that are written beside it, or delete the name.",
        "ours: [reasons]",
        "ours: [reason]",
    ),
    Code(
        "bad-address",
        "error",
        "The address of the source is not one that pages can link to.",
        "Write the whole address, starting with `https://` or `http://`.",
        "url: javascript:handbook",
        "url: https://example.org/handbook",
    ),
    # ---- The tree as a whole
    Code(
        "missing-start",
        "error",
        "The start is not one of the questions, so the tree has no first question.",
        "Name the first question.",
        "start: discusion",
        "start: discussion",
    ),
    Code(
        "missing-target",
        "error",
        "An answer leads to something that does not exist, so its reader would be stuck.",
        "Correct the id, or write the question or outcome.",
        "go: rooom",
        "go: room",
    ),
    Code(
        "duplicate-id",
        "error",
        "A question and an outcome have the same id, so it is not clear which of them an answer leads to.",
        "Give one of them another id.",
        "  same-place:\n    title: A room\n",
        "  room:\n    title: A room\n",
    ),
    Code(
        "cycle",
        "error",
        "Answers lead back to a question that was asked before, so its reader would go round for ever.",
        "Make one of these answers lead elsewhere.",
        "none: {label: Nobody, go: discussion}",
        "none: {label: Nobody, go: call}",
    ),
    Code(
        "unreachable-question",
        "error",
        "No answers lead to a question, so it is never asked.",
        "Make an answer lead to it, or delete it.",
        "note: People have to talk, go: room",
        "note: People have to talk, go: same-place",
    ),
    Code(
        "unreachable-outcome",
        "error",
        "No answers lead to an outcome, so it is never recommended.",
        "Make an answer lead to it, or delete it.",
        "label: Everybody, go: call",
        "label: Everybody, go: room",
    ),
    Code(
        "same-target",
        "error",
        "All answers to a question lead to the same place, so there is no need to ask it.",
        "Make one of them lead elsewhere, or delete the question.",
        "label: Everybody, go: call",
        "label: Everybody, go: room",
    ),
    Code(
        "never-matters",
        "warning",
        "Every answer to a question leads to the same outcome in the end.",
        "Make earlier answers lead there directly, or make one of its answers lead elsewhere.",
        "A question leads to two others, and each of those only to “A room”.",
    ),
    # ---- References between the parts
    Code(
        "unknown-consideration",
        "error",
        "An outcome asks to confirm something that is not among the considerations.",
        "Correct the id, or write the consideration.",
        "confirm: [caption]",
        "confirm: [captions]",
    ),
    Code(
        "unused-consideration",
        "warning",
        "No outcome asks to confirm a consideration, so no reader sees it.",
        "Add it to `confirm` of an outcome, or delete it.",
        "room.md\n",
        "room.md\n    confirm: [step-free]\n",
    ),
    Code(
        "unknown-combination",
        "error",
        "An outcome combines with something that is not another outcome.",
        "Name one of the other outcomes.",
        "combines: {call: Send the papers before the call.}",
        "combines: {message: Send the papers before the call.}",
    ),
    Code(
        "broken-rename",
        "error",
        "An old id leads to nothing, so old links would break.",
        "Name the present id, or delete the rename.",
        "questions: {talk: discusion}",
        "questions: {talk: discussion}",
    ),
    Code(
        "ambiguous-rename",
        "error",
        "An old id is still in use, or leads to another old id, so an old link would have two meanings.",
        "Delete the rename, or write the present id in it. Give new parts of the tree ids that no edition has used.",
        "outcomes: {room: message}",
        "outcomes: {e-mail: message}",
    ),
    # ---- Pages
    Code(
        "missing-page",
        "error",
        "An outcome has no page that explains it, while others have one. A tree without any pages is "
        "sound: then its summaries are enough. Checked only where `--docs` names the documentation folder.",
        "Write a page, and add `page` to the outcome.",
        "title: A room\n",
        "title: A room\n    page: choose/ways/room.md\n",
    ),
    Code(
        "page-not-found",
        "error",
        "The page of an outcome does not exist.",
        "Write the page, or correct the path.",
        "page: choose/ways/rooms.md",
        "page: choose/ways/room.md",
    ),
    Code(
        "page-outside-docs",
        "error",
        "The path of a page leads outside the documentation folder.",
        "Write the path from the documentation folder, with `/`.",
        "page: ../room.md",
        "page: choose/ways/room.md",
    ),
    Code(
        "shared-page",
        "error",
        "Two outcomes have the same page, so it is not clear which of them the page explains.",
        "Give each outcome a page of its own.",
        "page: choose/ways/message.md\n    confirm: [step-free]",
        "page: choose/ways/room.md\n    confirm: [step-free]",
    ),
    Code(
        "page-without-outcome",
        "warning",
        "A page is in the folder of the outcomes' pages, but no outcome names it, so the tree never leads to it.",
        "Write an outcome for it, or move it to another folder.",
        "The folder `choose/ways/` also holds `letter.md`.",
    ),
    # ---- Scenarios
    Code(
        "scenario-unknown-question",
        "error",
        "A scenario answers a question that does not exist.",
        "Correct the id, or delete the answer.",
        "answers: {discusion: no}",
        "answers: {discussion: no}",
    ),
    Code(
        "scenario-unknown-answer",
        "error",
        "A scenario gives an answer that its question does not have.",
        "Name one of the answers.",
        "answers: {discussion: never}",
        "answers: {discussion: no}",
    ),
    Code(
        "scenario-unknown-outcome",
        "error",
        "A scenario expects an outcome that does not exist.",
        "Name one of the outcomes.",
        "expect: mesage",
        "expect: message",
    ),
    Code(
        "scenario-fails",
        "error",
        "A worked example does not lead to the outcome that it expects: the tree or the example is wrong.",
        "Read the answers again. Correct the scenario, or the tree if the scenario is right.",
        "same-place: all}, expect: call",
        "same-place: all}, expect: room",
    ),
    Code(
        "scenario-extra-answer",
        "error",
        "A scenario answers a question that its other answers do not lead to.",
        "Delete this answer.",
        "answers: {discussion: no, same-place: all}",
        "answers: {discussion: no}",
    ),
    Code(
        "uncovered-way",
        "warning",
        "No scenario follows this way through the tree, so no example has tested it.",
        "Write a scenario. `fingerpost scenarios --skeleton` gives you a start.",
        "",
        "  plan: {need: The team plans its year., answers: {discussion: yes, same-place: all}, expect: room}\n",
    ),
    # ---- Changes since earlier editions
    Code(
        "later-edition",
        "error",
        "An edition in `editions` or `revised` comes after the tree's own, so the page would say of an earlier link "
        "that it is from a later edition. Numbers are compared by value, everything else as text.",
        "Correct the edition, or name editions so that later ones come after: `2022-11-24`, or `1.9` and `1.10`.",
        "The tree has `edition: autumn-2026` and `editions: [spring-2026]`: `spring` comes after `autumn`.",
    ),
    Code(
        "revision-unknown-question",
        "error",
        "A revision names a question that does not exist, so no old link would show the change.",
        "Name the question by its present id, or delete the revision.",
        "A revision has `when: {discusion: no}`, but the question is called `discussion`.",
    ),
    Code(
        "revision-unknown-answer",
        "error",
        "A revision names an answer that its question does not have.",
        "Name one of the answers.",
        "A revision has `when: {discussion: never}`, but the answers are `yes` and `no`.",
    ),
    # ---- Blocks in pages
    Code(
        "bad-block",
        "error",
        "A `decision-tree` block in a page can't be understood. The build reports it, not `fingerpost check`.",
        "Correct the block. The finding names the fields and values that you can use.",
        "A page says `show: question` in its block.",
    ),
)
"""In the order of the page: from the file inwards."""

BY_NAME: Final = {code.name: code for code in CODES}
"""Each code by its name."""
