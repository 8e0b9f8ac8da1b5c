"""The HTML that shows a tree on another site, its policy, and the manifest of the element."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest

from fingerpost.cli import main
from fingerpost.site import browser_files
from fingerpost.site.embedding import embedding, integrity
from project.paths import ENGINE
from runtime.embedding import in_shadow_root

WEB = ENGINE / "web"
MANIFEST: dict[str, Any] = json.loads((WEB / "embed" / "custom-elements.json").read_text(encoding="utf-8"))
(ELEMENT,) = MANIFEST["modules"][0]["declarations"]


def names(kind: str) -> set[str]:
    """Return the names that the manifest has of a kind."""
    listed = [part["name"] for part in ELEMENT[kind]]
    assert len(listed) == len(set(listed))
    assert all(part["description"].endswith(".") for part in ELEMENT[kind])
    return set(listed)


def scripts() -> str:
    """Return the text of all modules that can be part of the element."""
    return "".join(path.read_text("utf-8") for path in sorted((WEB / "embed").rglob("*.mjs"))) + "".join(
        path.read_text("utf-8") for path in sorted((WEB / "element").rglob("*.mjs"))
    )


def sheets() -> str:
    """Return the text of the style sheets."""
    paths = [*sorted((WEB / "element").rglob("*.css")), *sorted((WEB / "embed").rglob("*.css"))]
    return "".join(path.read_text("utf-8") for path in paths)


def test_the_manifest_has_the_properties_that_the_style_sheets_read() -> None:
    assert names("cssProperties") == set(re.findall(r"--fp-[a-z-]+", sheets()))


def test_the_manifest_has_the_parts_that_the_script_names() -> None:
    table = re.search(r"PARTS = \{(.*?)\n\};", (WEB / "embed" / "parts.mjs").read_text("utf-8"), re.DOTALL)
    assert table is not None
    named = set(re.findall(r"^  (\w+):", table[1], re.MULTILINE))

    assert names("cssParts") == named | {"link"}


def test_the_manifest_has_the_attributes_that_the_script_reads() -> None:
    own = "".join(path.read_text("utf-8") for path in sorted((WEB / "embed").glob("*.mjs")))
    read = set(re.findall(r'(?:this|#host)\.(?:has|get)Attribute\("([a-z-]+)"\)', own))

    # The element in the shadow root has `tree`, and pages of the site.
    assert names("attributes") == read - {"tree"}


def test_the_manifest_has_the_events_with_their_details() -> None:
    told = {f"decision-tree:{what}" for what in re.findall(r'tell\(this, "(\w+)"', scripts())}

    assert names("events") == told
    assert ELEMENT["tagName"] == "decision-tree"


def test_the_manifest_goes_out_beside_the_script() -> None:
    published = browser_files.folder() / "custom-elements.json"

    assert json.loads(published.read_text(encoding="utf-8")) == MANIFEST


@pytest.mark.parametrize(
    ("page", "inside"),
    [
        (":root .fp-ask{color:red}", ":host .fp-ask{color:red}"),
        ("body{--fp-ink:red}", ":host{--fp-ink:red}"),
        (".a{margin:0 1.5rem -.2rem .1rem}", ".a{margin:0 calc(1.5*var(--fp-rem)) calc(-.2*var(--fp-rem)) "
         "calc(.1*var(--fp-rem))}"),
        (":host{--fp-rem:max(1.25rem,20px);top:1rem}", ":host{--fp-rem:max(1.25rem,20px);top:calc(1*var(--fp-rem))}"),
        (".tbody{top:1em}@media (min-width:48em){body{top:0}}", ".tbody{top:1em}@media (min-width:48em){:host{top:0}}"),
    ],
)  # fmt: skip
def test_a_style_sheet_of_pages_becomes_one_for_a_shadow_root(page: str, inside: str) -> None:
    assert in_shadow_root(page) == inside


def test_no_rule_of_the_embedded_sheet_is_for_what_a_shadow_root_lacks() -> None:
    script = (browser_files.folder() / "embed.mjs").read_text(encoding="utf-8")

    assert ":host .fp-ask" in script
    assert re.findall(r":root\b|[{},]body\{", script) == []
    # The only one is the length that stands for all others.
    assert re.findall(r"[\d.]+rem\b", script) == ["1.25rem"]


def test_the_lines_name_the_script_and_the_page() -> None:
    shown = embedding("https://example.org/guide", "choose/#a&b")

    assert shown.html() == (
        '<script type="module" src="https://example.org/guide/assets/fingerpost/embed.mjs"></script>\n'
        '<decision-tree src="https://example.org/guide/choose/#a&amp;b">'
        '<a href="https://example.org/guide/choose/#a&amp;b">https://example.org/guide/choose/#a&amp;b</a>'
        "</decision-tree>"
    )
    assert shown.policy == (
        "script-src https://example.org 'wasm-unsafe-eval'; connect-src https://example.org; worker-src blob:; "
        "img-src https://example.org"
    )


@pytest.mark.parametrize(
    ("site", "page", "fault"),
    [
        ("guide", "choose/", "'guide' is not the address of a site. Write it whole, such as 'https://example.org/guide/'."),
        ("file:///guide/", "choose/", "'file:///guide/' is not the address of a site. Write it whole, such as "
         "'https://example.org/guide/'."),
        ("https://[", "choose/", "'https://[' is not the address of a site. Write it whole, such as "
         "'https://example.org/guide/'."),
        ("https://a.example/", "https://b.example/", "'https://b.example/' is not on https://a.example. The script "
         "shows trees of its own site only."),
    ],
)  # fmt: skip
def test_what_can_not_be_embedded_is_refused(
    capsys: pytest.CaptureFixture[str], site: str, page: str, fault: str
) -> None:
    assert main(["embed", site, page]) == 2
    assert capsys.readouterr().err == f"{fault}\n"


def test_the_digest_is_that_of_the_script(capsys: pytest.CaptureFixture[str]) -> None:
    script = (browser_files.folder() / "embed.mjs").read_bytes()
    digest = f"sha384-{base64.b64encode(hashlib.sha384(script).digest()).decode()}"

    assert integrity() == digest
    assert main(["embed", "https://a.example/", "choose/", "--integrity"]) == 0
    assert f' integrity="{digest}" crossorigin="anonymous"></script>' in capsys.readouterr().out
    assert main(["embed", "https://a.example/", "choose/", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["integrity"] == digest
    assert "integrity" not in shown["html"]
