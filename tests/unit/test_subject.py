"""The engine knows nothing about the subject of this site's tree: a team elsewhere publishes its own with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import fingerpost

ENGINE = Path(fingerpost.__file__).parent
BROWSER_FILES = ENGINE / "site" / "browser_files"
"""Other programs make these from the engine's own files and from Python's library."""

# Not FHIR, which is the name of a format for questionnaires of any kind, nor the names of those who publish a form.
PUBLISHER = re.compile(r"\bNHS England\b")
PUBLISHED = (
    "record/nhs.py",
    "record/checklist.py",
    "record/forms/nhs.py",
    "record/forms/nhs_docx.py",
    "record/forms/checklist.py",
    "text/wording_of_records.py",
)
"""The files of forms that are named after their publisher."""

SUBJECT = re.compile(
    r"""
    \b(?: NHS | HL7 | GP | GPs ) \b
    | (?i: \b (?: health | clinic | medic | patient | hospital | nurse | prescri | therap | symptom ) )
    | (?i: \b (?: care | ward | doctor | diagnosis | appointment )s? \b )
    """,
    re.VERBOSE,
)

FILES = sorted(
    path
    for path in ENGINE.rglob("*")
    if path.suffix in (".css", ".html", ".json", ".md", ".mjs", ".py", ".svg", ".txt", ".yml")
    and not path.is_relative_to(BROWSER_FILES)
)


@pytest.mark.parametrize("text", ["an NHS site", "about a patient", "Healthcare", "care-setting", "clinicians"])
def test_words_of_the_subject_are_found(text: str) -> None:
    assert SUBJECT.search(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ENGINE).as_posix())
def test_the_engine_has_no_words_of_health_and_care(path: Path) -> None:
    """In no file: wording, comments, examples of findings, and the site that `fingerpost new` writes."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.relative_to(ENGINE).as_posix() in PUBLISHED:
        lines = [PUBLISHER.sub("", line) for line in lines]

    assert [f"{number}: {line}" for number, line in enumerate(lines, start=1) if SUBJECT.search(line)] == []
