"""A document as a Word file: real headings, lists, tables and links, in British English, whatever its texts hold."""

from __future__ import annotations

import io
import zipfile

import pytest

from fingerpost.record.document import document
from fingerpost.record.nhs import nhs_document
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.record.typed import one_line
from fingerpost.word import word
from full_supper import DECIDED, FULL_SUPPER, STATES, hostile_supper
from hostile_texts import HOSTILE
from record_forms import all_parts
from states import record_of
from word_files import WordFile, faults_of, read_word

NOTES = Notes("Feed 2.\nBoth are tired.\n\nSoon.", {"pan": Confirmation(confirmed=True, note="In the oven.")})
ADDRESS = "https://example.org/a/supper/"
PAGES = {"soup": "../soup/"}


def written(answers: dict[str, str] = DECIDED, notes: Notes = NOTES) -> WordFile:
    record = record_of(FULL_SUPPER, answers, notes, address=ADDRESS, date="2026-01-31", pages=PAGES)
    return read_word(word(document(record)))


def test_the_title_is_a_heading_and_a_property() -> None:
    file = written()

    assert file.title == "Feed 2: Soup"
    assert file.headings[:3] == [
        (1, "Feed 2: Soup"),
        (2, "Context and Problem Statement"),
        (2, "Decision Drivers"),
    ]


def test_the_status_and_the_date_are_a_table() -> None:
    assert written().tables == [[["Status", "proposed"], ["Date", "2026-01-31"]]]


def test_typed_words_are_a_quotation_with_their_lines() -> None:
    quoted = [text for kind, text in written().paragraphs if kind == "quote"]

    assert quoted == ["Feed 2.\nBoth are tired.", "Soon.", "In the oven."]


def test_lists_are_lists_with_their_depth_and_boxes() -> None:
    paragraphs = written().paragraphs

    assert ("list 1", "Hungry? Yes: Since yes was felt.") in paragraphs
    assert ("list 1", "☑ Is the pan clean? It is used daily.") in paragraphs
    assert ("list 2", "change the answer to: Hungry? No: Since no was felt.") in paragraphs
    assert "Yes" in written().bold
    unticked = written(notes=Notes()).paragraphs
    assert ("list 1", "☐ Is the pan clean? It is used daily.") in unticked


def test_links_are_links() -> None:
    links = written().links

    assert ("Soup", "https://example.org/a/soup/") in links
    assert ("https://example.org/book?a=1&b=_2_", "https://example.org/book?a=1&b=_2_") in links


def test_the_language_is_british_english_on_a4() -> None:
    content = word(document(record_of(FULL_SUPPER, DECIDED, NOTES)))

    assert read_word(content).languages == {"en-GB"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b'w:w="11906"' in archive.read("word/document.xml")
        assert b"en-GB" in archive.read("docProps/core.xml")


def test_the_decision_record_has_its_table_and_its_levels() -> None:
    file = read_word(word(nhs_document(record_of(FULL_SUPPER, DECIDED, NOTES))))

    assert [row[0] for row in file.tables[0]] == ["Date", "Status", "Deciders", "Significance", "Owners"]
    assert (3, "Assumptions") in file.headings


@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
def test_it_holds_every_part(answers: dict[str, str]) -> None:
    record = record_of(FULL_SUPPER, answers, NOTES, address=ADDRESS, pages=PAGES)

    file = read_word(word(document(record)))

    shown = " ".join(" ".join(text.split()) for _, text in file.paragraphs) + " ".join(url for _, url in file.links)
    texts = {" ".join(part.split()) for part in all_parts(record)} - {file.headings[0][1]}
    assert sorted(part for part in texts if part not in shown) == []


@pytest.mark.parametrize("text", [*HOSTILE[::4], "a\ufffeb\uffffc\x00d\x0be\ud800f", "]]> &amp; <w:p/> _x000D_"])
def test_hostile_texts_are_shown_as_they_are_in_a_sound_file(text: str) -> None:
    record = record_of(hostile_supper(text), DECIDED, Notes(text, {"pan": Confirmation(note=text)}), address=ADDRESS)

    content = word(document(record))

    assert faults_of(content) == []
    file = read_word(content)
    assert file.headings[0][1] == one_line(record["title"])
    assert [" ".join(quoted.split()) for kind, quoted in file.paragraphs if kind == "quote"] == [one_line(text)] * 2
    assert ("list 1", f"{one_line(text)} (ruled out)") in file.paragraphs
