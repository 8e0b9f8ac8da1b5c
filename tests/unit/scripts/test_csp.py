"""The Content-Security-Policy is written into every page, or the build says which page it cannot protect."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from project.csp import PLACEHOLDER, apply
from project.progress import StepError

META = f'<meta http-equiv="Content-Security-Policy" content="{PLACEHOLDER}">'


def site_of(folder: Path, **pages: str) -> Path:
    """Write pages by name; each has a place for the policy unless it says otherwise."""
    for name, content in pages.items():
        (folder / f"{name}.html").write_text(f"<head>{META}</head>{content}")
    return folder


def source_of(code: str) -> str:
    """Return the source expression that allows inline code."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def policies(site: Path) -> set[str]:
    """Return the policies of all pages."""
    return {page.read_text().split('content="')[1].split('"')[0] for page in site.glob("*.html")}


def refusal(site: Path) -> str:
    """Return why a site cannot be protected."""
    with pytest.raises(StepError) as refused:
        apply(site)
    return refused.value.problem


def test_every_page_gets_one_policy_with_the_hashes_of_all(tmp_path: Path) -> None:
    site = site_of(
        tmp_path, one="<script>go(1)</script>", two="<script>\n go(2) < 3\n</script><style>a { b: c }</style>"
    )

    apply(site)

    (policy,) = policies(site)
    directives = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    assert {source_of("go(1)"), source_of("\n go(2) < 3\n")} < set(directives["script-src"])
    assert set(directives["style-src"]) == {"'self'", source_of("a { b: c }")}
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy


def test_what_is_no_inline_script_has_no_hash(tmp_path: Path) -> None:
    site = site_of(tmp_path, one='<script src="a.js"></script><script type="application/json">{"a": 1}</script>')

    apply(site)

    assert "sha256" not in policies(site).pop()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('<p style="color: red">', "<p style="),
        ('<img src="x" onerror="alert(1)">', "<img onerror="),
        ('<a href=" JavaScript:alert(1)">', "<a href="),
        ("<svg onload=alert(1)>", "<svg onload="),
    ],
)
def test_what_no_hash_can_allow_stops_the_build_with_its_place(tmp_path: Path, content: str, told: str) -> None:
    assert f"one.html:2: {told}" in refusal(site_of(tmp_path, one=f"\n{content}"))


def test_everything_is_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    site = site_of(tmp_path, one='<p style="a">', two='<p style="b">', three="")
    before = {page: page.read_text() for page in site.glob("*.html")}

    problem = refusal(site)

    assert ("one.html" in problem, "two.html" in problem, "three.html" in problem) == (True, True, False)
    assert {page: page.read_text() for page in site.glob("*.html")} == before


@pytest.mark.parametrize(("content", "count"), [("", 0), (META + META, 2)])
def test_a_page_without_one_place_for_the_policy_stops_the_build(tmp_path: Path, content: str, count: int) -> None:
    (tmp_path / "page.html").write_text(content)

    assert refusal(tmp_path).endswith(f"page.html: has {count} places for the policy instead of one")


def test_what_was_found_in_a_page_is_remembered_by_its_content(tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, script in ((first, "go(1)"), (second, "go(2)")):
        folder.mkdir()
        site_of(folder, same="<script>stay()</script>", other=f"<script>{script}</script>")

    apply(first, memory)
    remembered = memory.read_text()
    apply(second, memory)

    (policy,) = policies(second)
    assert source_of("stay()") in policy
    assert source_of("go(2)") in policy
    assert source_of("go(1)") not in policy
    memory.write_text(remembered[:-9])
    apply(site_of(second, same="<script>stay()</script>", other="<script>go(3)</script>"), memory)
    assert source_of("go(3)") in policies(second).pop()


def test_what_is_refused_is_refused_again(tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    apply(site_of(tmp_path, one="fine"), memory)
    for _ in range(2):
        site_of(tmp_path, one="<p style='color: red'>")
        with pytest.raises(StepError, match="style"):
            apply(tmp_path, memory)
