"""What the YAML parser says about a file that is not YAML, in an author's words."""

from __future__ import annotations

from typing import Final, Protocol, cast

from ruamel.yaml.error import MarkedYAMLError

from fingerpost.source.collector import Collector

_SYNTAX: Final = (
    # A part of ruamel.yaml's message; our words for it; how to mend it. LINE is where it began.
    (
        "mapping values are not allowed",
        "There is a ':' where no key can stand.",
        "Put text that has ': ' in it in quotes, and line keys up with their neighbours.",
    ),
    (
        "could not find expected ':'",
        "There is no ':' after this key.",
        "Write 'key: value'; text of several lines needs '|' after its key.",
    ),
    (
        "while scanning a quoted scalar",
        "The text in quotes that begins here is not closed.",
        'Close it with the same quotation mark; inside double quotes write \\" for one.',
    ),
    (
        "double-quoted scalar",
        "A backslash in double quotes has no meaning here.",
        "Write \\\\ for a backslash, or use single quotes.",
    ),
    (
        "while parsing a flow mapping",
        "The braces opened in line LINE need a ',' or a '}' before this.",
        "Put ', ' between the entries, close the '{', and quote text that has a comma, ':' or brackets.",
    ),
    (
        "while parsing a flow sequence",
        "The brackets opened in line LINE need a ',' or a ']' before this.",
        "Put ', ' between the items and close the '['.",
    ),
    (
        "while parsing a block",
        "This line is not lined up with the lines above it.",
        "Entries of one level begin in the same column.",
    ),
    (
        "sequence entries are not allowed",
        "A list begins with '- ' where none can stand.",
        "Begin the list in a new line below its key, or put the text in quotes.",
    ),
    (
        "cannot start any token",
        "A value begins with a character that has a meaning in YAML.",
        "Put the text in quotes.",
    ),
    (
        "anchor",
        "'&' or '*' names a part of the file here; a tree file may not do that.",
        "If it is text, put it in quotes.",
    ),
)


class _Mark(Protocol):
    line: int
    column: int


class _MarkedFault(Protocol):
    """What is used of the parser's errors, which have no types of their own."""

    context: str | None
    context_mark: _Mark | None
    problem: str | None
    problem_mark: _Mark | None


def add_syntax_finding(fault: Exception, text: str, found: Collector) -> None:
    """Report why a file is not YAML.

    Args:
        fault: What the parser raised.
        text: The content of the file.
        found: Takes the finding.
    """
    said = str(fault)
    mark = began = None
    if isinstance(fault, MarkedYAMLError):
        marked = cast("_MarkedFault", fault)
        said = f"{marked.context} {marked.problem}"
        began = marked.context_mark or marked.problem_mark
        # Of a text or a key that does not end, the beginning helps; where the parser gave up does not.
        endless = ("quoted scalar" in said and "end of stream" in said) or "expected ':'" in said
        mark = began if endless else marked.problem_mark or began
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    content = lines[line - 1] if line <= len(lines) else ""
    tab = content.find("\t", 0, column)
    if tab >= 0 and ("start any token" in said or not content[:tab].strip()):
        message = "A tab stands here, where YAML allows only spaces."
        found.add("tab", found.place(line, tab + 1), message, "Use spaces.")
        return
    message, hint = _in_plain_words(said, content[: column - 1])
    message = message.replace("LINE", str(line if began is None else began.line + 1))
    found.add("yaml-syntax", found.place(line, column), message, hint)


def _in_plain_words(said: str, before: str) -> tuple[str, str]:
    """Return what is wrong and how to mend it, from the parser's words and the line up to the fault."""
    if "while parsing a block" in said and before.strip(" -"):
        message = "The value has already ended, but the line goes on."
        return message, "If a quotation mark is part of the text, put the text in the other kind of quotes."
    for part, message, hint in _SYNTAX:
        if part in said:
            return message, hint
    return "This is not valid YAML.", "Check the indentation, the quotes and the ':' near here."
