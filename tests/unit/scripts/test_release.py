"""A release is of the version that its tag names, and its changes are written down."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from project.progress import StepError
from steps import release

CHANGES = """\
# Changelog

## [Unreleased]

## [1.2.3] - 2027-01-02

### Added

- A way out.

## [1.2.2] - 2026-12-01

- A way in.
"""


@pytest.fixture(autouse=True)
def changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A changelog with 2 releases, the newer of them of this version."""
    file = tmp_path / "CHANGELOG.md"
    file.write_text(CHANGES, encoding="utf-8")
    monkeypatch.setattr(release, "_CHANGES", file)
    monkeypatch.setattr(release, "version", lambda: "1.2.3")
    return file


def test_the_tag_of_this_version_passes() -> None:
    release.check_tag("v1.2.3")


@pytest.mark.parametrize("tag", ["v1.2.2", "1.2.3", "v1.2.30", "main"])
def test_another_tag_stops_the_release(tag: str) -> None:
    with pytest.raises(StepError, match=re.escape(f"The tag is {tag}, and pyproject.toml has version 1.2.3.")):
        release.check_tag(tag)


def test_a_version_without_changes_stops_the_release(changes: Path) -> None:
    changes.write_text(CHANGES.replace("1.2.3", "1.2.4"), encoding="utf-8")

    with pytest.raises(StepError, match=r"no section for version 1\.2\.3") as told:
        release.check_tag("v1.2.3")

    assert "Unreleased" in told.value.remedy


def test_the_notes_are_the_changes_of_this_version_alone() -> None:
    assert release.notes() == "### Added\n\n- A way out."
