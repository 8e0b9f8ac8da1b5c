"""The theme's templates as MkDocs gets them: compiled by the last build where they would be the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from jinja2.bccache import Bucket

from project.mkdocs_hooks.quicker import KeptTemplates, WithoutHidden


class Counted(KeptTemplates):
    """Counts what had to be compiled."""

    compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Count a template and keep it."""
        self.compiled += 1
        super().dump_bytecode(bucket)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template that was compiled, and kept, by an earlier build."""
    file = tmp_path / "theme" / "page.html"
    file.parent.mkdir()
    file.write_text("Hello {{ name }}")
    assert rendered(file) == ("Hello you", 1)
    return file


def rendered(file: Path, version: str = "1") -> tuple[str, int]:
    """Return what another build makes of the template, and how many it compiled for that."""
    cache = Counted(file.parents[1] / "kept", version)
    environment = Environment(loader=FileSystemLoader(file.parent), bytecode_cache=cache, autoescape=True)
    return environment.get_template(file.name).render(name="you"), cache.compiled


def test_a_template_is_compiled_once(template: Path) -> None:
    assert rendered(template) == ("Hello you", 0)


def test_a_changed_template_is_compiled_again(template: Path) -> None:
    template.write_text("Goodbye {{ name }}")

    assert rendered(template) == ("Goodbye you", 1)
    assert rendered(template) == ("Goodbye you", 0)


def test_other_settings_compile_it_again_and_leave_nothing_of_the_others(template: Path) -> None:
    assert rendered(template, "2") == ("Hello you", 1)

    assert [folder.name for folder in (template.parents[1] / "kept").iterdir()] == ["2"]


@pytest.mark.parametrize("length", [0, 1, 32, 40, -1])
def test_a_damaged_file_counts_for_nothing_and_is_written_again(template: Path, length: int) -> None:
    (file,) = (path for path in (template.parents[1] / "kept").rglob("*") if path.is_file())
    whole = file.read_bytes()

    file.write_bytes(whole[:length])

    assert rendered(template) == ("Hello you", 1)
    assert file.read_bytes() == whole


def test_only_what_is_in_hidden_folders_is_not_listed(tmp_path: Path) -> None:
    folders = (tmp_path / "ours", tmp_path / "theirs")
    for folder, name in zip((*folders, *folders), ("page.html", "a/b/x.css", ".icons/ours.svg", "a/.y/z"), strict=True):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")

    listed = WithoutHidden(folders).list_templates()

    everything = FileSystemLoader(folders).list_templates()
    assert listed == [name for name in everything if not name.startswith(".icons") and "/." not in name]
    assert listed == ["a/b/x.css", "page.html"]
