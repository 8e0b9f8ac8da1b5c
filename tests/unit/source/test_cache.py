"""Trees that were read before: the same tree again, and none after any change of what it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from example_trees import TREES
from fingerpost.source import cache as kept
from fingerpost.source import read_source
from fingerpost.source.cache import MOST, cached_reading, store_reading

DRAGON = (TREES / "dragon.yml").read_bytes()
WITH_WARNINGS = b"\xef\xbb\xbf" + DRAGON.replace(b"Well done", "Well\N{ZERO WIDTH SPACE} done".encode())
"""What the reader of the file finds in it stops no publication."""


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    """Forget what the engine is, before and after each test."""
    kept._reader.cache_clear()
    yield
    kept._reader.cache_clear()


def keep(data: bytes, folder: Path) -> Path:
    """Read and keep a tree; return its file."""
    before = set(folder.glob("*"))
    store_reading(read_source(data, "tree.yml"), folder)
    (file,) = set(folder.glob("*")) - before
    return file


@pytest.mark.parametrize("data", [DRAGON, WITH_WARNINGS], ids=["sound", "with warnings"])
def test_a_kept_file_gives_what_reading_it_gave(tmp_path: Path, data: bytes) -> None:
    keep(data, tmp_path)

    assert cached_reading(data, "tree.yml", tmp_path) == read_source(data, "tree.yml")


def test_a_kept_file_gives_its_warnings(tmp_path: Path) -> None:
    keep(WITH_WARNINGS, tmp_path)

    reading = cached_reading(WITH_WARNINGS, "tree.yml", tmp_path)

    assert reading is not None
    found = {finding.code: finding.place.line for finding in reading.findings}
    summary = WITH_WARNINGS[: WITH_WARNINGS.index(b"Well")].count(b"\n") + 1
    assert found == {"byte-order-mark": 1, "invisible-character": summary}


def test_positions_name_the_file_where_it_is_now(tmp_path: Path) -> None:
    keep(WITH_WARNINGS, tmp_path)

    assert cached_reading(WITH_WARNINGS, "moved/tree.yml", tmp_path) == read_source(WITH_WARNINGS, "moved/tree.yml")


def test_another_content_is_another_tree(tmp_path: Path) -> None:
    keep(DRAGON, tmp_path)

    assert cached_reading(DRAGON + b"# more\n", "tree.yml", tmp_path) is None


def test_a_change_of_the_engine_makes_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    (engine / "model.py").write_text("one")
    monkeypatch.setattr(kept, "_PACKAGE", engine)
    folder = tmp_path / "trees"
    keep(DRAGON, folder)
    assert cached_reading(DRAGON, "tree.yml", folder) is not None

    (engine / "model.py").write_text("two")
    kept._reader.cache_clear()

    assert cached_reading(DRAGON, "tree.yml", folder) is None


def test_another_version_of_what_reads_makes_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(DRAGON, tmp_path)

    monkeypatch.setattr(kept, "version", lambda name: "2" if name == "nh3" else "1")
    kept._reader.cache_clear()

    assert cached_reading(DRAGON, "tree.yml", tmp_path) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"dragon-snack", b"dragon-snake"),
        lambda content: b"\xff\xfe" + content,
        lambda content: content.partition(b"\n")[2],
    ],
)
def test_a_damaged_file_counts_for_nothing_and_is_written_again(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    file = keep(DRAGON, tmp_path)
    whole = file.read_bytes()

    file.write_bytes(damage(whole))

    assert cached_reading(DRAGON, "tree.yml", tmp_path) is None
    store_reading(read_source(DRAGON, "tree.yml"), tmp_path)
    assert file.read_bytes() == whole


@pytest.mark.parametrize("name", ["unknown-fields", "everything-at-once"])
def test_what_has_errors_in_its_writing_is_not_kept(tmp_path: Path, name: str) -> None:
    store_reading(read_source((TREES / "broken" / f"{name}.yml").read_bytes(), name), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_those_kept_first_give_way(tmp_path: Path) -> None:
    contents = [DRAGON + f"# {number}\n".encode() for number in range(MOST + 2)]
    for content in contents:
        store_reading(read_source(content, "tree.yml"), tmp_path)

    assert len(list(tmp_path.iterdir())) == MOST
    assert cached_reading(contents[0], "tree.yml", tmp_path) is None
    assert cached_reading(contents[-1], "tree.yml", tmp_path) is not None


def test_a_folder_that_can_not_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    store_reading(read_source(DRAGON, "tree.yml"), tmp_path / "file")

    assert cached_reading(DRAGON, "tree.yml", tmp_path / "file") is None
