"""Trees that were read before: the same tree again, and none after any change of what it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from example_trees import TREES
from fingerpost.source import cache as kept
from fingerpost.source import read_source
from fingerpost.source.cache import MOST, cached_tree, store_tree

DRAGON = (TREES / "dragon.yml").read_bytes()


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    """Forget what the engine is, before and after each test."""
    kept._reader.cache_clear()
    yield
    kept._reader.cache_clear()


def keep(data: bytes, folder: Path) -> Path:
    """Read and keep a tree; return its file."""
    before = set(folder.glob("*"))
    store_tree(read_source(data, "tree.yml"), folder)
    (file,) = set(folder.glob("*")) - before
    return file


def test_a_kept_tree_is_the_tree_that_was_read(tmp_path: Path) -> None:
    keep(DRAGON, tmp_path)

    assert cached_tree(DRAGON, tmp_path) == read_source(DRAGON, "tree.yml").tree


def test_another_content_is_another_tree(tmp_path: Path) -> None:
    keep(DRAGON, tmp_path)

    assert cached_tree(DRAGON + b"# more\n", tmp_path) is None


def test_a_change_of_the_engine_makes_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    (engine / "model.py").write_text("one")
    monkeypatch.setattr(kept, "_PACKAGE", engine)
    folder = tmp_path / "trees"
    keep(DRAGON, folder)
    assert cached_tree(DRAGON, folder) is not None

    (engine / "model.py").write_text("two")
    kept._reader.cache_clear()

    assert cached_tree(DRAGON, folder) is None


def test_another_version_of_what_reads_makes_it_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(DRAGON, tmp_path)

    monkeypatch.setattr(kept, "version", lambda name: "2" if name == "nh3" else "1")
    kept._reader.cache_clear()

    assert cached_tree(DRAGON, tmp_path) is None


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

    assert cached_tree(DRAGON, tmp_path) is None
    store_tree(read_source(DRAGON, "tree.yml"), tmp_path)
    assert file.read_bytes() == whole


@pytest.mark.parametrize("name", ["unknown-fields", "everything-at-once"])
def test_what_has_errors_in_its_writing_is_not_kept(tmp_path: Path, name: str) -> None:
    store_tree(read_source((TREES / "broken" / f"{name}.yml").read_bytes(), name), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_those_kept_first_give_way(tmp_path: Path) -> None:
    contents = [DRAGON + f"# {number}\n".encode() for number in range(MOST + 2)]
    for content in contents:
        store_tree(read_source(content, "tree.yml"), tmp_path)

    assert len(list(tmp_path.iterdir())) == MOST
    assert cached_tree(contents[0], tmp_path) is None
    assert cached_tree(contents[-1], tmp_path) is not None


def test_a_folder_that_can_not_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    store_tree(read_source(DRAGON, "tree.yml"), tmp_path / "file")

    assert cached_tree(DRAGON, tmp_path / "file") is None
