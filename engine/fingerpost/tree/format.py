"""The format of a tree: every record with its model class, and every field with its kind and its purpose.

This table is the one definition of the format. The reader of tree files, the compiled tree, the comparison of two
editions, the JSON Schema, the reference page and the made-up trees of the property tests all follow from it.
"""

from __future__ import annotations

import re
from typing import Final

from fingerpost.tree.model import (
    FURTHER_FORMS,
    RESERVED,
    UNSURE,
    Answer,
    Consideration,
    Outcome,
    Quality,
    Question,
    Rating,
    Renames,
    Revision,
    Scenario,
    Source,
    Tree,
)
from fingerpost.tree.purpose import Condition, Conflict, Step, UseCase
from fingerpost.tree.shape import ID_PATTERN, Entries, Field, Items, Kind, Record

OLD_ANSWER_PATTERN: Final = re.compile(rf"{ID_PATTERN.pattern}/{ID_PATTERN.pattern}")
"""The key of a renamed answer: its question, and its old id."""

LINE_PATTERN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*|[1-9][0-9]*")
"""The key of a line of a sequence diagram: the letters of a participant, or the number of a message."""

OURS: Final = Field(
    "ours",
    Items(Kind.OWN),
    "The texts here that come from the tree's author and not from the source. Readers see them marked.",
)

ANSWER: Final = Record(
    "answer",
    Answer,
    (
        Field("label", Kind.LABEL, "What the reader chooses, for example “Yes”.", required=True),
        Field("note", Kind.LABEL, "A short explanation beside the label."),
        Field("go", Kind.ROUTE, "The question or outcome that this answer leads to.", required=True),
        Field("because", Kind.INLINE, "Why this answer leads there, in words that can be quoted."),
        Field(
            "when",
            Kind.INLINE,
            "The answer as a clause that follows “when”, for example “the sender is in a hurry”. Pages about outcomes "
            "build sentences from it.",
        ),
        OURS,
    ),
)

QUESTION: Final = Record(
    "question",
    Question,
    (
        Field("ask", Kind.LABEL, "The question itself.", required=True),
        Field(
            "short",
            Kind.LABEL,
            "A name of a few words, for the diagram and the lists of answers, which otherwise show the question.",
        ),
        Field("reason", Kind.INLINE, "Why it is asked, in one line."),
        Field("help", Kind.BLOCK, "Examples and notes."),
        Field(
            "more",
            Kind.BLOCK,
            "Further examples and notes, for example your own where `help` holds those of the source.",
        ),
        Field(
            "unsure",
            Kind.INLINE_OR_FALSE,
            "Who to ask, and what to ask them; false to leave out “not sure” as an answer.",
            switch="unsure_allowed",
        ),
        Field(
            "informative",
            Kind.FLAG,
            "True for a question that is worth asking although all its answers lead to one place. Readers see that it "
            "does not change the result, and it never counts.",
        ),
        Field(
            "answers",
            Entries("answer", ANSWER, reserved=(UNSURE,), least=2, listed=True),
            "The answers, by id, in the order they are shown.",
            required=True,
        ),
        OURS,
    ),
)

RATING: Final = Record(
    "rating",
    Rating,
    (
        Field("values", Items(Kind.VALUE), "The values of the quality that fit the outcome.", required=True),
        Field("text", Kind.INLINE, "What to expect, with links to where each fact comes from."),
        Field(
            "more",
            Kind.INLINE,
            "Further words, for example your own reading where `text` holds the facts of a source.",
        ),
        OURS,
    ),
)

