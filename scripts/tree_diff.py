"""Report the effect of a change on each tree, as Markdown. Usage: python3 scripts/tree_diff.py BASE HEAD FILE.

A pull request's own workflow runs this. It reads both revisions with git and checks neither of them out.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import environment
from project.commands import environment_for_tools
from project.one_run import one_at_a_time
from project.paths import ROOT, VENV, program
from project.progress import StepError, run_command

# GitHub takes comments of at most 65,536 characters.
_MOST_CHARACTERS = 60_000


def main() -> int:
    """Compare every tree below docs/ that differs between two revisions, and write one report.

    Returns:
        The exit status: 0, even if a tree can't be compared; then the report says so.
    """
    parser = argparse.ArgumentParser(description="Report the effect of a change on the readers of each tree.")
    parser.add_argument("base", help="the git revision before the change")
    parser.add_argument("head", help="the git revision after it")
    parser.add_argument("output", type=Path, help="the Markdown file to write; it is empty if no tree differs")
    options = parser.parse_args()
    with one_at_a_time():
        environment.prepare()
    parts = [_report(options.base, options.head, *change) for change in changed_trees(options.base, options.head)]
    text = "\n".join(parts)
    if len(text) > _MOST_CHARACTERS:
        text = text[:_MOST_CHARACTERS] + "\n\n… The report is too long to show the rest of it.\n"
    options.output.write_text(text, encoding="utf-8")
    return 0


def changed_trees(base: str, head: str) -> list[tuple[str, str]]:
    """Return git's letter for the change of each tree file, with its path; a renamed file counts as deleted and new."""
    listed = _git("diff", "--no-renames", "--name-status", "-z", "--end-of-options", f"{base}...{head}", "--", "docs/")
    fields = listed.split("\0")
    changes = list(zip(fields[0::2], fields[1::2], strict=False))
    return [(letter, path) for letter, path in changes if path.endswith((".yml", ".yaml"))]


def _report(base: str, head: str, letter: str, path: str) -> str:
    # The author of the pull request chose the path, so it is not to be trusted.
    shown = "".join(character for character in path if character.isalnum() or character in "/._-")
    if letter == "A":
        return f"## New tree\n\n`{shown}` is new: there is nothing to compare it with.\n"
    if letter == "D":
        return f"## Tree deleted\n\n`{shown}` is gone, and with it every link to its answers.\n"
    start = _git("merge-base", base, head).strip()
    command = [str(program(VENV, "fingerpost")), "diff", f"{start}:{path}", f"{head}:{path}"]
    compared = subprocess.run(
        command, cwd=ROOT, env=environment_for_tools(), check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if compared.returncode == 0:
        return compared.stdout
    return (
        f"## Not compared\n\n`{shown}` can't be read, or one of the two editions can't be walked. "
        "`fingerpost check` says why.\n"
    )


def _git(*words: str) -> str:
    try:
        found = subprocess.run(["git", *words], cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        raise StepError("git was not found.", "Install it (on Debian: sudo apt-get install git).") from None
    if found.returncode != 0:
        raise StepError(
            f"git {words[0]} failed: {found.stderr.strip()}", "Check that both revisions are in this repository."
        )
    return found.stdout


if __name__ == "__main__":
    sys.exit(run_command(main))
