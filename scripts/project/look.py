"""What the look needs and git does not keep: the typeface, from npm, and the social card and icons, drawn here."""

import shutil
from pathlib import Path

from project import offline
from project.commands import run
from project.paths import DOCS, NODE_MODULES, ROOT, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of

_PACKAGE = NODE_MODULES / "@fontsource-variable" / "atkinson-hyperlegible-next"
_NAME = "atkinson-hyperlegible-next"
_FONTS = DOCS / "assets" / "fonts"
# Upright alone: the site sets nothing in italics. `latin-ext` has the letters that Welsh needs.
_FILES = {f"{_NAME}-{subset}-wght-normal.woff2": "files" for subset in ("latin", "latin-ext")}
_CARD = DOCS / "assets" / "images" / "social-card.png"
_ICONS = {DOCS / "assets" / "images" / f"icon-{size}.png": size for size in offline.ICON_SIZES}
_DRAW = ROOT / "scripts" / "project" / "social_card.py"


def build() -> None:
    """Write docs/assets/fonts/, the social card and the icons, unless they are up to date.

    Raises:
        StepError: The card could not be drawn.
    """
    sources = [*(_PACKAGE / folder / name for name, folder in _FILES.items()), _PACKAGE / "LICENSE"]
    stamp = Stamp("look", digest_of([*sources, _DRAW, Path(offline.__file__)]))
    written = [*(_FONTS / name for name in _FILES), _FONTS / "LICENSE", _CARD, *_ICONS]
    if stamp.is_current and all(path.is_file() for path in written):
        skipped("Typeface, social card and icons")
        return
    stamp.remove()
    with step("Copying the typeface, drawing the social card and the icons"):
        _FONTS.mkdir(parents=True, exist_ok=True)
        for source in sources:
            shutil.copyfile(source, _FONTS / source.name)
        run(
            # In the environment's Python: this one need not have Pillow.
            [program(VENV, "python"), _DRAW, sources[0], _CARD],
            problem="The social card could not be drawn",
        )
        for path, size in _ICONS.items():
            path.write_bytes(offline.icon(size))
    stamp.write()
