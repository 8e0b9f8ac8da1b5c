"""The MkDocs plugin in a site elsewhere: what each option adds, and what a broken tree does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from built_site import SITE, read
from fingerpost.site import browser_files
from small_site import PAGE, TREE, build, write_site

SETTINGS = """\
site_name: Snacks
theme: {name: material, font: false}
plugins: [search, fingerpost]
"""

STYLES = "@font-face { src: url('../fonts/a.woff2'), url(data:font/woff2;base64,AA) }\n/* why */\nbody { color: red }\n"

HAS: dict[str, Callable[[Path], bool]] = {
    "engine": lambda site: set(browser_files.for_engine()) <= assets_of(site) and "links-only" not in page_of(site),
    "join": lambda site: [name.rpartition("/")[2] for name in loaded_by(site)] == ["site.css", "site.mjs"],
    "policy": lambda site: "Content-Security-Policy" in page_of(site),
    "theme_fixes": lambda site: '<th scope="row">c</th>' in page_of(site),
    "search_words": lambda site: "stopWordFilter(word" in next(site.rglob("search.*.min.js")).read_text(),
    "offline": lambda site: (site / "service-worker.js").is_file() and 'rel="manifest"' in page_of(site),
}
"""How to see that a step has been taken."""


def page_of(site: Path) -> str:
    """Return the page with the tree."""
    return (site / "index.html").read_text(encoding="utf-8")


def assets_of(site: Path) -> set[str]:
    """Return the names of this package's files."""
    return {file.name for file in (site / "assets" / "fingerpost").iterdir()}


