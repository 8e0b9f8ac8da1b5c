"""The other builders, which the tests build sites with: an environment of their own, locked by hash."""

import shutil

from environment import python, uv
from project.commands import run
from project.paths import BUILDERS, REQUIREMENTS, ROOT, program
from project.progress import skipped, step
from project.stamps import Stamp, digest_of


def prepare() -> None:
    """Make the environment complete.

    Raises:
        StepError: Something could not be installed.
    """
    lock = REQUIREMENTS / "builders.txt"
    stamp = Stamp("builders", digest_of([lock], python.VERSION, str(ROOT)))
    if stamp.is_current and program(BUILDERS, "zensical").exists():
        skipped("The other builders")
        return
    stamp.remove()
    uv_program = uv.find() or uv.install()
    with step("Installing the other builders, which the tests use"):
        if BUILDERS.exists():
            shutil.rmtree(BUILDERS)
        run(
            [uv_program, "venv", "--quiet", "--python", python.VERSION, BUILDERS],
            problem="uv could not make an environment for the other builders",
        )
        run(
            [uv_program, "pip", "sync", "--python", program(BUILDERS, "python"), "--require-hashes", lock],
            problem="The other builders could not be installed",
            remedy=uv.NETWORK,
        )
        run(
            [
                *(uv_program, "pip", "install", "--python", program(BUILDERS, "python"), "--no-deps"),
                *("--no-build-isolation", "--editable", "."),
            ],
            problem="The project itself could not be installed beside the other builders",
        )
    stamp.write()
