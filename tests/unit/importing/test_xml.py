"""XML is read with the place of each element, within limits, and never with a document type."""

from __future__ import annotations

import pytest

from fingerpost.findings.finding import Finding
from fingerpost.importing import xml
from fingerpost.importing.xml import Element, read_xml


def read(content: str | bytes) -> Element | Finding:
    content = content.encode() if isinstance(content, str) else content
    return read_xml(content, "file.xml", lambda namespace: namespace in ("", "urn:a"))


def fault(content: str | bytes) -> str:
    """Return the place, the code and the message of the finding about a file."""
    found = read(content)
    assert isinstance(found, Finding)
    return f"{found.place}: {found.code}: {found.message}"


def test_each_element_has_its_place() -> None:
    root = read('<a x="1">\n  <b/><b>two</b>\n</a>')

    assert isinstance(root, Element)
    assert (root.name, root.attributes) == ("a", {"x": "1"})
    assert [(str(each.place), each.text) for each in root.children] == [("file.xml:2:3", ""), ("file.xml:2:7", "two")]


def test_other_namespaces_are_left_out_with_all_inside_them() -> None:
    root = read('<a xmlns="urn:a" xmlns:b="urn:b" b:x="1"><b:c>no<d/></b:c>yes<e/></a>')

    assert isinstance(root, Element)
    assert ([each.name for each in root.children], root.text, root.attributes) == (["e"], "yes", {})


@pytest.mark.parametrize(
    "document_type",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a PUBLIC "-//x//y" "https://example.org/a.dtd">',
    ],
)
def test_a_document_type_is_refused(document_type: str) -> None:
    assert fault(f"<?xml version='1.0'?>\n{document_type}<a>&c;</a>") == (
        "file.xml:2:1: import-unsafe: The file has a document type, which can define entities and name other files."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1:1: import-unreadable: The XML is not well-formed: no element found."),
        ("<a>\n<b></a>", "2:6: import-unreadable: The XML is not well-formed: mismatched tag."),
        ("<a>&b;</a>", "1:4: import-unreadable: The XML is not well-formed: undefined entity."),
        ("<a>\0</a>", "1:4: import-unreadable: The XML is not well-formed: not well-formed (invalid token)."),
        ("<a/>b", "1:5: import-unreadable: The XML is not well-formed: junk after document element."),
        ("<x:a/>", "1:1: import-unreadable: The XML is not well-formed: unbound prefix."),
        (b"<a>\xff</a>", "1:4: import-unreadable: The XML is not well-formed: not well-formed (invalid token)."),
        (
            '<?xml version="1.0" encoding="x"?><a/>',
            "1:1: import-unreadable: The file has an encoding that can't be read.",
        ),
    ],
)
def test_what_is_not_xml_is_told_at_its_place(content: str | bytes, message: str) -> None:
    assert fault(content) == f"file.xml:{message}"


def test_encodings_that_say_so_are_read() -> None:
    for encoding in ("utf-16", "iso-8859-1", "windows-1252"):
        root = read(f'<?xml version="1.0" encoding="{encoding}"?><a>é</a>'.encode(encoding))
        assert isinstance(root, Element)
        assert root.text == "é"


def test_depth_size_and_number_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<a>" * xml.MOST_DEPTH
    assert fault(f"{deep}\n<a>") == "file.xml:2:1: import-too-large: The file goes past the limit of a depth of 50."
    monkeypatch.setattr(xml, "MOST_ELEMENTS", 3)
    assert (
        fault("<a><b/>\n<b/><c/></a>") == "file.xml:2:5: import-too-large: The file goes past the limit of 3 elements."
    )
    monkeypatch.setattr(xml, "MOST_BYTES", 10)
    assert fault("<a>12345678</a>") == "file.xml:1:1: import-too-large: The file has 15 bytes; 10 can be read."


@pytest.mark.long
def test_a_file_at_the_limits_is_refused_or_read() -> None:
    """Quadratic time would end in hours."""
    assert fault(b"<a>" + b"<a/>" * (xml.MOST_BYTES // 4 - 10) + b"</a>").endswith("500,000 elements.")
    assert isinstance(read(b"<a x='" + b"y" * (xml.MOST_BYTES - 20) + b"'/>"), Element)
