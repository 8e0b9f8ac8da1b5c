"""A stamp holds as long as nothing changed of what the result was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from project import stamps
from project.stamps import Stamp, digest_of, files_under


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one file."""
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "CACHE", tmp_path / ".cache")
    (tmp_path / "docs" / "__pycache__").mkdir(parents=True)
    (tmp_path / "docs" / "page.md").write_text("text")
    (tmp_path / "docs" / "__pycache__" / "page.pyc").write_text("made")
    return tmp_path


def digest(root: Path, *facts: str) -> str:
    """Return the digest of the repository's files."""
    return digest_of([*files_under(root / "docs", root / "nowhere"), root / "other.txt"], *facts)


def test_the_same_files_give_the_same_digest(root: Path) -> None:
    before = digest(root)

    (root / "docs" / "__pycache__" / "page.pyc").write_text("made again")

    assert digest(root) == before


def test_another_content_name_or_fact_gives_another_digest(root: Path) -> None:
    seen = [digest(root), digest(root, "fact"), digest(root, "another fact")]
    (root / "docs" / "page.md").write_text("another text")
    seen.append(digest(root))
    (root / "docs" / "page.md").rename(root / "docs" / "renamed.md")
    seen.append(digest(root))
    (root / "other.txt").write_text("missing")
    seen.append(digest(root))

    assert len(set(seen)) == len(seen)


def test_a_stamp_is_current_only_for_what_it_was_written_for(root: Path) -> None:
    stamp = Stamp("site", digest(root))
    assert not stamp.is_current

    stamp.write()
    assert stamp.is_current
    assert not Stamp("site", digest(root, "fact")).is_current
    assert not Stamp("wheel", digest(root)).is_current

    stamp.remove()
    assert not stamp.is_current


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0" * 64])
def test_a_spoilt_stamp_counts_for_nothing(root: Path, content: bytes) -> None:
    stamp = Stamp("site", digest(root))
    stamp.write()

    (root / ".cache" / "stamps" / "site").write_bytes(content)

    assert not stamp.is_current
