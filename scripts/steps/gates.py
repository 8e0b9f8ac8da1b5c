"""The checks without a running site: lint, format and types of Python and JavaScript, workflow files, spelling."""

from pathlib import Path

from project.commands import run_status
from project.paths import NODE_MODULES, ROOT, VENV, program
from project.progress import StepError, step

GATES = (
    ("Lint", "ruff", ("check",)),
    ("Format", "ruff", ("format", "--check")),
    ("Types", "pyright", ("--warnings",)),
    ("Lint and format of JavaScript, styles and JSON", "biome", ("check", "--error-on-warnings")),
    ("Types of JavaScript", "tsc", ()),
    ("Spelling", "cspell", ("lint", "--no-progress", "--no-summary")),
    ("Workflow files", "check-jsonschema", ("--builtin-schema", "vendor.github-workflows")),
    ("Weaknesses of workflows", "zizmor", ("--offline", "--persona", "pedantic", "--no-progress", "--quiet")),
)
"""Each check: its name for people, the tool, and its arguments."""

_OF_WORKFLOWS = ("check-jsonschema", "zizmor")

# Started through Node.js itself, because npm's wrapper scripts differ from system to system.
_OF_NPM = {
    "biome": NODE_MODULES / "@biomejs" / "biome" / "bin" / "biome",
    "cspell": NODE_MODULES / "cspell" / "bin.mjs",
    "tsc": NODE_MODULES / "typescript" / "bin" / "tsc",
}


def check() -> None:
    """Run every gate, even after one has failed, to report all findings at once.

    Raises:
        StepError: At least one gate has findings.
    """
    failed: list[str] = []
    for name, tool, arguments in GATES:
        with step(f"{name} ({tool})"):
            files = sorted((ROOT / ".github" / "workflows").glob("*.yml")) if tool in _OF_WORKFLOWS else []
            if run_status([*_started_by(tool), *arguments, *files]) != 0:
                failed.append(name)
    if failed:
        raise StepError(
            f"These checks failed: {', '.join(failed)}.",
            "Read the lines above. `.venv/bin/ruff check --fix`, `.venv/bin/ruff format` and, for the rest, "
            "`.venv/bin/node node_modules/@biomejs/biome/bin/biome check --write` fix much of it. "
            "Add a word that is right to includes/words.txt.",
        )


def _started_by(tool: str) -> list[Path]:
    return [program(VENV, "node"), _OF_NPM[tool]] if tool in _OF_NPM else [program(VENV, tool)]
