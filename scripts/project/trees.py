"""The trees of the site: each is checked against the pages and compiled, all from one reading."""

from pathlib import Path

from project.commands import run
from project.paths import CACHE, DOCS, ENGINE, VENV, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of, files_under

# As paths inside docs/.
_TREES = (Path("choose/tree.yml"), Path("examples/incident/tree.yml"), Path("examples/licence/tree.yml"))

# Where the pages find them when MkDocs draws them; mkdocs.yml has the same folder.
_READ = CACHE / "trees"
_COMPILED = CACHE / "assets"


def build() -> None:
    """Check and compile every tree that has changed; print all findings.

    Raises:
        StepError: A tree has findings that must be fixed.
    """
    # Pages count by their names alone: whether they are there is all that the check asks of them.
    pages = [path.relative_to(DOCS).as_posix() for path in files_under(DOCS) if path.suffix == ".md"]
    engine = digest_of(files_under(ENGINE))
    _COMPILED.mkdir(parents=True, exist_ok=True)
    for tree in _TREES:
        stamp = Stamp(f"tree-{_name_of(tree)}", digest_of([DOCS / tree], engine, *pages))
        if stamp.is_current and _compiled(tree).is_file():
            skipped(f"The check of docs/{tree.as_posix()}")
            continue
        stamp.remove()
        with step(f"Checking and compiling docs/{tree.as_posix()}"):
            run(
                [
                    # Short paths, from the repository's root: findings start with them.
                    *(program(VENV, "fingerpost"), "check", Path(DOCS.name) / tree, "--docs", DOCS.name),
                    *("--compile", _compiled(tree), "--cache", _READ),
                ],
                problem=f"docs/{tree.as_posix()} is not ready to be published",
                remedy="Mend each finding above; each says where it is and how.",
            )
        stamp.write()


def compiled() -> list[Path]:
    """Return the file of each compiled tree."""
    return [_compiled(tree) for tree in _TREES]


def _compiled(tree: Path) -> Path:
    return _COMPILED / f"{_name_of(tree)}.json"


def _name_of(tree: Path) -> str:
    return "-".join(tree.with_suffix("").parts)
