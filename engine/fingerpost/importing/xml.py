"""Reads XML with the place of each element. A document type is refused, and with it entities and other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from fingerpost.findings.codes import BY_NAME
from fingerpost.findings.finding import Finding, Place

MOST_BYTES: Final = 20_000_000
MOST_ELEMENTS: Final = 500_000
MOST_DEPTH: Final = 50


@dataclass(slots=True)
class Element:
    """An element.

    Attributes:
        name: Its name without its namespace.
        namespace: Its namespace.
        attributes: Its attributes without a namespace.
        place: Its start.
        children: The elements inside it that were kept.
        text: The text inside it, but not that of its children.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    place: Place
    children: list[Element] = field(default_factory=list["Element"])
    text: str = ""

    def get(self, name: str) -> str:
        """Return an attribute, empty if it is missing."""
        return self.attributes.get(name, "")

    def all(self, name: str) -> Iterator[Element]:
        """Yield the children with a name."""
        return (child for child in self.children if child.name == name)

    def first(self, *names: str) -> Element | None:
        """Return the first child of a name, then of that child, and so on; None if there is none."""
        found: Element | None = self
        for name in names:
            found = None if found is None else next(found.all(name), None)
        return found

    def words(self, *names: str) -> str:
        """Return the text of a descendant, stripped; empty if there is none."""
        found = self.first(*names)
        return "" if found is None else found.text.strip()


def read_xml(content: bytes, file: str, keep: Callable[[str], bool]) -> Element | Finding:
    """Return the root of a file, or what is wrong with the file.

    Args:
        content: The file.
        file: Its name.
        keep: Returns whether the elements of a namespace are kept; others are left out with all inside them, except the
            root.
    """
    if len(content) > MOST_BYTES:
        message = f"The file has {len(content):,} bytes; {MOST_BYTES:,} can be read."
        return BY_NAME["import-too-large"].finding(Place(file, 1, 1), message, "Check that this is the right file.")
    reader = _Reader(content, file, keep)
    try:
        reader.parser.Parse(content, True)
    except _FaultError as fault:
        return fault.finding
    except expat.ExpatError as fault:
        place = Place(file, fault.lineno, fault.offset + 1)
        message = f"The XML is not well-formed: {expat.ErrorString(fault.code)}."
        return BY_NAME["import-unreadable"].finding(place, message, "Save it again in the program that it comes from.")
    except (LookupError, ValueError):
        message = "The file has an encoding that can't be read."
        return BY_NAME["import-unreadable"].finding(Place(file, 1, 1), message, "Save the file as UTF-8.")
    assert reader.root is not None, "XML that is well-formed has a root"
    return reader.root


class _FaultError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class _Reader:
    """The handlers of the parser."""

    def __init__(self, content: bytes, file: str, keep: Callable[[str], bool]) -> None:
        self._content = content
        self.root: Element | None = None
        self._file = file
        self._keep = keep
        self._open: list[Element | None] = []
        self._texts: list[list[str]] = []
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _place(self) -> Place:
        return Place(self._file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _doctype(self, *_declared: object) -> None:
        # The parser has read on to the first bracket.
        before, mark, _ = self._content[: self.parser.CurrentByteIndex].rpartition(b"<!DOCTYPE")
        line = before.rpartition(b"\n")[2].decode(errors="replace")
        place = Place(self._file, before.count(b"\n") + 1, len(line) + 1) if mark else self._place()
        message = "The file has a document type, which can define entities and name other files."
        hint = "Delete the '<!DOCTYPE …>', and import it again."
        raise _FaultError(BY_NAME["import-unsafe"].finding(place, message, hint))

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._open) == MOST_DEPTH:
            limit = f"{MOST_ELEMENTS:,} elements" if self._count > MOST_ELEMENTS else f"a depth of {MOST_DEPTH}"
            message = f"The file goes past the limit of {limit}."
            hint = "Check that this is the right file."
            raise _FaultError(BY_NAME["import-too-large"].finding(self._place(), message, hint))
        namespace, _, name = full_name.rpartition(" ")
        above = self._open[-1] if self._open else None
        if self._open and (above is None or not self._keep(namespace)):
            self._open.append(None)
            return
        plain = {key: value for key, value in attributes.items() if " " not in key}
        element = Element(name, namespace, plain, self._place())
        if above is None:
            self.root = element
        else:
            above.children.append(element)
        self._open.append(element)
        self._texts.append([])

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if element is not None:
            element.text = "".join(self._texts.pop())

    def _characters(self, text: str) -> None:
        if self._open[-1] is not None:
            self._texts[-1].append(text)
