"""The format of a tree file, as data: every field with its kind, whether it is required, and what it is for.

The reader follows this table, so that whatever else is made from it can't say anything different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from fingerpost.tree.model import RESERVED, UNSURE

ID_PATTERN: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What every id looks like: it stands in links, in HTML and in file names."""

OLD_ANSWER_PATTERN: Final = re.compile(rf"{ID_PATTERN.pattern}/{ID_PATTERN.pattern}")
"""The key of a renamed answer: its question, and its old id."""

URL_PATTERN: Final = re.compile(r"""https?://[^\s"'<>]+""")
"""An address that a page may link to."""


class Kind(Enum):
    """What a single value is."""

    FORMAT = "the number of the format"
    ID = "an id"
    REFERENCE = "the id of something else in the tree"
    EDITION = "an edition"
    WORDS = "text without markup"
    LABEL = "one line of Markdown without links"
    INLINE = "one paragraph of Markdown"
    BLOCK = "Markdown"
    INLINE_OR_FALSE = "one paragraph of Markdown, or false"
    PAGE = "the path of a page"
    URL = "an address that begins with https:// or http://"
    OWN = "the name of a text field beside it, or `combines/` and an id for one combination"


PROSE: Final = (Kind.LABEL, Kind.INLINE, Kind.INLINE_OR_FALSE, Kind.BLOCK)
"""The kinds that are Markdown."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    Attributes:
        name: Its key in the file.
        kind: What its value is.
        description: What it is for, in a sentence that editors and the format reference show.
        required: A tree can't be published without it.
    """

    name: str
    kind: Kind | Record | Entries | Items
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with fields of fixed names.

    Attributes:
        noun: What it is called in messages.
        fields: Its fields, in the order the reference shows them.
    """

    noun: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping from ids that the author writes to values of one kind.

    Attributes:
        noun: What one entry is called in messages.
        value: What each value is.
        keys: What the keys must look like; None where they name something else in the tree, which is
            looked up later.
        reserved: Keys that have a meaning of their own and can't be used.
        least: The smallest number of entries.
    """

    noun: str
    value: Kind | Record
    keys: re.Pattern[str] | None = ID_PATTERN
    reserved: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list of values of one kind.

    Attributes:
        value: What each value is.
    """

    value: Kind


def texts_of(record: Record) -> dict[str, bool]:
    """Return the names of a record's fields that hold Markdown, each with whether it holds one text an entry."""
    found: dict[str, bool] = {}
    for field in record.fields:
        entries = isinstance(field.kind, Entries) and field.kind.value in PROSE
        if entries or field.kind in PROSE:
            found[field.name] = entries
    return found


OURS: Final = Field(
    "ours",
    Items(Kind.OWN),
    "The texts here that come from the tree's author and not from the source. Readers see them marked.",
)

ANSWER: Final = Record(
    "answer",
    (
        Field("label", Kind.LABEL, "What the reader chooses, for example “Yes”.", required=True),
        Field("note", Kind.LABEL, "A short explanation beside the label."),
        Field("go", Kind.REFERENCE, "The question or outcome that this answer leads to.", required=True),
        Field("because", Kind.INLINE, "Why this answer leads there, in words that can be quoted."),
        OURS,
    ),
)

QUESTION: Final = Record(
    "question",
    (
        Field("ask", Kind.LABEL, "The question itself.", required=True),
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
        ),
        Field(
            "answers",
            Entries("answer", ANSWER, reserved=(UNSURE,), least=2),
            "The answers, by id, in the order they are shown.",
            required=True,
        ),
        OURS,
    ),
)

OUTCOME: Final = Record(
    "outcome",
    (
        Field("title", Kind.LABEL, "Its name.", required=True),
        Field("summary", Kind.INLINE, "One line that says what it is."),
        Field("page", Kind.PAGE, "The page that explains it, as a path below the documentation folder."),
        Field(
            "confirm",
            Items(Kind.REFERENCE),
            "The considerations to confirm for it, which the tree does not ask about.",
        ),
        Field(
            "combines",
            Entries("combination", Kind.INLINE, keys=None),
            "Other outcomes that it works together with, by id, each with why and how.",
        ),
        OURS,
    ),
)

CONSIDERATION: Final = Record(
    "consideration",
    (
        Field("ask", Kind.INLINE, "What to confirm.", required=True),
        Field("why", Kind.INLINE, "Why it matters."),
        OURS,
    ),
)

SCENARIO: Final = Record(
    "scenario",
    (
        Field("title", Kind.LABEL, "A short name for it, shown as its heading."),
        Field("need", Kind.INLINE, "The situation, in the reader's words.", required=True),
        Field(
            "answers",
            Entries("answer", Kind.REFERENCE, keys=None, least=1),
            f"The answer, or '{UNSURE}', to each question that the situation leads to.",
            required=True,
        ),
        Field("expect", Kind.REFERENCE, "The outcome that these answers must lead to.", required=True),
        OURS,
    ),
)

SOURCE: Final = Record(
    "source",
    (
        Field("title", Kind.WORDS, "The name of the original guidance.", required=True),
        Field("url", Kind.URL, "Its address."),
        Field("licence", Kind.WORDS, "The SPDX identifier of its licence."),
    ),
)

RENAMED: Final = Record(
    "renames",
    (
        Field("questions", Entries("renamed question", Kind.REFERENCE), "Old question id: present question id."),
        Field(
            "answers",
            Entries("renamed answer", Kind.REFERENCE, keys=OLD_ANSWER_PATTERN),
            "Present question id, '/', old answer id: present answer id.",
        ),
        Field("outcomes", Entries("renamed outcome", Kind.REFERENCE), "Old outcome id: present outcome id."),
    ),
)

REVISION: Final = Record(
    "revision",
    (
        Field("edition", Kind.EDITION, "The edition that made the change.", required=True),
        Field(
            "when",
            Entries("answer", Kind.REFERENCE, keys=None, least=1),
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
        Field("start", Kind.REFERENCE, "The first question.", required=True),
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
            "scenarios",
            Entries("scenario", SCENARIO),
            "Worked examples, by id; each is also a test of the tree.",
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
