"""Style sheets inside scripts: a script that few pages load brings its own."""

import json
from pathlib import Path

from runtime.esbuild import esbuild


def with_styles(sheet: Path, store: Path, problem: str) -> str:
    """Write a style sheet as a module, and return the esbuild option that supplies it as `fingerpost-NAME-styles`.

    Args:
        sheet: The style sheet, which gives the module its name.
        store: The folder for the module.
        problem: The sentence to report if esbuild refuses it.

    Raises:
        StepError: esbuild refused it.
    """
    esbuild(*(sheet, "--bundle", "--minify", "--target=es2022", "--charset=utf8", f"--outdir={store}"), problem=problem)
    module = store / f"{sheet.stem}-styles.mjs"
    text = (store / sheet.name).read_text(encoding="utf-8")
    module.write_text(f"export const styles = {json.dumps(text, ensure_ascii=False)};\n", encoding="utf-8")
    return f"--alias:fingerpost-{sheet.stem}-styles={module}"
