"""Every code that a finding can have, as data: what it means, an example, and how to mend it.

The page of findings, SARIF and the command line's `--error` all follow this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fingerpost.findings import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding.

    Attributes:
        name: The stable code.
        severity: What a finding with this code is unless the author asks for more.
        meaning: What it means, and why it matters.
        mend: How to mend it.
        wrong: A piece of the starter tree with the fault in it; or, where no piece of text shows it, a sentence
            about a file that has it.
        right: The same piece as the starter tree has it; empty where `wrong` is a sentence.
    """

    name: str
    severity: Severity
    meaning: str
    mend: str
    wrong: str
    right: str = ""


CODES: Final[tuple[Code, ...]] = (
    # ---- The file
    Code(
        "cannot-read",
        "error",
        "The file is not there or can't be opened.",
        "Check the path and the permissions.",
        "The command names a file that was moved.",
    ),
    Code(
        "too-large",
        "error",
        "The file is larger than any tree that people can keep in order, so it is not read.",
        "Divide the tree, or check that this is the right file.",
        "The command names a video.",
    ),
    Code(
        "empty-file",
        "error",
        "There is nothing in the file, or only comments.",
        "Write a tree; `fingerpost new` writes one to begin with.",
        "The file holds one comment.",
    ),
    Code(
        "not-utf8",
        "error",
        "The file is in an old encoding, so that its letters can't be told.",
        "Save the file with the encoding UTF-8.",
        "The file was saved as “Windows-1252”, and it holds an “é”.",
    ),
    Code(
        "byte-order-mark",
        "warning",
        "The file begins with an invisible mark, which other programs may take for text.",
        "Save it as “UTF-8”, not as “UTF-8 with BOM”.",
        "The file was saved as “UTF-8 with BOM”.",
    ),
    Code(
        "control-character",
        "error",
        "The file holds a character that nobody sees, usually from a copy out of another program.",
        "Delete it; many editors can show invisible characters.",
        'label: "Only\\u200e\\u0007 some"',
        "label: Only some",
    ),
    Code(
        "too-many-findings",
        "error",
        "There are more than 1,000 findings about the writing; the rest are only counted.",
        "Mend the ones above, and check again.",
        "The file is a long list of something else.",
    ),
    # ---- YAML
    Code(
        "yaml-syntax",
        "error",
        "The file is not YAML from this point on.",
        "Do what the finding says; often a text with a colon, a comma or a quotation mark needs quotes.",
        "title: The office: a guide",
        "title: Choose a way to meet",
    ),
    Code(
        "tab",
        "error",
        "A tab stands where YAML allows only spaces.",
        "Use spaces; editors can do so whenever you press the tab key.",
        "outcomes:\n\tmessage:",
        "outcomes:\n  message:",
    ),
    Code(
        "many-documents",
        "error",
        "The file holds a second YAML document after a line `---`.",
        "Keep one tree in a file, and delete the line between them.",
        "---\nrenamed:",
        "renamed:",
    ),
    Code(
        "alias",
        "error",
        "The file repeats a part of itself by `&` and `*`. A few such lines can stand for gigabytes.",
        "Write the part out again; if it is text, put it in quotes.",
        "go: *later",
        "go: room",
    ),
    Code(
        "yaml-type",
        "error",
        "A value has a type of its own, which means nothing in a tree.",
        "Delete the word that begins with `!`.",
        "title: !name A video call",
        "title: A video call",
    ),
    Code(
        "too-deep",
        "error",
        "Something is nested more than 20 levels deep; a tree needs five.",
        "Take brackets or indentation away, or put the text in quotes.",
        "title: [[[[[[[[[[[[[[[[[[[[[A room]]]]]]]]]]]]]]]]]]]]]",
        "title: A room",
    ),
    Code(
        "duplicate-key",
        "error",
        "The same name is written twice in one place, and only one of them would count.",
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
        "The file is written for another version of the format.",
        "Write `format: 1`, or use the program that the file was written for.",
        "format: 2",
        "format: 1",
    ),
    Code(
        "unknown-field",
        "error",
        "The format has no such field; a misspelt field would be lost without a word.",
        "Correct the name, or delete the field.",
        "    sumary: Write it down",
        "    summary: Write it down",
    ),
    Code(
        "missing-field",
        "error",
        "A field is missing without which the tree can't be published.",
        "Add it.",
        "call:\n    page:",
        "call:\n    title: A video call\n    page:",
    ),
    Code(
        "wrong-type",
        "error",
        "A value is of another kind than the field holds.",
        "Put text in quotes, write a list in brackets, and entries in lines of their own.",
        "edition: 1",
        'edition: "1"',
    ),
    Code(
        "empty-text",
        "error",
        "A field is there, but nothing is written in it.",
        "Write it, or delete the field.",
        'summary: ""',
        "summary: Write it down, once, where everybody finds it.",
    ),
    Code(
        "too-long",
        "error",
        "A text is longer than 20,000 characters.",
        "Put most of it on a page, and link to that.",
        "The help of a question holds the whole handbook.",
    ),
    Code(
        "bad-id",
        "error",
        "An id holds something that can't stand in links.",
        "Use small letters, digits and single hyphens between them. An id is for links; readers see the title.",
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
        "The edition holds something that can't stand in links.",
        "Use letters, digits, full stops, underscores and hyphens, for instance `2026-05`.",
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
        "A text that stands in one line makes a list, a line break or a second paragraph in Markdown.",
        "Move it to a field that can hold it, or write a backslash before the mark.",
        "title: 1. A room",
        "title: A room",
    ),
    Code(
        "link-in-label",
        "error",
        "A text that becomes part of a link holds a link itself.",
        "Move the link to the help, the reason or the summary.",
        "label: '[Everybody](all.md)'",
        "label: Everybody",
    ),
    Code(
        "unsafe-html",
        "error",
        "A text holds HTML that could break the page or run a program, or HTML that does not close.",
        "Use Markdown; for a `<` that is text write `&lt;`, or put it in backticks.",
        "title: A <script>room</script>",
        "title: A room",
    ),
    Code(
        "unsafe-link",
        "error",
        "A link has an address that a page may not link to.",
        "Link to a page of the site, or begin with `https://`, `http://` or `mailto:`.",
        'unsure: "[Ask](javascript:ask)"\n',
        "unsure: Ask the person who wants the meeting what has to be different after it.\n",
    ),
    Code(
        "unknown-text",
        "error",
        "A list of texts that are not the source's names one that is not there, so that nothing would be marked.",
        "Name the texts that are written beside it, or delete the name.",
        "ours: [reasons]",
        "ours: [reason]",
    ),
    Code(
        "bad-address",
        "error",
        "The address of the source is not one that a page may link to.",
        "Write the whole address; it begins with `https://` or `http://`.",
        "url: javascript:handbook",
        "url: https://example.org/handbook",
    ),
    # ---- The tree as a whole
    Code(
        "missing-start",
        "error",
        "The start is not one of the questions, so the tree can't begin.",
        "Name the first question.",
        "start: discusion",
        "start: discussion",
    ),
    Code(
        "missing-target",
        "error",
        "An answer leads to something that does not exist: its reader would be stuck.",
        "Correct the id, or write the question or outcome.",
        "go: rooom",
        "go: room",
    ),
    Code(
        "duplicate-id",
        "error",
        "A question and an outcome have the same id, so that nobody can tell which an answer leads to.",
        "Give one of them another id.",
        "  same-place:\n    title: A room\n",
        "  room:\n    title: A room\n",
    ),
    Code(
        "cycle",
        "error",
        "Answers lead back to a question that was asked already: its reader would go round for ever.",
        "Let one of these answers lead elsewhere.",
        "none: {label: Nobody, go: discussion}",
        "none: {label: Nobody, go: call}",
    ),
    Code(
        "unreachable-question",
        "error",
        "No answers lead to a question: nobody is ever asked.",
        "Let an answer lead to it, or delete it.",
        "note: People have to talk, go: room",
        "note: People have to talk, go: same-place",
    ),
    Code(
        "unreachable-outcome",
        "error",
        "No answers lead to an outcome: it is never recommended.",
        "Let an answer lead to it, or delete it.",
        "label: Everybody, go: call",
        "label: Everybody, go: room",
    ),
    Code(
        "same-target",
        "error",
        "All answers of a question lead to the same place, so it need not be asked.",
        "Let one of them lead elsewhere, or delete the question.",
        "label: Everybody, go: call",
        "label: Everybody, go: room",
    ),
    Code(
        "never-matters",
        "warning",
        "Whatever the answer to a question, the outcome is the same in the end.",
        "Let answers lead there without asking, or let one of them lead elsewhere.",
        "A question leads to two others, and each of those only to “A room”.",
    ),
    # ---- What the parts say of one another
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
        "No outcome asks to confirm a consideration, so that nobody sees it.",
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
        "An old id leads to nothing, so that old links would break.",
        "Name the present id, or delete the rename.",
        "questions: {talk: discusion}",
        "questions: {talk: discussion}",
    ),
    Code(
        "ambiguous-rename",
        "error",
        "An old id is still in use, or leads to another old id, so that an old link has two meanings.",
        "Delete the rename, or write where it leads in the end; give new things ids that no edition has had.",
        "outcomes: {room: message}",
        "outcomes: {e-mail: message}",
    ),
    # ---- Pages
    Code(
        "missing-page",
        "error",
        "An outcome has no page that explains it, while others have one. A tree without any pages is sound: then the "
        "summaries say it all. Checked only where `--docs` names the documentation folder.",
        "Write a page, and add `page` to the outcome.",
        "title: A room\n",
        "title: A room\n    page: choose/ways/room.md\n",
    ),
    Code(
        "page-not-found",
        "error",
        "The page of an outcome is not there.",
        "Write the page, or correct the path.",
        "page: choose/ways/rooms.md",
        "page: choose/ways/room.md",
    ),
    Code(
        "page-outside-docs",
        "error",
        "The path of a page leads out of the documentation folder.",
        "Write the path from the documentation folder, with `/`.",
        "page: ../room.md",
        "page: choose/ways/room.md",
    ),
    Code(
        "shared-page",
        "error",
        "Two outcomes have the same page, so that the page can't say which of them it explains.",
        "Give each outcome a page of its own.",
        "page: choose/ways/message.md\n    confirm: [step-free]",
        "page: choose/ways/room.md\n    confirm: [step-free]",
    ),
    Code(
        "page-without-outcome",
        "warning",
        "A page stands among the pages of the outcomes, but no outcome has it: the tree never leads to it.",
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
        "A worked example does not lead where its author expects: the tree or the example is wrong.",
        "Read the answers again. Correct the scenario; or the tree, if the scenario is right.",
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
        "No scenario takes this way through the tree, so that nobody has thought it through with an example.",
        "Write a scenario; `fingerpost scenarios` writes its beginning.",
        "",
        "  plan: {need: The team plans its year., answers: {discussion: yes, same-place: all}, expect: room}\n",
    ),
    # ---- Changes since earlier editions
    Code(
        "revision-unknown-question",
        "error",
        "A change of outcome is told for a question that does not exist, so that no old link would be told of it.",
        "Name the question by its present id, or delete the revision.",
        "A revision has `when: {discusion: no}`, but the question is called `discussion`.",
    ),
    Code(
        "revision-unknown-answer",
        "error",
        "A change of outcome is told for an answer that its question does not have.",
        "Name one of the answers.",
        "A revision has `when: {discussion: never}`, but the answers are `yes` and `no`.",
    ),
    # ---- Blocks in pages
    Code(
        "bad-block",
        "error",
        "A `decision-tree` block in a page can't be understood. The build reports it, not `fingerpost check`.",
        "Correct the block; the finding names the fields and values that there are.",
        "A page says `show: question` in its block.",
    ),
)
"""In the order of the page: from the file inwards."""

BY_NAME: Final = {code.name: code for code in CODES}
"""Each code by its name."""
