"""The lock files: all installed packages, by version and hash."""

from environment import npm, python, uv
from project.commands import run
from project.paths import LIGHTHOUSE, NU_HTML_CHECKER, ROOT
from project.progress import step


def lock_python(*, upgrade: bool) -> None:
    """Write the locked requirements from requirements/*.in.

    Args:
        upgrade: Whether to take newer versions of packages that are already locked.

    Raises:
        StepError: No set of versions fits, or PyPI can't be reached.
    """
    uv_program = uv.find() or uv.install()
    for name in ("bootstrap", "dev", "builders"):
        with step(f"Locking requirements/{name}.txt"):
            run(
                [
                    *(uv_program, "pip", "compile", "--universal", "--generate-hashes"),
                    *("--python-version", python.VERSION),
                    # No addresses: the lock works with any index or mirror.
                    *("--no-emit-index-url", "--no-annotate", "--no-header", "--quiet"),
                    *(("--upgrade",) if upgrade else ()),
                    *("--output-file", f"requirements/{name}.txt", f"requirements/{name}.in"),
                ],
                problem=f"requirements/{name}.in could not be locked",
                remedy=uv.NETWORK,
            )


def lock_npm() -> None:
    """Write each package-lock.json from the package.json beside it.

    Raises:
        StepError: No set of versions fits, or the npm registry can't be reached.
    """
    for folder in (ROOT, LIGHTHOUSE, NU_HTML_CHECKER, *npm.peers()):
        name = (folder / "package-lock.json").relative_to(ROOT).as_posix()
        with step(f"Locking {name}"):
            run(
                [npm.npm(), "install", "--package-lock-only"],
                problem=f"{name} could not be written",
                cwd=folder,
                extra_environment=npm.SETTINGS,
            )