OUTCOME: Final = Record(
    "outcome",
    Outcome,
    (
        Field("title", Kind.LABEL, "Its name.", required=True),
        Field("summary", Kind.INLINE, "One line that says what it is."),
        Field("page", Kind.PAGE, "The page that explains it, as a path below the documentation folder."),
        Field(
            "confirm",
            Items(Kind.CONSIDERATION),
            "The considerations to confirm for it, which the tree does not ask about.",
        ),
        Field(
            "combines",
            Entries("combination", Kind.INLINE, keys=Kind.OUTCOME),
            "Other outcomes that it works together with, by id, each with why and how.",
        ),
        Field(
            "otherwise",
            Entries("otherwise", Kind.INLINE, keys=Kind.CONSIDERATION),
            "What to do if a consideration cannot be confirmed for this outcome, by the consideration's id. It takes "
            "the place of the consideration's own `otherwise`.",
        ),
        Field(
            "qualities",
            Entries("rating", RATING, keys=Kind.QUALITY),
            "What to expect of it, by the id of the quality, to compare it with other outcomes.",
        ),
        Field("steps", Items(Kind.STEP), "What to do or to use next, once it is the result."),
        Field(
            "sequence",
            Kind.DIAGRAM,
            "How it works, as a sequence diagram in the subset of Mermaid that the pages of a site can have. A worked "
            "example puts its own words into it.",
        ),
        OURS,
    ),
)

CONSIDERATION: Final = Record(
    "consideration",
    Consideration,
    (
        Field("ask", Kind.INLINE, "What to confirm.", required=True),
        Field("why", Kind.INLINE, "Why it matters."),
        Field("otherwise", Kind.INLINE, "What to do if it cannot be confirmed."),
        OURS,
    ),
)

QUALITY: Final = Record(
    "quality",
    Quality,
    (
        Field("title", Kind.LABEL, "Its name.", required=True),
        Field("help", Kind.INLINE, "What it means, in one line."),
        Field(
            "values",
            Entries("value", Kind.LABEL),
            "The values that an outcome can have, by id, each in a few words.",
            required=True,
        ),
        OURS,
    ),
)

STEP: Final = Record(
    "step",
    Step,
    (
        Field("group", Kind.GROUP, "The group that it belongs to.", required=True),
        Field("title", Kind.LABEL, "What to do or to use, in a few words.", required=True),
        Field("text", Kind.INLINE, "What it is good for, or what it asks for."),
        Field("url", Kind.URL, "Where to read more, which is also the source of `text`."),
        Field("reviewed", Kind.DATE, "The day on which somebody last compared it with its source."),
        Field("review_by", Kind.DATE, "The day by which to compare it again. After it, pages mark the step."),
        OURS,
    ),
)

CONDITION: Final = Record(
    "condition",
    Condition,
    (
        Field("outcome", Kind.OUTCOME, "The outcome that the need has."),
        Field(
            "answers",
            Entries("answer", Kind.ANSWER, keys=Kind.QUESTION),
            "The answers that the need has, by the id of the question.",
        ),
    ),
)

CONFLICT: Final = Record(
    "conflict",
    Conflict,
    (
        Field("first", CONDITION, "The condition that one need of a plan meets.", required=True),
        Field("second", CONDITION, "The condition that another need of it meets.", required=True),
        Field(
            "same",
            Kind.FLAG,
            "True if it is only worth a look where both needs are about the same information.",
        ),
        Field("text", Kind.INLINE, "What to look at, and why.", required=True),
        OURS,
    ),
)

SCENARIO: Final = Record(
    "scenario",
    Scenario,
    (
        Field("title", Kind.LABEL, "A short name for it, shown as its heading."),
        Field("need", Kind.INLINE, "The situation, in the reader's words.", required=True),
        Field(
            "answers",
            Entries("answer", Kind.ANSWER, keys=Kind.QUESTION, least=1),
            f"The answer, or '{UNSURE}', to each question that the situation leads to.",
            required=True,
        ),
        Field("expect", Kind.OUTCOME, "The outcome that these answers must lead to.", required=True),
        Field(
            "sequence",
            Entries("line", Kind.WORDS, keys=LINE_PATTERN),
            "Words for the sequence diagram of the outcome, so that it shows this example: by the letters of a "
            "participant, or by the number of a message.",
        ),
        OURS,
    ),
)

USE_CASE: Final = Record(
    "use case",
    UseCase,
    (
        Field("group", Kind.WORDS, "Whose it is, in a word, to show those of one group together.", required=True),
        Field("need", Kind.INLINE, "What they need to do.", required=True),
        Field("scenarios", Items(Kind.SCENARIO), "The worked examples of it.", required=True),
        OURS,
    ),
)