def loaded_by(site: Path) -> list[str]:
    """Return the style sheets and modules of the page that are not the theme's."""
    found = re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"', page_of(site))
    return [address for address in found if "assets/fingerpost/" in address or "own" in address]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose settings name nothing but the plugin."""
    folder = tmp_path_factory.mktemp("everything")
    write_site(folder, SETTINGS)
    status, printed = build(folder, "--strict")
    assert status == 0, printed
    return folder / "site"


def test_the_name_of_the_plugin_is_enough(everything: Path) -> None:
    assert read(page_of(everything)).one("decision-tree").attributes["tree"] == "snack"
    assert (everything / "assets" / "fingerpost" / "trees" / "snack.json").is_file()
    assert {name for name, has in HAS.items() if has(everything)} == set(HAS)


@pytest.mark.parametrize("name", HAS)
def test_each_step_can_be_turned_off_by_itself(tmp_path: Path, name: str) -> None:
    write_site(tmp_path, SETTINGS.replace("fingerpost]", f"{{fingerpost: {{{name}: false}}}}]"))

    status, printed = build(tmp_path, "--strict")

    assert status == 0, printed
    assert {step for step, has in HAS.items() if has(tmp_path / "site")} == set(HAS) - {name}


def test_a_site_without_the_engine_has_none_of_its_files(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS.replace("fingerpost]", "{fingerpost: {engine: false}}]"))

    status, printed = build(tmp_path, "--strict")

    assert status == 0, printed
    site = tmp_path / "site"
    assert assets_of(site).isdisjoint(browser_files.for_engine())
    assert {"site.mjs", "site.css"} <= assets_of(site)
    kept_offline = (site / "service-worker.js").read_text(encoding="utf-8")
    assert "assets/fingerpost/site.mjs" in kept_offline
    assert [name for name in browser_files.for_engine() if f"assets/fingerpost/{name}" in kept_offline] == []
    assert "links-only" in read(page_of(site)).one("decision-tree").attributes


def test_trees_and_templates_are_cached_unless_the_site_says_otherwise(everything: Path, tmp_path: Path) -> None:
    cache = everything.parent / ".cache" / "plugin" / "fingerpost"
    assert list(cache.glob("*.json"))
    assert list(cache.glob("templates-*/*"))

    write_site(tmp_path, SETTINGS.replace("fingerpost]", "{fingerpost: {cache_dir: ''}}]"))
    status, printed = build(tmp_path, "--strict")

    assert status == 0, printed
    assert not (tmp_path / ".cache").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("policy: maybe", "Expected type: <class 'bool'> but received: <class 'str'>"),
        ("polity: false", "Unrecognised configuration name: polity"),
        ("ignore: [yaml-11]", "there is no finding 'yaml-11'. Did you mean 'yaml-1-1'?"),
        ("ignore: [cycle]", "'cycle' is an error. Only warnings can be ignored."),
    ],
)
def test_a_wrong_option_is_reported(tmp_path: Path, option: str, said: str) -> None:
    write_site(tmp_path, SETTINGS.replace("fingerpost]", f"{{fingerpost: {{{option}}}}}]"))

    status, printed = build(tmp_path, "--strict")

    assert status == 1
    assert f"Plugin 'fingerpost' option '{option.partition(':')[0]}': {said}" in printed
    assert "Traceback" not in printed


def test_warnings_can_be_left_out(tmp_path: Path) -> None:
    unquoted = TREE.replace('"yes":', "yes:")
    write_site(tmp_path, SETTINGS, tree=unquoted)
    assert "docs/tree.yml:10:7: warning: yaml-1-1: " in build(tmp_path)[1]

    (tmp_path / "mkdocs.yml").write_text(
        SETTINGS.replace("fingerpost]", "{fingerpost: {cache_dir: '', ignore: [yaml-1-1]}}]"), encoding="utf-8"
    )
    status, printed = build(tmp_path)

    assert (status, "yaml-1-1" in printed) == (0, False)


def test_every_broken_tree_stops_the_build_with_all_findings(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS, tree=TREE.replace("go: sheep", "go: sheap"))
    other = TREE.replace("go: nap", "go: nab").replace("id: ", "id: other-", 1)
    (tmp_path / "docs" / "other.yml").write_text(other, encoding="utf-8")
    (tmp_path / "docs" / "other.md").write_text(PAGE.replace("tree.yml", "other.yml"), encoding="utf-8")
    for name in ("nap", "sheep"):
        page = PAGE.replace("tree: tree.yml", "tree: tree.yml\nshow: everything")
        (tmp_path / "docs" / f"{name}.md").write_text(page, encoding="utf-8")

    status, printed = build(tmp_path)

    assert status == 1
    assert "Traceback" not in printed
    # Each at the beginning of its line, where editors find the place.
    found = re.findall(r"^docs/(\w+)\.\w+:\d+:\d+: error: ([a-z-]+): \S", printed, re.MULTILINE)
    assert sorted(found) == [
        ("nap", "bad-block"),
        ("other", "missing-target"),
        ("sheep", "bad-block"),
        ("tree", "missing-target"),
    ]
    assert re.search(r"^ERROR .* have 4 errors, listed above\.$", printed, re.MULTILINE)
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_warning_begins_its_line_and_is_quiet_when_all_is(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS, tree=re.sub(r"\n  peep: .*", "", TREE))
    warning = re.compile(r"^docs/tree\.yml:\d+:\d+: warning: uncovered-way: \S", re.MULTILINE)

    status, printed = build(tmp_path, "--strict")

    assert status == 0, printed
    assert warning.search(printed)
    assert not warning.search(build(tmp_path, "--quiet")[1])


def test_two_trees_of_one_id_stop_the_build(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS)
    (tmp_path / "docs" / "other.yml").write_text(TREE.replace("go: nap", "go: sheep", 1), encoding="utf-8")
    (tmp_path / "docs" / "other.md").write_text(PAGE.replace("tree.yml", "other.yml"), encoding="utf-8")

    status, printed = build(tmp_path)

    assert status == 1
    assert (
        len(re.findall(r"docs/\w+\.yml:\d+:\d+: error: same-tree-id: The tree in docs/\w+\.yml also has", printed)) == 1
    )


def test_a_page_that_lacks_the_questions_that_answers_lead_to_stops_the_build(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS)
    (tmp_path / "docs" / "index.md").rename(tmp_path / "docs" / "snack.md")

    status, printed = build(tmp_path)

    assert status == 1
    line = next(line for line in printed.splitlines() if line.startswith("docs/snack.md:"))
    assert re.fullmatch(
        r"docs/snack\.md:\d+:1: error: bad-block: The answers lead to the page 'index\.md', which does not show the "
        r"questions of this tree\. Add a line 'page: snack\.md' to each block of this tree\.",
        line,
    )


def test_a_style_attribute_stops_the_build_and_says_how_to_go_on(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS)
    (tmp_path / "docs" / "nap.md").write_text('# A nap\n\n<p style="color: red">zzz</p>\n', encoding="utf-8")

    status, printed = build(tmp_path)

    assert status == 1
    assert re.search(r"nap/index\.html:\d+: <p style=\"color: red\">", printed)
    assert "'policy: false'" in printed


def test_fonts_from_elsewhere_are_reported_since_the_policy_refuses_them(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS.replace(", font: false", ""))

    status, printed = build(tmp_path)

    assert status == 0
    assert re.search(r"WARNING .*refuses what pages load from fonts\.googleapis\.com", " ".join(printed.split()))


def test_the_styles_of_the_site_follow_those_of_the_element_in_one_file(tmp_path: Path) -> None:
    """Addresses in them count from the new place."""
    write_site(tmp_path, SETTINGS + "extra_css: [css/own.css, 'https://other.example/a.css']\n")
    (tmp_path / "docs" / "css").mkdir()
    (tmp_path / "docs" / "css" / "own.css").write_text(STYLES, encoding="utf-8")

    status, printed = build(tmp_path)

    assert status == 0, printed
    site = tmp_path / "site"
    joined = (site / "assets" / "fingerpost" / "site.css").read_text(encoding="utf-8")
    assert joined.endswith('@font-face{src:url("../../fonts/a.woff2"),url(data:font/woff2;base64,AA)}body{color:red}\n')
    assert not (site / "css").exists()
    assert "https://other.example/a.css" in page_of(site)


def test_a_style_sheet_that_imports_another_can_not_be_joined(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS + "extra_css: [own.css]\n")
    (tmp_path / "docs" / "own.css").write_text('@import "other.css";', encoding="utf-8")

    status, printed = build(tmp_path)

    assert status == 1
    assert "own.css imports another style sheet" in " ".join(printed.split())
    assert "'join: false'" in printed


def test_missing_browser_files_stop_the_build_with_the_command_that_makes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_site(tmp_path, SETTINGS)
    monkeypatch.setattr(browser_files, "_FOLDER", tmp_path / "not-made")

    with pytest.raises(Abort):
        build_site(load_config(str(tmp_path / "mkdocs.yml")))
    assert "make them in a copy of the repository with `python3 scripts/runtime.py`" in caplog.text


@pytest.mark.parametrize("package", ["rcssmin", "nh3", "ruamel.yaml"])
def test_a_missing_package_stops_the_build_with_the_extra_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    write_site(tmp_path, SETTINGS)
    # Python reads this file at each start. An import of a module that is None fails as one of a missing module does.
    hook = f"import sys\nsys.modules[{package!r}] = None\n"
    (tmp_path / "sitecustomize.py").write_text(hook, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    status, printed = build(tmp_path)

    assert status == 1
    said = " ".join(printed.split())
    assert f"({package}). Install them with: pip install 'fingerpost[build]'" in said
    assert "Traceback" not in printed


def test_files_of_an_earlier_version_are_not_published(tmp_path: Path) -> None:
    write_site(tmp_path, SETTINGS)
    old = tmp_path / "docs" / "assets" / "fingerpost"
    old.mkdir(parents=True)
    for name in ("old.mjs", "manifest.json"):
        (old / name).write_text("old", encoding="utf-8")

    status, printed = build(tmp_path, "--strict")

    assert status == 0, printed
    published = tmp_path / "site" / "assets" / "fingerpost"
    assert not (published / "old.mjs").exists()
    assert (published / "manifest.json").read_bytes() == (browser_files.folder() / "manifest.json").read_bytes()


def test_plain_mkdocs_makes_the_same_site_as_the_command(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    status, printed = build(root, "--strict", "--site-dir", str(tmp_path))

    assert status == 0, printed
    made, plain = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (SITE, tmp_path)
    )
    # Apart from the file that holds the time at which it was packed.
    del made[Path("sitemap.xml.gz")], plain[Path("sitemap.xml.gz")]
    assert {name for name in made | plain if made.get(name) != plain.get(name)} == set()
