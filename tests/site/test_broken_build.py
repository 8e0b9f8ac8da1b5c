"""A broken tree stops a real build of a site, with every finding, and without a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from built_site import Element, read

SETTINGS = """\
site_name: Snacks
theme: {{name: mkdocs, highlightjs: false}}
plugins: []
markdown_extensions:
  - fingerpost.site.extension: {{docs_dir: docs, broken: {broken}}}
"""

PAGE = "# Snacks\n\n```decision-tree\ntree: tree.yml\n```\n"

TREE = """\
format: 1
id: snack
title: Choose a snack
edition: "1"
start: hungry
questions:
  hungry:
    ask: Is the dragon hungry?
    answers:
      yes: {label: "Yes", go: size}
      no: {label: "No", go: nap}
  size:
    ask: Is it big?
    answers:
      yes: {label: "Yes", go: sheep}
      no: {label: "No", go: nap}
outcomes:
  sheep: {title: A sheep, page: sheep.md}
  nap: {title: A nap, page: nap.md}
scenarios:
  roar: {need: It roars., answers: {hungry: yes, size: yes}, expect: sheep}
  peep: {need: It peeps., answers: {hungry: yes, size: no}, expect: nap}
  snore: {need: It snores., answers: {hungry: no}, expect: nap}
"""

SPOILT = {
    "bad YAML": (("go: size}", "go: size"), ["11:9 yaml-syntax"]),
    "a key written twice": (("start: hungry", "start: hungry\nstart: hungry"), ["6:1 duplicate-key"]),
    "an unknown field": (("title: Choose", "titel: Choose"), ["1:1 missing-field", "3:1 unknown-field"]),
    "a missing target": (
        ("go: sheep", "go: sheap"),
        ["15:31 missing-target", "18:3 unreachable-outcome"],
    ),
    "a cycle": (
        ('no: {label: "No", go: nap}\noutcomes', 'no: {label: "No", go: hungry}\noutcomes'),
        ["16:29 cycle"],
    ),
    "a question that nothing leads to": (
        ("go: size", "go: sheep"),
        [
            "12:3 unreachable-question",
            *("21:50 scenario-extra-answer", "22:50 scenario-extra-answer", "22:69 scenario-fails"),
        ],
    ),
    "a page that is not there": (("page: nap.md", "page: bed.md"), ["19:29 page-not-found"]),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny site with a sound tree."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(PAGE)
    (docs / "sheep.md").write_text("# A sheep\n")
    (docs / "nap.md").write_text("# A nap\n")
    (docs / "tree.yml").write_text(TREE)
    settings(tmp_path, broken="stop")
    return tmp_path


def settings(site: Path, *, broken: str) -> None:
    """Write the site's settings."""
    (site / "mkdocs.yml").write_text(SETTINGS.format(broken=broken))


def spoil(site: Path, old: str, new: str) -> None:
    """Change the tree."""
    assert TREE.count(old) == 1
    (site / "docs" / "tree.yml").write_text(TREE.replace(old, new))


def build(site: Path) -> tuple[int, str]:
    """Build the site as its author would; return the exit status and everything that was printed."""
    finished = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=site,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return finished.returncode, finished.stdout


def built_page(site: Path) -> Element:
    """Return the page with the tree."""
    return read((site / "site" / "index.html").read_text())


def test_a_sound_tree_is_built(site: Path) -> None:
    status, printed = build(site)

    assert (status, "Traceback" in printed) == (0, False)
    page = built_page(site)
    assert page.one("decision-tree").attributes["tree"] == "snack"
    entries = [element.attributes["data-entry"] for element in page.all() if "data-entry" in element.attributes]
    assert entries == ["hungry", "size", "sheep", "nap"]


@pytest.mark.parametrize(("change", "expected"), SPOILT.values(), ids=SPOILT)
def test_a_broken_tree_stops_the_build_with_every_finding(
    site: Path, change: tuple[str, str], expected: list[str]
) -> None:
    spoil(site, *change)

    status, printed = build(site)

    assert status == 1
    assert "Traceback" not in printed
    found = re.findall(r"^docs/tree\.yml:(\d+:\d+): ([a-z-]+): \S.*[.?]$", printed, re.MULTILINE)
    assert [f"{place} {code}" for place, code in found] == expected
    assert not (site / "site" / "index.html").exists()


def test_a_tree_that_is_not_there_stops_the_build(site: Path) -> None:
    (site / "docs" / "tree.yml").unlink()

    status, printed = build(site)

    assert status == 1
    assert "Traceback" not in printed
    assert re.search(r"^docs/tree\.yml:1:1: cannot-read: ", printed, re.MULTILINE)


def test_the_findings_can_be_shown_in_the_page_instead(site: Path) -> None:
    settings(site, broken="show")
    spoil(site, "go: sheep", 'go: "<img src=x onerror=alert(1)>"')

    status, printed = build(site)

    page = built_page(site)
    assert (status, "Traceback" in printed) == (0, False)
    findings = [item.seen_text for item in page.all("li") if item.seen_text.startswith("docs/tree.yml:")]
    assert findings[0].startswith("docs/tree.yml:15:31: ")
    assert "<img src=x onerror=alert(1)>" in findings[0]
    assert list(page.all("img")) == []
    assert list(page.all("decision-tree")) == []
