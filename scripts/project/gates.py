"""The checks that need no running site: lint, format, types, workflow files."""

from project.commands import run_status
from project.paths import ROOT, VENV, program
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
    if failed:
        raise StepError(
            f"Not as it should be: {', '.join(failed)}.",
            "Read the lines above. `.venv/bin/ruff check --fix` and `.venv/bin/ruff format` mend much.",
        )
