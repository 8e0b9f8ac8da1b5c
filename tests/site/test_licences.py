"""All that others have made in the site and in the wheel has an entry with its licence, and nothing else is there."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from built_site import SITE, Element, main_of, page
from fingerpost.site import browser_files
from fingerpost.site.headers.hosts import HOSTS
from licences import in_browser, in_theme
from licences.__main__ import groups
from licences.folder import CHANGES, LIST, published
from licences.part import TEXTS, Part, check
from project.paths import ENGINE, NODE_MODULES, ROOT
from project.progress import StepError

PARTS = [part for group in groups().values() for part in group]
LICENCES = SITE / "about" / "LICENSES"

OUR_OWN = (
    # made by the build of the site
    *("*.html", "404.html", "app.webmanifest", "service-worker.js", "sitemap.xml", "sitemap.xml.gz"),
    "search/search_index.json",
    *(host.file for host in HOSTS.values()),
    # the engine, the page element and the trees
    *(f"assets/fingerpost/{name}" for name in browser_files.FOR_OTHER_SITES),
    *("assets/fingerpost/with-engine.mjs", "assets/fingerpost/snapshots.mjs", "assets/fingerpost/stored-data.mjs"),
    *("assets/fingerpost/plan.mjs", "assets/fingerpost/finder.mjs", "assets/fingerpost/site.mjs"),
    *("assets/fingerpost/site.css", "assets/fingerpost/material-history.js", "assets/fingerpost/manifest.json"),
    *("assets/fingerpost/known-answer.json", "assets/fingerpost/fingerpost-*.whl", "assets/fingerpost/trees/*.json"),
    # the licences, and the bills of materials
    *("assets/fingerpost/LICENSES/*", "about/LICENSES/*"),
    # what is in docs/: pictures, trees, schemas and records
    *("assets/images/favicon.svg", "assets/images/icon-*.png", "assets/images/social-card.png"),
    *("assets/images/performance-*.svg", "examples/plans/*.json"),
    *("choose/*", "authors/trees/*", "authors/*.yml", "plan/*", "reference/*.json", "reference/records/*"),
)
"""The files of our own making, as patterns. A library in a folder of these is no file of theirs: see below."""

CODE = (".js", ".mjs", ".cjs", ".wasm", ".css", ".woff", ".woff2", ".ttf", ".otf", ".zip", ".whl")


def ours(name: str) -> bool:
    """Return whether a file is of our own making; code and typefaces have to be named without the folder's pattern."""
    patterns = [pattern for pattern in OUR_OWN if not (name.endswith(CODE) and pattern.endswith("/*"))]
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def entries_of(name: str) -> list[Part]:
    """Return the parts that say that they are in a file."""
    return [part for part in PARTS if any(fnmatchcase(name, pattern) for pattern in part.files)]


def files() -> list[str]:
    """Return every file of the site."""
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file())


@cache
def the_page() -> Element:
    """Return the page of licences."""
    return main_of(page("about/licences/"))


def test_every_file_of_the_site_is_ours_or_has_an_entry() -> None:
    assert [name for name in files() if not ours(name) and not entries_of(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "assets/javascripts/jquery.min.js",
        "assets/fingerpost/highlight.mjs",
        "assets/javascripts/lunr/min/lunr.de.min.js",
        "assets/stylesheets/extra.css",
        "assets/fonts-of-others/roboto.woff2",
        "choose/chart.js",
        "authors/trees/licence/d3.min.js",
        "picture.png",
    ],
)
def test_a_new_file_of_others_would_be_noticed(name: str) -> None:
    assert not ours(name)
    assert entries_of(name) == []


def test_no_entry_is_for_something_that_is_not_there() -> None:
    names = files()
    idle = [
        (part.title, pattern)
        for part in PARTS
        for pattern in part.files
        if not any(fnmatchcase(name, pattern) for name in names)
    ]

    assert idle == []


def test_the_packages_in_our_own_scripts_have_entries() -> None:
    imported: set[str] = set()
    for file in (ENGINE / "web").rglob("*js"):
        text = file.read_text(encoding="utf-8")
        imported |= set(re.findall(r'(?:^import|\bfrom) "([^"./][^"]*)";$', text, re.MULTILINE))
        imported |= set(re.findall(r'\bimport\("([^"./][^"]*)"\)', text))
    of_the_build = {
        "fingerpost-manifest",
        "fingerpost-styles",
        "fingerpost-plan-styles",
        "fingerpost-stored-data-styles",
    }

    assert imported - of_the_build == {"docx", "fingerpost-pyodide"}
    assert {"docx", "Pyodide"} <= {part.name for part in PARTS}


def test_the_packages_inside_docx_have_entries() -> None:
    code = (NODE_MODULES / "docx" / "dist" / "index.mjs").read_text(encoding="utf-8")
    inside = set(re.findall(r"^// node_modules/((?:@[^/]+/)?[^/]+)/", code, re.MULTILINE))

    assert inside == {"fflate", "nanoid"}
    assert inside <= {part.name for part in PARTS}
    assert "import_events = " in code  # of the package "events", which docx's own builder leaves without a name
    assert "Adapted from stream-browserify 3.0.0" in code


