"""`fingerpost plan`: the forms of a plan, two plans in one, and what can't be opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import DRAGON, Run
from fingerpost.check.sound import read
from fingerpost.plan.forms import FORMS
from fingerpost.plan.model import Need, Plan
from fingerpost.plan.writing import text_of

YES = "dragon-snack?hungry=yes"


def saved(folder: Path, name: str, *needs: Need, title: str = "") -> str:
    tree = read(DRAGON)
    file = folder / name
    file.write_text(text_of(Plan(tree.id, tree.edition, title, needs)), encoding="utf-8")
    return str(file)


@pytest.fixture
def ours(tmp_path: Path) -> str:
    return saved(tmp_path, "ours.json", Need("a", "Feed it", link=YES), title="Dragons")


@pytest.fixture
def theirs(tmp_path: Path) -> str:
    return saved(tmp_path, "theirs.json", Need("a", "Wash it", link=YES), Need("b", "Pet it", link=YES))


def test_a_plan_is_written_as_markdown(run: Run, ours: str) -> None:
    status, out, err = run("plan", DRAGON, ours, "--date", "2026-05-01")

    assert (status, err) == (0, "")
    assert out.startswith("---\ndate: 2026-05-01\n---\n\n# Dragons\n")
    assert "## Need 1: Feed it" in out


@pytest.mark.parametrize("form", FORMS)
def test_every_form_can_be_written_into_a_file(run: Run, ours: str, tmp_path: Path, form: str) -> None:
    file = tmp_path / "plan.out"

    assert run("plan", DRAGON, ours, "--format", form, "-o", str(file)) == (0, "", "")
    assert "dragon" in file.read_text(encoding="utf-8").lower() or form == "svg"


def test_a_link_is_written_and_opened(run: Run, ours: str) -> None:
    _, link, _ = run("plan", DRAGON, ours, "--format", "link")
    _, again, _ = run("plan", DRAGON, f"https://example.org/plan/#{link.strip()}", "--format", "json")

    assert json.loads(again)["needs"][0]["need"] == "Feed it"


def test_plans_are_merged(run: Run, ours: str, theirs: str) -> None:
    status, out, _ = run("plan", DRAGON, "--merge", ours, theirs)

    assert status == 0
    assert [need["need"] for need in json.loads(out)["needs"]] == ["Feed it", "Wash it (from the file)", "Pet it"]


def test_several_plans_need_the_option(run: Run, ours: str, theirs: str) -> None:
    assert run("plan", DRAGON, ours, theirs) == (2, "", "fingerpost plan: several plans need --merge.\n")


def test_what_is_left_out_is_told(run: Run, tmp_path: Path, ours: str) -> None:
    data = json.loads(Path(ours).read_text(encoding="utf-8"))
    data["needs"].append("nothing")
    file = tmp_path / "spoilt.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    status, out, err = run("plan", DRAGON, str(file))

    assert status == 0
    assert "Feed it" in out
    assert err == f"{file}: Part of the plan could not be read, so it was left out: need 2.\n"


@pytest.mark.parametrize("content", [b"{}", b"\xff\xfe", b"<html>"])
def test_what_is_no_plan_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "no-plan.json"
    file.write_bytes(content)
    status, out, err = run("plan", DRAGON, str(file))

    assert (status, out) == (1, "")
    assert err.startswith(f"{file}: ")


def test_a_file_that_cannot_be_written_is_told(run: Run, ours: str, tmp_path: Path) -> None:
    status, _, err = run("plan", DRAGON, ours, "-o", str(tmp_path / "no" / "plan.md"))

    assert status == 2
    assert "The file can't be written" in err
