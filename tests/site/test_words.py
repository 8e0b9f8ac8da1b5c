"""The words of the pages: easy to read, and every abbreviation explained in one way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from project.paths import DOCS, ROOT
from steps import reading_ease

PAGES = sorted(DOCS.rglob("*.md"))
ABBREVIATIONS = (ROOT / "includes" / "abbreviations.md").read_text(encoding="utf-8")

# What needs no explanation: what every reader of the site knows, the names of licences, products and
# files, and a level of WCAG.
KNOWN = {"NHS", "MIT", "SIL", "OGL", "AAA", "GNU", "AMD", "EPYC", "IIS", "README", "YYYY", "CRC"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_a_page_is_easy_to_read(page: Path) -> None:
    assert reading_ease.faults(reading_ease.read(page.read_text(encoding="utf-8"))) == []


def test_the_glossary_and_the_tooltips_say_the_same() -> None:
    glossary = (DOCS / "guidance" / "glossary.md").read_text(encoding="utf-8").split("## Abbreviations")[1]
    explained = dict(re.findall(r"^(\S+)\n: +(.+)$", glossary, re.MULTILINE))
    shown = dict(re.findall(r"^\*\[(.+?)\]: (.+)$", ABBREVIATIONS, re.MULTILINE))

    for short, meaning in shown.items():
        if short != "APIs":
            assert explained[short].lower() == meaning.lower()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_abbreviation_is_in_the_list(page: Path) -> None:
    unread = r"\A---\n.*?\n---\n|\]\([^)]*\)|`[^`]*`|```.*?```"
    text = re.sub(unread, " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    used = set(re.findall(r"\b[A-Z]{3,6}\d?\b", text))
    explained = set(re.findall(r"^\*\[(.+?)\]", ABBREVIATIONS, re.MULTILINE))

    assert used - explained - KNOWN == set()


class TestMeasure:
    def test_sentences_of_lists_and_tables_count_each_for_itself(self) -> None:
        page = "# Title\n\nOne two three. Four five.\n\n- six seven\n- eight\n\n| nine | ten |\n|---|---|\n"

        reading = reading_ease.read(page)

        assert reading.sentences == ("One two three.", "Four five.", "six seven", "eight", "nine", "ten")
        assert reading.words == 10

    def test_what_is_not_read_does_not_count(self) -> None:
        reading = reading_ease.read('---\ndescription: "no"\n---\n```\nno\n```\nYes [and](no.md).\n\n---\n\nNo.')

        assert reading.sentences == ("Yes and.",)

    def test_long_sentences_are_refused(self) -> None:
        long = " ".join(["word"] * 40) + "."

        assert reading_ease.faults(reading_ease.read(long))[0].startswith("a sentence has 40 words")