def test_the_packages_inside_the_theme_have_entries() -> None:
    assert set(in_theme.bundled_code()) == set(in_theme.BUNDLED)
    versions = {part.name: part.version for part in PARTS}
    assert {name: version for name, (version, _) in in_theme.BUNDLED.items()}.items() <= versions.items()


def test_other_code_in_the_theme_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(in_theme.BUNDLED, "rxjs", ("7.8.2", "0" * 16))
    monkeypatch.setitem(in_theme.BUNDLED, "gone", ("1.0.0", "0" * 16))

    with pytest.raises(StepError, match="other code of gone, rxjs than"):
        in_theme.parts()


def test_the_icons_are_of_the_sets_that_have_entries() -> None:
    shapes = {"material": "Material Design Icons", "octicons": "Octicons", "fontawesome": "Font Awesome Free"}
    drawn = re.compile(r"""(?<![\w-])d=["']([^"']+)["']""")
    sets = {
        shape: name
        for name, folder in in_theme.icon_sets().items()
        for file in folder.rglob("*.svg")
        for shape in drawn.findall(file.read_text(encoding="utf-8"))
    }
    used: dict[str, set[str]] = {}
    for file in [*SITE.rglob("*.html"), *SITE.rglob("*.css")]:
        for shape in set(drawn.findall(unquote(file.read_text(encoding="utf-8")))) & sets.keys():
            used.setdefault(sets[shape], set()).add(file.relative_to(SITE).as_posix())

    assert used.keys() == shapes.keys()
    by_name = {part.name: part for part in PARTS}
    for name, where in used.items():
        patterns = by_name[shapes[name]].files
        assert [file for file in where if not any(fnmatchcase(file, pattern) for pattern in patterns)] == [], name


def test_versions_are_those_that_the_files_state() -> None:
    module = (browser_files.folder() / in_browser.WASM).read_bytes()
    versions = {part.name: part.version.encode() for part in PARTS}

    assert b"inflate %b Copyright" % versions["zlib"] in module
    assert b"expat_%b\0" % versions["Expat"] in module
    assert b"%b, 6-Sept-2010" % versions["bzip2"] in module
    assert b'"%b"' % versions["Pyodide"] in (browser_files.folder() / "engine-worker.mjs").read_bytes()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.title)
def test_the_page_has_all_about_a_part(part: Part) -> None:
    headings = [heading.seen_text for heading in the_page().all("h3")]
    assert part.title in headings
    lists = dict(zip(headings, list(the_page().all("ul"))[-len(headings) :], strict=True))
    about = lists[part.title].seen_text

    for fact in (part.licence, part.source, *part.copyright):
        assert " ".join(fact.split()) in about, fact
    addresses = {element.attributes.get("href", "") for element in the_page().all("a")}
    for text in part.texts:
        assert f"../LICENSES/{published(text)}" in addresses
        assert (LICENCES / published(text)).read_bytes() == (TEXTS / text).read_bytes()


def test_every_licence_in_the_repository_is_of_a_part() -> None:
    kept = {path.relative_to(TEXTS).as_posix() for path in TEXTS.rglob("*") if path.is_file()} - {LIST}

    assert kept == {text for part in PARTS for text in part.texts}


def test_the_package_names_the_licence_of_every_part() -> None:
    words = re.compile(r"[\w.-]+")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    for part in in_browser.parts():
        chosen = part.licence.partition(" OR ")[0]
        assert set(words.findall(chosen)) <= set(words.findall(project["license"])), part.title


def test_the_licences_travel_with_the_browsers_files() -> None:
    folder = browser_files.folder() / "LICENSES"
    listed = (folder / LIST).read_text(encoding="utf-8")

    for part in in_browser.parts():
        assert part.title in listed
        assert part.source in listed
        for text in part.texts:
            assert (folder / text).read_bytes() == (TEXTS / text).read_bytes()


def test_the_source_of_every_change_to_pyodide_is_published() -> None:
    """The Mozilla Public License asks for the source of changed files, wherever those are published."""
    changes = (browser_files.folder() / "LICENSES" / CHANGES).read_text(encoding="utf-8")
    changed = [*(ROOT / "scripts" / "runtime" / "stand_ins").glob("*pyodide/**/*.py")]
    changed += [ROOT / "scripts" / "runtime" / name for name in ("trimming.py", "shake_module.mjs")]

    assert len(changed) > 6
    for file in changed:
        assert file.read_text(encoding="utf-8").rstrip() in changes, file


def test_a_licence_that_its_package_has_changed_stops_the_build(tmp_path: Path) -> None:
    docx = next(part for part in PARTS if part.name == "docx")
    assert docx.package is not None
    other = tmp_path / "LICENSE"
    other.write_text("Only on Sundays.", encoding="utf-8")
    package = type(docx.package)(docx.package.url, docx.package.version, (), (other,))

    check([docx])
    with pytest.raises(StepError, match="is another one now"):
        check([Part(**{**{name: getattr(docx, name) for name in docx.__dataclass_fields__}, "package": package})])
    with pytest.raises(StepError, match="not found"):
        check([Part("a", "MIT", ("none.txt",), "https://example.org", ())])
