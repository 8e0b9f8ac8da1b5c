"""The parts of others that only a built site has: its theme with what that contains, the icons, and the typeface."""

import hashlib
import json
import re
from pathlib import Path

from licences.packages import of_npm, of_pypi
from licences.part import Part
from project.paths import VENV
from project.progress import StepError

SCRIPTS = "assets/javascripts/bundle.*.min.js"
SEARCH = "assets/javascripts/workers/search.*.min.js"
STYLES = "assets/stylesheets/main.*.min.css"
PALETTE = "assets/stylesheets/palette.*.min.css"
PICTURE = "assets/images/favicon.png"
PAGES = "*.html"
_CODE = (SCRIPTS, SEARCH, STYLES, PALETTE)

_MATERIAL = "mkdocs-material"
_FONT = "@fontsource-variable/atkinson-hyperlegible-next"

# The packages in the theme's scripts, by their versions. Its source maps have their code but no versions: each digest
# is that of the code of this very version, so that an update of the theme is noticed.
BUNDLED = {
    "clipboard": ("2.0.11", "f90644e6807d4c0f"),
    "escape-html": ("1.0.3", "346944aff9417c0e"),
    "focus-visible": ("5.2.1", "7ab5653470d41d10"),
    "lunr": ("2.3.9", "5c85a4f3469b394a"),
    "rxjs": ("7.8.2", "25e1d7f8313deda2"),
    "tslib": ("2.7.0", "cbb7fe0db2f80363"),
}

_IN_NODE_MODULES = re.compile(r"node_modules/(?P<package>(?:@[^/]+/)?[^/]+)/(?P<path>.*)")


def parts() -> list[Part]:
    """Return the parts, each after the one that contains it.

    Raises:
        StepError: The theme contains other packages than those that are named here.
    """
    _check_bundled()
    package = of_pypi(_MATERIAL)
    theme = f"Material for MkDocs {package.version}"
    font = of_npm(_FONT)
    return [
        Part(
            "Material for MkDocs",
            "MIT",
            ("site/mkdocs-material-MIT.txt",),
            "https://github.com/squidfunk/mkdocs-material",
            (PAGES, PICTURE, *_CODE, *(f"{file}.map" for file in _CODE)),
            package.version,
            package=package,
            changed="Some templates have changes. The search leaves out words that no page is about.",
        ),
        _bundled("clipboard", "MIT", "clipboard-MIT.txt", "https://github.com/zenorocha/clipboard.js", theme),
        _bundled("escape-html", "MIT", "escape-html-MIT.txt", "https://github.com/component/escape-html", theme),
        _bundled(
            "focus-visible",
            "W3C-20150513",
            "focus-visible-W3C-20150513.txt",
            "https://github.com/WICG/focus-visible",
            theme,
            holders=("Copyright (c) the Web Platform Incubator Community Group and its contributors",),
        ),
        _bundled("lunr", "MIT", "lunr-MIT.txt", "https://github.com/olivernn/lunr.js", theme, file=SEARCH),
        _bundled("rxjs", "Apache-2.0", "rxjs-Apache-2.0.txt", "https://github.com/ReactiveX/rxjs", theme),
        _bundled("tslib", "0BSD", "tslib-0BSD.txt", "https://github.com/microsoft/tslib", theme),
        Part(
            "material-design-color",
            "MIT",
            ("site/material-design-color-MIT.txt",),
            "https://github.com/mrmlnc/material-color",
            (STYLES, PALETTE),
            inside=theme,
        ),
        Part(
            "Material Design Icons",
            "Apache-2.0",
            ("site/material-design-icons-Apache-2.0.txt",),
            "https://github.com/Templarian/MaterialDesign",
            (PAGES, STYLES),
            inside=theme,
            holders=("Copyright (c) Pictogrammers and Google",),
        ),
        Part(
            "Octicons",
            "MIT",
            ("site/octicons-MIT.txt",),
            "https://github.com/primer/octicons",
            (STYLES,),
            inside=theme,
        ),
        Part(
            "Font Awesome Free",
            "CC-BY-4.0",
            ("site/font-awesome-CC-BY-4.0.txt",),
            "https://github.com/FortAwesome/Font-Awesome",
            (STYLES,),
            inside=theme,
        ),
        Part(
            "Atkinson Hyperlegible Next",
            "OFL-1.1",
            ("site/atkinson-hyperlegible-next-OFL-1.1.txt",),
            "https://github.com/googlefonts/atkinson-hyperlegible-next",
            ("assets/fonts/*",),
            font.version,
            holders=(
                "Copyright 2020-2024 The Atkinson Hyperlegible Next Project Authors "
                "(https://github.com/googlefonts/atkinson-hyperlegible-next)",
            ),
            package=font,
        ),
    ]


def icon_sets() -> dict[str, Path]:
    """Return the folder of each set of icons that the theme brings, by the set's name there."""
    return {folder.name: folder for folder in (theme_files() / ".icons").iterdir() if folder.is_dir()}


def theme_files() -> Path:
    """Return the folder of the theme's files."""
    return next(
        (VENV / "lib").glob("python3.*/site-packages/material/templates"), VENV / "Lib/site-packages/material/templates"
    )


def bundled_code() -> dict[str, str]:
    """Return a digest of the code of each package in the theme's scripts, as their source maps have it."""
    code: dict[str, list[tuple[str, str]]] = {}
    for file in sorted((theme_files() / "assets" / "javascripts").rglob("*.map")):
        source_map = json.loads(file.read_text(encoding="utf-8"))
        for path, content in zip(source_map["sources"], source_map["sourcesContent"], strict=True):
            if found := _IN_NODE_MODULES.search(path):
                code.setdefault(found["package"], []).append((found["path"], content))
    return {name: hashlib.sha256(json.dumps(sorted(files)).encode()).hexdigest()[:16] for name, files in code.items()}


def _check_bundled() -> None:
    known = {name: digest for name, (_, digest) in BUNDLED.items()}
    found = bundled_code()
    other = sorted(name for name in {*known, *found} if known.get(name) != found.get(name))
    if other:
        raise StepError(
            f"The theme contains other code of {', '.join(other)} than scripts/licences/in_theme.py names.",
            "Find out the version and the licence of each, correct BUNDLED and the parts there, and put new licences "
            "into LICENSES/site/.",
        )


def _bundled(
    name: str, licence: str, text: str, source: str, theme: str, *, file: str = SCRIPTS, holders: tuple[str, ...] = ()
) -> Part:
    return Part(name, licence, (f"site/{text}",), source, (file, f"{file}.map"), BUNDLED[name][0], theme, holders)
