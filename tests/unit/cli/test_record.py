"""`fingerpost record`: links in a tree's texts have whole addresses, from the address of the page with the tree."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from command_line import Run
from fingerpost.cli import main
from word_files import read_word

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
      "yes":
        label: "Yes"
        go: sheep
        because: "See [sheep](ways/sheep.md#wool), [home](../index.md), [them](snacks/ways/sheep.md) and [it](#snack)."
      "no": {label: "No", go: nap}
outcomes:
  sheep: {title: A sheep, page: snacks/ways/sheep.md, summary: "Not [a nap](nap.pdf), <https://a.example/x.md>."}
  nap: {title: A nap}
"""
ANSWERS = "snack?hungry=yes"


@pytest.fixture
def tree(tmp_path: Path) -> str:
    """A tree in a folder of its documentation folder."""
    docs = tmp_path / "docs"
    for name in ("index.md", "snacks/index.md", "snacks/ways/sheep.md", "snacks/nap.pdf"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("# A page\n\n## Wool\n", encoding="utf-8")
    (docs / "snacks" / "tree.yml").write_text(TREE, encoding="utf-8")
    return str(docs / "snacks" / "tree.yml")


def texts(run: Run, *arguments: str) -> tuple[str, str]:
    """Return the reason and the summary in a record."""
    status, out, err = run("record", *arguments, "--json")
    assert (status, err) == (0, "")
    record = json.loads(out)
    return record["answers"][0]["because"], record["outcome"]["summary"]


@pytest.mark.parametrize(
    ("address", "root", "sheep"),
    [
        ("https://example.org/guide/snacks/", "https://example.org/guide/", "snacks/ways/sheep/"),
        ("https://example.org/guide/snacks", "https://example.org/guide/", "snacks/ways/sheep/"),
        ("https://example.org/guide/snacks/#snack?hungry=no", "https://example.org/guide/", "snacks/ways/sheep/"),
        ("https://example.org/snacks/index.html", "https://example.org/", "snacks/ways/sheep.html"),
        ("https://example.org/guide/snacks/choose.html", "https://example.org/guide/", "snacks/ways/sheep.html"),
    ],
)
def test_links_are_whole(run: Run, tree: str, address: str, root: str, sheep: str) -> None:
    because, summary = texts(run, tree, ANSWERS, "--address", address)

    home = f"{root}index.html" if sheep.endswith(".html") else root
    page = address.partition("#")[0]
    page = page if page.endswith(("/", ".html")) else f"{page}/"
    assert because == f"See sheep ({root}{sheep}#wool), home ({home}), them ({root}{sheep}) and it ({page}#snack)."
    assert summary == f"Not a nap ({root}snacks/nap.pdf), https://a.example/x.md."


def test_every_form_has_them_and_the_page_of_the_outcome(run: Run, tree: str) -> None:
    for form in ("md", "html", "json"):
        out = run("record", tree, ANSWERS, "--address", "https://example.org/snacks/", "--format", form)[1]

        assert "https://example.org/snacks/ways/sheep/#wool" in out.replace("\\", "")
        assert "https://example.org/snacks/ways/sheep/" in out.replace("#wool", "")
        assert ".md)" not in out


def test_the_page_may_be_elsewhere(run: Run, tree: str) -> None:
    because, _ = texts(
        run, tree, ANSWERS, "--address", "https://example.org/guide/food/choose/", "--page", "food/choose.md"
    )

    assert "home (https://example.org/guide/)" in because
    assert "sheep (https://example.org/guide/snacks/ways/sheep/#wool)" in because


def test_the_documentation_folder_may_have_another_name(run: Run, tree: str) -> None:
    docs = Path(tree).parents[1]
    content = docs.rename(docs.parent / "content")
    moved = str(content / "snacks" / "tree.yml")
    address = ("--address", "https://example.org/guide/snacks/")

    because, _ = texts(run, moved, ANSWERS, *address, "--docs", str(content))
    assert "home (https://example.org/guide/)" in because

    # Without the option, links beside the tree are still right.
    because, summary = texts(run, moved, ANSWERS, *address)
    assert "sheep (https://example.org/guide/snacks/ways/sheep/#wool)" in because
    assert "(https://example.org/guide/snacks/nap.pdf)" in summary


@pytest.mark.parametrize("option", ["--page", "--docs"])
def test_without_an_address_they_count_from_the_page_that_is_named(run: Run, tree: str, option: str) -> None:
    named = {"--page": "snacks/index.md", "--docs": str(Path(tree).parents[1])}

    because, summary = texts(run, tree, ANSWERS, option, named[option])

    assert because == "See sheep (ways/sheep/#wool), home (../), them (ways/sheep/) and it (#snack)."
    assert summary == "Not a nap (nap.pdf), https://a.example/x.md."


def test_without_an_address_they_stay_as_the_author_wrote_them(run: Run, tree: str) -> None:
    because, summary = texts(run, tree, ANSWERS)

    assert because.startswith("See sheep (ways/sheep.md#wool), home (../index.md)")
    assert summary == "Not a nap (nap.pdf), https://a.example/x.md."


@pytest.mark.parametrize("form", ["docx", "nhs.docx"])
def test_a_word_file_is_written_to_a_file_or_to_the_standard_output(
    tree: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    file = tmp_path / "record.docx"

    assert main(["record", tree, ANSWERS, "--format", form, "--output", str(file)]) == 0
    assert capsysbinary.readouterr() == (b"", b"")
    assert main(["record", tree, ANSWERS, "--format", form]) == 0
    assert read_word(capsysbinary.readouterr().out).paragraphs == read_word(file.read_bytes()).paragraphs


def test_no_terminal_shows_the_bytes_of_a_word_file(tree: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fingerpost.cli.commands.record.sys.stdout.isatty", lambda: True, raising=False)

    status, out, err = run("record", tree, ANSWERS, "--format", "docx")

    assert (status, out, err) == (2, "", "fingerpost record: a Word file needs --output.\n")


def test_a_text_is_written_to_a_file(tree: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "record.md"

    assert run("record", tree, ANSWERS, "--format", "nhs", "-o", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8") == run("record", tree, ANSWERS, "--format", "nhs")[1]


def test_a_file_that_cannot_be_written_is_named(tree: str, run: Run, tmp_path: Path) -> None:
    status, _, err = run("record", tree, ANSWERS, "--format", "docx", "-o", str(tmp_path))

    assert status == 2
    assert err.startswith(f"{tmp_path}: The file can't be written: ")


def test_without_its_library_word_names_the_extra(tree: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    status, out, err = run("record", tree, ANSWERS, "--format", "docx")

    assert (status, out) == (2, "")
    assert err.endswith("Install them with: pip install 'fingerpost[word]'\n")
