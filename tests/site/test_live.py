"""Write and see with `mkdocs serve`: what the pages show after each change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from built_site import read
from served_site import ServedSite
from small_site import TREE, write_site

SETTINGS = """\
site_name: Snacks
strict: true
theme: {name: material, font: false}
plugins: [search, fingerpost]
"""

DIAGRAMS = """\
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: sequence
          class: seq
          format: !!python/name:fingerpost.site.sequence_diagram.fence
"""

BROKEN = TREE.replace("go: sheep", 'go: "<img src=x onerror=alert(1)>"')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site."""
    write_site(tmp_path, SETTINGS)
    return tmp_path


@pytest.fixture
def served(folder: Path) -> Iterator[ServedSite]:
    """The site as its author sees it."""
    with ServedSite(folder) as served:
        yield served


def save(served: ServedSite, file: Path, text: str) -> None:
    """Save a file and wait until the site shows the change."""
    before = served.epoch()
    file.write_text(text, encoding="utf-8")
    served.wait_for_build(before)


def findings(page: str) -> list[str]:
    """Return the findings that a page shows in place of a tree."""
    return [item.seen_text for item in read(page).all("li") if item.seen_text.startswith("docs/tree.yml:")]


def test_a_broken_tree_shows_its_findings_in_its_place_until_it_is_fixed(served: ServedSite, folder: Path) -> None:
    """Escaped, each with its position and how to fix it. A strict site goes on being built."""
    save(served, folder / "docs" / "tree.yml", BROKEN)

    page = served.page()
    assert findings(page)[0].startswith("docs/tree.yml:15:33: error: missing-target: ")
    assert "<img src=x onerror=alert(1)>" in findings(page)[0]
    assert list(read(page).all("decision-tree")) == []
    assert [image for image in read(page).all("img") if image.attributes.get("src") == "x"] == []
    assert "\ndocs/tree.yml:15:33: error: missing-target: " in served.printed()
    assert read(served.page("nap/")).one("h1").seen_text.startswith("A nap")

    save(served, folder / "docs" / "tree.yml", TREE)
    assert findings(served.page()) == []
    assert read(served.page()).one("decision-tree").attributes["tree"] == "snack"


def test_a_site_with_a_broken_tree_is_served_from_the_start(folder: Path) -> None:
    (folder / "docs" / "tree.yml").write_text(BROKEN, encoding="utf-8")

    with ServedSite(folder) as served:
        assert findings(served.page())


@pytest.mark.parametrize("change", ["write", "add", "delete"])
def test_every_kind_of_change_is_seen(served: ServedSite, folder: Path, change: str) -> None:
    """A page changed, added or deleted builds the site again."""
    docs = folder / "docs"
    if change == "write":
        save(served, docs / "nap.md", "# A long nap")
        assert "A long nap" in served.page("nap/")
    elif change == "add":
        save(served, docs / "new.md", "# Something new")
        assert "Something new" in served.page("new/")
    else:
        before = served.epoch()
        (docs / "sheep.md").unlink()
        served.wait_for_build(before)
        assert any("page-not-found" in finding for finding in findings(served.page()))


def test_a_page_that_the_policy_can_not_protect_is_reported_and_shown(served: ServedSite, folder: Path) -> None:
    save(served, folder / "docs" / "nap.md", '# A nap\n\n<p style="color: red">zzz</p>\n')

    assert "nap/index.html" in served.printed()
    assert "<p style=" in served.printed()
    assert "zzz" in served.page("nap/")


def test_a_diagram_that_can_not_be_drawn_shows_why_in_its_place(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS + DIAGRAMS)
    with ServedSite(tmp_path) as served:
        save(served, tmp_path / "docs" / "nap.md", "# A nap\n\n```sequence\nnonsense\n```\n")

        shown = read(served.page("nap/")).one("code").seen_text
        assert shown.startswith(
            "docs/nap.md:3:1: error: bad-block: A sequence diagram cannot be drawn: 'nonsense' is not a title"
        )


def test_the_policy_allows_the_script_of_live_reload_and_the_service_worker_retires(served: ServedSite) -> None:
    """That script carries the time, so no hash can name it. A service worker would go on showing earlier pages."""
    policies = [
        meta.attributes["content"]
        for meta in read(served.page()).all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    ]

    assert len(policies) == 1
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in policies[0]
    assert "unregister" in served.page("service-worker.js")
