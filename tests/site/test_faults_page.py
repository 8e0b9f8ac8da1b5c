"""The page about faults has what the table of faults says, no more and no less."""

from __future__ import annotations

import re

from faults import FAULTS, GROUPS
from project.paths import DOCS

PAGE = (DOCS / "about" / "faults.md").read_text(encoding="utf-8")


def test_there_are_many_faults_each_with_a_name_of_its_own() -> None:
    assert len(FAULTS) >= 40
    assert len({fault.name for fault in FAULTS}) == len({fault.title for fault in FAULTS}) == len(FAULTS)


def test_the_page_has_each_fault_and_no_other() -> None:
    written = {
        title: [tuple(row.strip("| ").split(" | ")) for row in re.findall(r"^\|.*\|$", part, flags=re.MULTILINE)[2:]]
        for title, _, part in (part.partition("\n") for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:])
    }

    assert written == {group.title: [fault.described for fault in group.faults] for group in GROUPS}


def test_every_fault_is_in_the_ordinary_run_or_said_to_be_slow() -> None:
    quick = {fault.name for fault in FAULTS if not all(fault.is_long(variant) for variant in fault.variants)}

    assert quick == {fault.name for fault in FAULTS if not fault.slow}
    assert all({*fault.quick, *fault.otherwise} <= {*fault.variants} for fault in FAULTS)
