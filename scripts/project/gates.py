"""The checks that need no running site: lint, format, types, workflow files, spelling."""

from project.commands import run_status
from project.paths import NODE_MODULES, ROOT, VENV, program
from project.progress import StepError, step

_GATES = (
    ("Lint", ("ruff", "check")),
    ("Format", ("ruff", "format", "--check")),
    ("Types", ("pyright", "--warnings")),
    ("Workflow files", ("check-jsonschema", "--builtin-schema", "vendor.github-workflows")),
)


def check() -> None:
    """Run every gate, also after one has failed, so that all findings show at once.

    Raises:
        StepError: At least one gate has findings.
    """
    failed: list[str] = []
    for name, (tool, *arguments) in _GATES:
        with step(f"{name} ({tool})"):
            files = sorted((ROOT / ".github" / "workflows").glob("*.yml")) if tool == "check-jsonschema" else []
            if run_status([program(VENV, tool), *arguments, *files]) != 0:
                failed.append(name)
    with step("Spelling (cspell)"):
        # Run by node itself: npm's own starters differ between systems.
        spelling = ["node", NODE_MODULES / "cspell" / "bin.mjs", "lint", "--no-progress", "--no-summary"]
        if run_status(spelling) != 0:
            print("A word that is right goes into includes/words.txt.")
            failed.append("Spelling")
    if failed:
        raise StepError(
            f"Not as it should be: {', '.join(failed)}.",
            "Read the lines above. `.venv/bin/ruff check --fix` and `.venv/bin/ruff format` mend much.",
        )
