"""The scripts that pages load only where they are wanted: that of the plan, with its style sheet inside."""

from pathlib import Path

from project.paths import ENGINE
from runtime.bundles import IN_PAGES, OPTIONS
from runtime.esbuild import esbuild
from runtime.inner_styles import with_styles

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
    styles = with_styles(_PLAN / "plan.css", store, problem)
    esbuild(*(_PLAN / "plan.mjs", *OPTIONS, *IN_PAGES, styles, f"--outdir={folder}"), problem=problem)
    return [folder / "plan.mjs"]