SOURCE: Final = Record(
    "source",
    Source,
    (
        Field("title", Kind.WORDS, "The name of the original guidance.", required=True),
        Field("url", Kind.URL, "Its address."),
        Field("licence", Kind.WORDS, "The SPDX identifier of its licence."),
    ),
)

RENAMED: Final = Record(
    "renames",
    Renames,
    (
        Field("questions", Entries("renamed question", Kind.QUESTION), "Old question id: present question id."),
        Field(
            "answers",
            Entries("renamed answer", Kind.ANSWER, keys=OLD_ANSWER_PATTERN),
            "Present question id, '/', old answer id: present answer id.",
        ),
        Field("outcomes", Entries("renamed outcome", Kind.OUTCOME), "Old outcome id: present outcome id."),
    ),
)

REVISION: Final = Record(
    "revision",
    Revision,
    (
        Field("edition", Kind.EDITION, "The edition that made the change.", required=True),
        Field(
            "when",
            Entries("answer", Kind.ANSWER, keys=Kind.QUESTION, least=1),
            "The answers that the change concerns.",
            required=True,
        ),
        Field("was", Kind.LABEL, "What these answers led to before, in the reader's words.", required=True),
        Field("because", Kind.INLINE, "Why it was changed.", required=True),
        OURS,
    ),
)

TREE: Final = Record(
    "tree",
    Tree,
    (
        Field("format", Kind.FORMAT, "The version of this format: 1.", required=True),
        Field("id", Kind.ID, "Names the tree in links.", required=True),
        Field("title", Kind.LABEL, "The title of the tree.", required=True),
        Field("edition", Kind.EDITION, "The version of the guidance that the tree states.", required=True),
        Field("source", SOURCE, "Where the guidance comes from."),
        Field("verdict", Kind.WORDS, "The line above a result, for example “The guidance recommends”."),
        Field(
            "noun",
            Kind.WORDS,
            "What the outcomes are, in the plural and in lower case, for example “patterns”.",
        ),
        Field(
            "caution",
            Kind.WORDS,
            "What readers must not write into a record, in a sentence, for example “Leave out the names of customers.”",
        ),
        Field("start", Kind.QUESTION, "The first question.", required=True),
        Field(
            "questions",
            Entries("question", QUESTION, reserved=RESERVED, least=1),
            "The questions, by id, in the author's order.",
            required=True,
        ),
        Field(
            "outcomes",
            Entries("outcome", OUTCOME, least=1),
            "What the tree can recommend, by id.",
            required=True,
        ),
        Field(
            "considerations",
            Entries("consideration", CONSIDERATION),
            "Points to confirm besides the questions, by id.",
        ),
        Field(
            "qualities", Entries("quality", QUALITY), "What to compare outcomes by, by id, in the order of the table."
        ),
        Field("groups", Entries("group", Kind.LABEL), "The groups of steps, by id, in the order of the page."),
        Field("steps", Entries("step", STEP), "What to do or to use after a result, by id."),
        Field(
            "conflicts",
            Entries("conflict", CONFLICT),
            "Pairs of needs that a plan should not have without a second look, by id.",
        ),
        Field(
            "scenarios",
            Entries("scenario", SCENARIO),
            "Worked examples, by id; each is also a test of the tree.",
        ),
        Field("use_cases", Entries("use case", USE_CASE), "What people need to do, by id, each with worked examples."),
        Field(
            "forms",
            Items(Kind.FORM),
            f"Further forms in which the page offers the record: {', '.join(FURTHER_FORMS)}.",
        ),
        Field(
            "renamed",
            RENAMED,
            "Ids changed since earlier editions, so that old links keep working.",
        ),
        Field(
            "editions",
            Items(Kind.EDITION),
            "Earlier editions that were published, so that links from them can say what has changed since.",
        ),
        Field(
            "revised",
            Entries("revision", REVISION),
            "Outcomes changed since earlier editions, by id, so that old links can say so.",
        ),
    ),
)
