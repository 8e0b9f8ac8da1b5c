"""Writes an example of a record in each form, for a decided, an undecided and a changed result.

Usage, in `scripts/`: ../.venv/bin/python -m steps.record_examples.
"""

import io
import zipfile
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost import read
from fingerpost.answers.state import State
from fingerpost.cli.site_page import as_on_its_page
from fingerpost.record.build import build_record
from fingerpost.record.forms import FORMS
from fingerpost.record.notes import Confirmation, Notes
from fingerpost.word import word
from project.paths import ROOT

FOLDER = ROOT / "docs" / "reference" / "records"
"""The folder of the examples."""

_TREE = ROOT / "docs" / "choose" / "tree.yml"
_ADDRESS = "https://example.org/guide/choose/"
_DATE = "2026-11-27"

_SHOWN_AS_TEXT = (".md", ".html")
"""Files of these kinds are given the ending `.txt` as well, so that the site's builder makes no pages of them."""


@dataclass(frozen=True)
class Example:
    """A state whose record is an example."""

    answers: Mapping[str, str]
    need: str
    confirmations: Mapping[str, Confirmation] = field(default_factory=dict[str, Confirmation])


EXAMPLES = {
    "decided": Example(
        {"proactive-request": "yes", "care-setting": "no", "repository-mandate": "no"},
        "Find the care plans of a person, whichever organisation holds them.",
        {
            "provider-availability": Confirmation(confirmed=True, note="Each supplier promises 99.9% a month."),
            "response-speed": Confirmation(note="Waiting for figures from 2 suppliers."),
        },
    ),
    "undecided": Example(
        {"proactive-request": "yes", "care-setting": "unsure"},
        "Show test results in a new service.",
    ),
    "changed": Example(
        {
            "proactive-request": "no",
            "business-acknowledgement": "no",
            "recipients-known": "no",
            "care-setting": "no",
            "repository-mandate": "no",
        },
        "Tell other services when a person changes their address.",
    ),
}
"""Each example by name. The last has answers from before the first one was changed, which no longer count."""


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file."""
    tree = read(str(_TREE))
    where = Namespace(tree=str(_TREE), address=_ADDRESS, docs=None, page=None)
    placed, pages = as_on_its_page(tree, where)
    for name, example in EXAMPLES.items():
        notes = Notes(example.need, example.confirmations)
        state = State(placed, example.answers)
        record = build_record(state, notes, address=_ADDRESS, date=_DATE, pages=pages, texts_on=_ADDRESS)
        for form in FORMS.values():
            file = f"{name}.{form.extension}"
            content = word(form.document(record)) if form.document else form.write(record).encode()
            yield f"{file}.txt" if file.endswith(_SHOWN_AS_TEXT) else file, content


def same(one: bytes, other: bytes) -> bool:
    """Return whether 2 files hold the same, whenever they were made."""
    return _parts(one) == _parts(other)


def _parts(content: bytes) -> object:
    """Return a Word file's parts but for its properties, which have the time; any other file as it is."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


def write(folder: Path) -> None:
    """Write the examples; files that hold the same already are left as they are."""
    folder.mkdir(exist_ok=True)
    made = dict(files())
    for name, content in made.items():
        file = folder / name
        if not file.is_file() or not same(file.read_bytes(), content):
            file.write_bytes(content)
    for file in folder.iterdir():
        if file.name not in made:
            file.unlink()


if __name__ == "__main__":
    write(FOLDER)
