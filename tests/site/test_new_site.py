"""What `fingerpost new` starts: a sound tree, and a site that builds and works."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fingerpost.cli import main
from fingerpost.site import browser_files
from fingerpost.site.starter import new_site, new_tree
from new_site import build_new_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a new site with its assets and give its folder."""
    folder = tmp_path_factory.mktemp("new") / "a site"
    build_new_site(folder)
    return folder


def test_a_new_tree_has_no_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The tree passes its check as it is, warnings included, and has the schema beside it."""
    assert main(["new", str(tmp_path), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)

    assert made["files"] == list(new_tree())
    assert main(["check", str(tmp_path / "tree.yml"), "--strict"]) == 0
    assert (tmp_path / "fingerpost-tree.schema.json").is_file()


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a file is there already, none is written."""
    (tmp_path / "tree.yml").write_text("mine")

    assert main(["new", str(tmp_path)]) == 2
    assert "already exists: tree.yml" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["tree.yml"]


def test_a_new_site_passes_its_check(built: Path) -> None:
    """Tree and pages fit together."""
    docs = built / "docs"

    assert main(["check", str(docs / "choose" / "tree.yml"), "--docs", str(docs), "--strict"]) == 0
    assert all((built / name).is_file() for name in new_site())


def test_a_new_site_has_its_tree_in_the_page(built: Path) -> None:
    """The page carries the element, every question, and the files that it loads, and nothing of another origin."""
    page = (built / "site" / "choose" / "index.html").read_text(encoding="utf-8")
    loaded = re.findall(r"<(?:script|link|img)\b[^>]*?(?:src|href)=\"?([^\"\s>]+)", page)

    assert '<decision-tree tree="way-to-meet"' in page
    assert all(f'data-entry="{node}"' in page for node in ("discussion", "same-place", "message", "room", "call"))
    assert "../assets/fingerpost/site.mjs" in loaded
    for address in loaded:
        assert not re.match(r"(https?:)?//", address)
        assert (built / "site" / "choose" / address).resolve().exists()


def test_the_manifest_names_what_is_there(built: Path) -> None:
    """The worker finds every file that it fetches."""
    folder = built / "site" / "assets" / "fingerpost"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    assert {manifest["wheel"], "known-answer.json", "pyodide.asm.wasm", "python_stdlib.zip"} <= set(manifest["files"])
    assert manifest["build"] in (folder / "site.mjs").read_text(encoding="utf-8")
    assert {name: (folder / name).stat().st_size for name in manifest["files"]} == {
        name: facts["bytes"] for name, facts in manifest["files"].items()
    }


def test_the_engine_that_is_served_answers(built: Path) -> None:
    """What the site serves as the engine is complete: it runs with nothing else installed."""
    [wheel] = (built / "site" / "assets" / "fingerpost").glob("*.whl")
    engine = str(wheel)
    code = f"import sys; sys.path.insert(0, {engine!r}); from fingerpost.door import call; print(call('x', '{{}}'))"

    said = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, capture_output=True, text=True).stdout
    assert json.loads(said)["error"]["code"] == "unknown-method"


def test_other_sites_get_the_same_files_as_this_one(built: Path, tmp_path: Path) -> None:
    """The same bytes, and so the same start: from the plugin, and from the command for other builders."""
    source, copied = browser_files.folder(), tmp_path / "assets"
    assert main(["assets", str(copied)]) == 0
    names = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    published = {name for name in names if str(name) not in browser_files.FOR_PAGES}

    served = built / "site" / "assets" / "fingerpost"
    assert all((source / name).read_bytes() == (served / name).read_bytes() for name in published)
    assert names == {path.relative_to(copied) for path in copied.rglob("*") if path.is_file()}
    assert all((source / name).read_bytes() == (copied / name).read_bytes() for name in names)


def test_where_the_files_are_missing_the_command_that_makes_them_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation from a bare copy of the repository has no files for the browser."""
    monkeypatch.setattr(browser_files, "_FOLDER", tmp_path / "not-made")

    assert main(["assets", str(tmp_path / "assets")]) == 2
    assert "python3 scripts/runtime.py" in capsys.readouterr().err
    assert not (tmp_path / "assets").exists()


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "fingerpost.mjs"])
def test_a_folder_that_lacks_one_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Not a site whose engine does not start."""
    shutil.copytree(browser_files.folder(), tmp_path / "files")
    (tmp_path / "files" / name).unlink()
    monkeypatch.setattr(browser_files, "_FOLDER", tmp_path / "files")

    with pytest.raises(browser_files.BrowserFilesMissingError, match=f"{name} not found"):
        browser_files.folder()
