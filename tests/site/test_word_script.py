"""The script that makes Word files in browsers makes the same as the command line, whatever the texts hold."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from fingerpost.record.blocks import Document
from fingerpost.record.document import document
from fingerpost.record.nhs import nhs_document
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.record.word_data import data_of
from fingerpost.word import word
from full_supper import DECIDED, FULL_SUPPER, STATES, hostile_supper
from hostile_texts import HOSTILE
from project.paths import VENV, program
from states import record_of
from weights import ASSETS
from word_files import faults_of, read_word

ADDRESS = "https://example.org/a/supper/?\"'<>[]"


BEYOND_XML = ("a\ufffeb\uffffc\x00d\x0be\ud800f", "]]> &amp; <w:p/> _x000D_")


def documents(step: int) -> list[Document]:
    """Return documents for each state, for texts that XML can't hold, and for each hostile text or some of them."""
    notes = Notes("Feed 2.\n  Both.\n\nSoon.", {"pan": Confirmation(confirmed=True, note="In the oven.")})
    records = [record_of(FULL_SUPPER, answers, notes, address=ADDRESS) for answers in STATES.values()]
    for text in (*HOSTILE[::step], *BEYOND_XML):
        typed = Notes(text, {"pan": Confirmation(note=text)})
        records.append(record_of(hostile_supper(text), DECIDED, typed, address=ADDRESS))
    return [arranged(record) for record in records for arranged in (document, nhs_document)]


type Pairs = list[tuple[Document, bytes]]


@pytest.fixture(scope="module", params=[12, pytest.param(1, marks=pytest.mark.long)], ids=["some", "all"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pairs:
    """Documents, each with the file that the script makes of it."""
    folder = tmp_path_factory.mktemp("word")
    every = documents(request.param)
    asked = folder / "documents.json"
    asked.write_text(json.dumps([data_of(each) for each in every]), encoding="utf-8")
    node = [program(VENV, "node"), Path(__file__).with_name("write_word.mjs")]
    subprocess.run([*node, ASSETS / "word.mjs", asked, folder], check=True)
    return [(each, (folder / f"{number}.docx").read_bytes()) for number, each in enumerate(every)]


def test_the_files_are_sound(written: Pairs) -> None:
    assert [fault for _, content in written for fault in faults_of(content)] == []


def test_they_hold_what_the_command_line_writes(written: Pairs) -> None:
    assert [each.title for each, content in written if read_word(content) != read_word(word(each))] == []
