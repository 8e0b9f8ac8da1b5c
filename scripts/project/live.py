"""Write and see: builds the site again when something changes, and tells the open pages of it.

A page asks once a second. After a good build it loads itself again; the answers of a reader are in its address, and
so stay. After a failed build it shows what is wrong, and the last good site stays as it is.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from project.commands import environment_for_tools
from project.paths import ASSETS, DOCS, ENGINE, OVERRIDES, ROOT
from project.server import Reply
from project.stamps import files_under

FOLDER = "__live"
"""Where the pages find what belongs to this; no page of the site may have this address."""

_WEB = Path(__file__).parent / "live_web"
_TYPES = {".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}

_State = dict[Path, tuple[int, int]]


class Live:
    """Watches the files that a site is made from.

    Attributes:
        problem: What was wrong with the last build; empty after a good one.
    """

    def __init__(
        self,
        *,
        files: Callable[[], Iterable[Path]] | None = None,
        build: Callable[[], str] | None = None,
    ) -> None:
        """Begin with the files as they are now.

        Args:
            files: Gives the files to watch; None watches those of this site.
            build: Builds the site and returns what is wrong, or an empty text; None builds this site.
        """
        self._files = files or _inputs
        self._build = build or build_site
        self._seen = self._look()
        self._version = 0
        self.problem = ""

    def build(self) -> bool:
        """Build the site, whether or not something changed.

        Returns:
            Whether the build was good.
        """
        self._seen = self._look()
        self.problem = self._build()
        self._version += not self.problem
        return not self.problem

    def build_if_changed(self) -> bool:
        """Build the site if a file was added, changed or deleted since the last build.

        Returns:
            Whether there was a change.
        """
        if self._look() == self._seen:
            return False
        self.build()
        return True

    def watch(self, stop: threading.Event, *, every: float = 0.5) -> None:
        """Build after every change, until told to stop.

        Args:
            stop: Set by whoever wants this to end.
            every: Seconds between two looks at the files.
        """
        while not stop.wait(every):
            self.build_if_changed()

    def reply(self, inside: str) -> Reply | None:
        """Answer what pages ask of this; None for everything else.

        Args:
            inside: The path below the site's address.
        """
        folder, _, name = inside.partition("/")
        if folder != FOLDER:
            return None
        if name == "state":
            body = json.dumps({"version": self._version, "problem": self.problem}).encode()
            return Reply(body=body, headers={"Content-Type": "application/json", "Cache-Control": "no-store"})
        file = _WEB / name
        if file.parent != _WEB or file.suffix not in _TYPES or not file.is_file():
            return Reply(404)
        return Reply(body=file.read_bytes(), headers={"Content-Type": _TYPES[file.suffix], "Cache-Control": "no-cache"})

    def in_page(self, prefix: str) -> bytes:
        """Return what every page gets: scripts and styles in files, as the Content-Security-Policy wants them.

        Args:
            prefix: The path under which the site is served.
        """
        base = f"{prefix}{FOLDER}"
        return (
            f'<link rel="stylesheet" href="{base}/live.css"><script type="module" src="{base}/live.mjs"></script>'
        ).encode()

    def _look(self) -> _State:
        state: _State = {}
        for path in self._files():
            try:
                facts = path.stat()
            except OSError:
                continue  # deleted while we looked
            state[path] = (facts.st_mtime_ns, facts.st_size)
        return state


def build_site() -> str:
    """Build the site in a process of its own; what it prints goes to the terminal.

    Returns:
        What is wrong, as the terminal shows it; empty after a good build.
    """
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, str(ROOT / "scripts" / "build.py")],
        cwd=ROOT,
        env=environment_for_tools({"PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            # Only the step that failed is of interest.
            if line.startswith("== "):
                said.clear()
            else:
                said.append(line)
    return "".join(said).strip() if process.returncode else ""


def _inputs() -> list[Path]:
    found = files_under(DOCS, OVERRIDES, ENGINE)
    return [*(path for path in found if ASSETS not in path.parents), ROOT / "mkdocs.yml"]
