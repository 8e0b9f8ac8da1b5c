"""The examples of records are what the forms write now, and the page of the record links to each of them."""

from __future__ import annotations

import pytest

from built_site import page
from fingerpost.record.forms import FORMS
from steps.record_examples import EXAMPLES, FOLDER, files, same
from word_files import faults_of

MADE = dict(files())


@pytest.mark.parametrize("name", MADE)
def test_an_example_is_what_the_form_writes_now(name: str) -> None:
    """Run `../.venv/bin/python -m steps.record_examples` in `scripts/` after a change of the tree or of a form."""
    assert same((FOLDER / name).read_bytes(), MADE[name])


def test_there_is_no_other_file() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(MADE)
    assert len(MADE) == len(EXAMPLES) * len(FORMS)


@pytest.mark.parametrize("name", [name for name in MADE if name.endswith(".docx")])
def test_word_can_open_an_example(name: str) -> None:
    assert faults_of(MADE[name]) == []


def test_the_examples_show_what_their_names_say() -> None:
    assert b"Not decided yet" in MADE["undecided.md.txt"]
    assert b"Answers that do not count" in MADE["changed.md.txt"]
    assert b"Answers that do not count" not in MADE["decided.md.txt"]
    assert b"[x]" in MADE["decided.md.txt"]


def test_the_page_links_to_every_example() -> None:
    links = {link.attributes["href"] for link in page("reference/record/").all("a") if "href" in link.attributes}

    assert {f"../records/{name}" for name in MADE} <= links
