"""The generated parts of the site's look: the typeface, from npm, and the social card and icons, drawn here."""

import shutil

from project.commands import run
from project.paths import DOCS, NODE_MODULES, ROOT, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of

_PACKAGE = NODE_MODULES / "@fontsource-variable" / "atkinson-hyperlegible-next"
_NAME = "atkinson-hyperlegible-next"
_FONTS = DOCS / "assets" / "fonts"
# Upright only, because the site uses no italics. `latin-ext` has the letters that Welsh needs.
_FILES = {f"{_NAME}-{subset}-wght-normal.woff2": "files" for subset in ("latin", "latin-ext")}
_CARD = DOCS / "assets" / "images" / "social-card.png"
_DRAW_CARD = ROOT / "scripts" / "steps" / "social_card.py"

ICON_SIZES = (192, 512)
"""The widths, in pixels, of the icons of the installed site: `icon-WIDTH.png` beside the social card."""

_FAVICON = DOCS / "assets" / "images" / "favicon.svg"
_ICONS = {size: DOCS / "assets" / "images" / f"icon-{size}.png" for size in ICON_SIZES}
_DRAW_ICON = ROOT / "scripts" / "steps" / "app_icon.py"


def build() -> None:
    """Write docs/assets/fonts/, the social card and the icons, unless they are up to date.

    Raises:
        StepError: A picture could not be drawn.
    """
    sources = [*(_PACKAGE / folder / name for name, folder in _FILES.items()), _PACKAGE / "LICENSE"]
    stamp = Stamp("look", digest_of([*sources, _FAVICON, _DRAW_CARD, _DRAW_ICON]))
    results = [*(_FONTS / name for name in _FILES), _FONTS / "LICENSE", _CARD, *_ICONS.values()]
    if stamp.is_current and all(path.is_file() for path in results):
        skipped("Typeface, social card and icons")
        return
    stamp.remove()
    with step("Copying the typeface, drawing the social card and the icons"):
        _FONTS.mkdir(parents=True, exist_ok=True)
        for source in sources:
            shutil.copyfile(source, _FONTS / source.name)
        run(
            # Run in the environment's Python, because this one may lack Pillow.
            [program(VENV, "python"), _DRAW_CARD, sources[0], _CARD],
            problem="The social card could not be drawn",
        )
        for size, icon in _ICONS.items():
            run(
                [program(VENV, "python"), _DRAW_ICON, _FAVICON, str(size), icon],
                problem=f"The icon of {size} pixels could not be drawn",
            )
    stamp.write()
