"""A broken tree stops a real build of a site, with every finding, and without a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from built_site import Element, read
from small_site import TREE, build, write_site

SETTINGS = """\
site_name: Snacks
theme: {{name: mkdocs, highlightjs: false}}
plugins: []
markdown_extensions:
  - fingerpost.site.extension: {{docs_dir: docs, broken: {broken}}}
"""

SPOILT = {
    "bad YAML": (("go: size}", "go: size"), ["11:11 yaml-syntax"]),
    "a key written twice": (("start: hungry", "start: hungry\nstart: hungry"), ["6:1 duplicate-key"]),
    "an unknown field": (("title: Choose", "titel: Choose"), ["3:1 unknown-field"]),
    "a missing target": (("go: sheep", "go: sheap"), ["15:33 missing-target"]),
    "a cycle": (
        ('"no": {label: "No", go: nap}\noutcomes', '"no": {label: "No", go: hungry}\noutcomes'),
        ["16:31 cycle"],
    ),
    "a question that nothing leads to": (
        ("go: size", "go: sheep"),
        [
            "12:3 unreachable-question",
            *("21:52 scenario-extra-answer", "22:52 scenario-extra-answer", "22:73 scenario-fails"),
        ],
    ),
    "a page that is not there": (("page: nap.md", "page: bed.md"), ["19:29 page-not-found"]),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A tiny site with a sound tree."""
    write_site(tmp_path, SETTINGS.format(broken="stop"))
    return tmp_path


def settings(site: Path, *, broken: str) -> None:
    """Write the site's settings."""
    (site / "mkdocs.yml").write_text(SETTINGS.format(broken=broken))


def spoil(site: Path, old: str, new: str) -> None:
    """Change the tree."""
    assert TREE.count(old) == 1
    (site / "docs" / "tree.yml").write_text(TREE.replace(old, new))


def built_page(site: Path) -> Element:
    """Return the page with the tree."""
    return read((site / "site" / "index.html").read_text())


def test_a_sound_tree_is_built(site: Path) -> None:
    status, printed = build(site, "--strict")

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

    status, printed = build(site, "--strict")

    assert status == 1
    assert "Traceback" not in printed
    found = re.findall(r"^docs/tree\.yml:(\d+:\d+): error: ([a-z-]+): \S.*[.?]$", printed, re.MULTILINE)
    assert [f"{place} {code}" for place, code in found] == expected
    assert not (site / "site" / "index.html").exists()


def test_the_faults_of_all_pages_stop_the_build_at_once(site: Path) -> None:
    for name in ("nap", "sheep"):
        text = "# A page\n\n```decision-tree\ntree: tree.yml\nshow: way\n```\n"
        (site / "docs" / f"{name}.md").write_text(text)
    spoil(site, "go: sheep", "go: sheap")

    status, printed = build(site, "--strict")

    assert status == 1
    assert "Traceback" not in printed
    found = re.findall(r"^docs/(\S+): error: ([a-z-]+): ", printed, re.MULTILINE)
    assert sorted(found) == [
        ("nap.md:3:1", "bad-block"),
        ("sheep.md:3:1", "bad-block"),
        ("tree.yml:15:33", "missing-target"),
    ]


def test_a_tree_that_is_not_there_stops_the_build(site: Path) -> None:
    (site / "docs" / "tree.yml").unlink()

    status, printed = build(site, "--strict")

    assert status == 1
    assert "Traceback" not in printed
    assert re.search(r"^docs/index\.md:7:1: error: bad-block: There is no file 'tree\.yml'", printed, re.MULTILINE)


def test_the_findings_can_be_shown_in_the_page_instead(site: Path) -> None:
    settings(site, broken="show")
    spoil(site, "go: sheep", 'go: "<img src=x onerror=alert(1)>"')

    status, printed = build(site, "--strict")

    page = built_page(site)
    assert (status, "Traceback" in printed) == (0, False)
    findings = [item.seen_text for item in page.all("li") if item.seen_text.startswith("docs/tree.yml:")]
    assert findings[0].startswith("docs/tree.yml:15:33: ")
    assert "<img src=x onerror=alert(1)>" in findings[0]
    assert list(page.all("img")) == []
    assert list(page.all("decision-tree")) == []
