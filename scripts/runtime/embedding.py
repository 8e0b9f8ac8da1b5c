"""The script with which pages of other sites embed a tree, and its manifest for programs that read custom elements."""

import json
import re
import shutil
from pathlib import Path

from project.paths import ENGINE
from runtime.bundles import IN_PAGES, OPTIONS, with_manifest
from runtime.esbuild import esbuild

_EMBED = ENGINE / "web" / "embed"

# The declaration of the length itself stays as it is.
_REM = re.compile(r"(?P<own>--fp-rem:[^;}]*)|(?<![\w.-])(?P<count>-?(?:\d+\.)?\.?\d+)rem\b")


def write(folder: Path, manifest: Path) -> None:
    """Write the script and the manifest of its element.

    Args:
        folder: The folder to write them to, as `embed.mjs` and `custom-elements.json`.
        manifest: The module with the manifest of the engine's files, which becomes part of the script.

    Raises:
        StepError: esbuild refused one of the files.
    """
    problem = "The script for pages of other sites could not be made"
    store = manifest.parent
    esbuild(
        *(_EMBED / "styles.css", "--bundle", "--minify", "--target=es2022", "--charset=utf8", f"--outdir={store}"),
        problem=problem,
    )
    styles = store / "styles.mjs"
    sheet = in_shadow_root((store / "styles.css").read_text(encoding="utf-8"))
    styles.write_text(f"export const styles = {json.dumps(sheet, ensure_ascii=False)};\n", encoding="utf-8")
    esbuild(
        *(_EMBED / "embed.mjs", *OPTIONS, *IN_PAGES, with_manifest(manifest), f"--alias:fingerpost-styles={styles}"),
        f"--outdir={folder}",
        problem=problem,
    )
    shutil.copyfile(_EMBED / "custom-elements.json", folder / "custom-elements.json")


def in_shadow_root(sheet: str) -> str:
    """Return a style sheet of pages as one for the shadow root of an embedded tree.

    The root of the page and its body are outside: their rules are for the element that has the shadow root. A rem is
    that of the element, because the page around it may have set its own to any length.

    Args:
        sheet: The sheet, made short by esbuild.
    """
    inside = re.sub(r":root(?![\w-])", ":host", sheet)
    inside = re.sub(r"(^|[{},])body\{", r"\1:host{", inside)
    return _REM.sub(lambda found: found["own"] or f"calc({found['count']}*var(--fp-rem))", inside)
