"""The scripts that pages load only where they are wanted: that of the plan, with its style sheet inside."""

import json
from pathlib import Path

from project.paths import ENGINE
from runtime.bundles import IN_PAGES, OPTIONS
from runtime.esbuild import esbuild

_PLAN = ENGINE / "web" / "element" / "plan"


def write(folder: Path, store: Path) -> list[Path]:
    """Write the scripts.

    Args:
        folder: The folder to write them to.
        store: The folder for what they are made from.

    Returns:
        Their paths.

    Raises:
        StepError: esbuild refused one of the files.
    """
    problem = "The script of the plan could not be made"
    esbuild(
        *(_PLAN / "plan.css", "--bundle", "--minify", "--target=es2022", "--charset=utf8", f"--outdir={store}"),
        problem=problem,
    )
    styles = store / "plan-styles.mjs"
    sheet = (store / "plan.css").read_text(encoding="utf-8")
    styles.write_text(f"export const styles = {json.dumps(sheet, ensure_ascii=False)};\n", encoding="utf-8")
    esbuild(
        *(_PLAN / "plan.mjs", *OPTIONS, *IN_PAGES, f"--alias:fingerpost-plan-styles={styles}", f"--outdir={folder}"),
        problem=problem,
    )
    return [folder / "plan.mjs"]
