"""Reports the faults that the YAML parser finds, in words that authors understand."""

from __future__ import annotations

from typing import Final, Protocol, cast

from ruamel.yaml.error import MarkedYAMLError

from fingerpost.source.collector import Collector
from fingerpost.source.invisible import odd_indent, report_odd_space

_SYNTAX: Final = (
    # A part of ruamel.yaml's message; the message to show; how to fix it. LINE is the line where it began.
    (
        "mapping values are not allowed",
        "There is a ':' where a key is not allowed.",
        "Put text that contains ': ' in quotes, and line up keys with their neighbours.",
    ),
    (
        "could not find expected ':'",
        "There is no ':' after this key.",
        "Write 'key: value'. For text of several lines, put '|' after the key.",
    ),
    (
        "while scanning a quoted scalar",
        "The quoted text that starts here is not closed.",
        'Close it with the same quotation mark; inside double quotes write \\" for one.',
    ),
    (
        "double-quoted scalar",
        "This backslash in double quotes is not a valid escape.",
        "Write \\\\ for a backslash, or use single quotes.",
    ),
    (
        "while parsing a flow mapping",
        "The braces opened on line LINE need a ',' or a '}' before this.",
        "Put ', ' between the entries, close the '{', and quote text that has a comma, ':' or brackets.",
    ),
    (
        "while parsing a flow sequence",
        "The brackets opened on line LINE need a ',' or a ']' before this.",
        "Put ', ' between the items and close the '['.",
    ),
    (
        "while parsing a block",
        "This line does not line up with the lines above it.",
        "Start entries of the same level in the same column.",
    ),
    (
        "sequence entries are not allowed",
        "A list starts with '- ' where a list is not allowed.",
        "Start the list on a new line below its key, or put the text in quotes.",
    ),
    (
        "cannot start any token",
        "A value starts with a character that has a special meaning in YAML.",
        "Put the text in quotes.",
    ),
    (
        "anchor",
        "'&' or '*' names a part of the file here, which is not allowed in a tree file.",
        "If it is text, put it in quotes.",
    ),
)


class _Mark(Protocol):
    line: int
    column: int


class _MarkedFault(Protocol):
    """The part of the parser's errors that is used here, since ruamel.yaml has no types for them."""

    context: str | None
    context_mark: _Mark | None
    problem: str | None
    problem_mark: _Mark | None


def add_syntax_finding(fault: Exception, text: str, found: Collector) -> None:
    """Report why a file is not YAML.

    Args:
        fault: The parser's exception.
        text: The content of the file.
        found: Collects the finding.
    """
    said = str(fault)
    mark = began = None
    if isinstance(fault, MarkedYAMLError):
        marked = cast("_MarkedFault", fault)
        said = f"{marked.context} {marked.problem}"
        began = marked.context_mark or marked.problem_mark
        # For a text or a key that does not end, show where it begins, not where the parser gave up.
        endless = ("quoted scalar" in said and "end of stream" in said) or "expected ':'" in said
        mark = began if endless else marked.problem_mark or began
    line, column = (1, 1) if mark is None else (mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    content = lines[line - 1] if line <= len(lines) else ""
    tab = content.find("\t", 0, column)
    if tab >= 0 and ("start any token" in said or not content[:tab].strip()):
        message = "There is a tab here, where YAML allows only spaces."
        found.add("tab", found.place(line, tab + 1), message, "Use spaces.")
        return
    if (at := odd_indent(content)) is not None:
        report_odd_space(found, line, at + 1, content[at])
        return
    message, hint = _in_plain_words(said, content[: column - 1])
    message = message.replace("LINE", str(line if began is None else began.line + 1))
    found.add("yaml-syntax", found.place(line, column), message, hint)


def _in_plain_words(said: str, before: str) -> tuple[str, str]:
    """Return a message and a hint for the parser's words and the line before the fault."""
    if "while parsing a block" in said and before.strip(" -"):
        message = "The value has ended, but the line continues."
        return message, "If a quotation mark is part of the text, put the text in the other kind of quotes."
    for part, message, hint in _SYNTAX:
        if part in said:
            return message, hint
    return "This is not valid YAML.", "Check the indentation, the quotes and the ':' near here."
