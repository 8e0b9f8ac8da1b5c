"""The pages of the author guide, their blocks of code, and a session that follows them as an author would."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML

from project.paths import DOCS

FOLDER = DOCS / "authors"
PAGES = sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "findings")
"""The pages that somebody wrote; `findings` is made from the check's own examples."""

_BLOCK = re.compile(
    r"^(?:<!-- status (?P<status>\d+) -->\n)?(?P<indent> *)(?P<fence>`{3,})(?P<language>[a-z]+)?"
    r'(?: title="(?P<title>[^"]+)")?\n'
    r"(?P<text>.*?)^(?P=indent)(?P=fence)$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A block of code.

    Attributes:
        page: The page's name, and its line.
        language: The language of the code.
        title: The file that the author writes it to; empty if none.
        text: The code.
        status: The exit status of its command.
    """

    page: str
    language: str
    title: str
    text: str
    status: int

    def commands(self) -> Iterator[tuple[str, str | None]]:
        """Yield each command, with the output that the page shows; None if it shows none."""
        if self.language == "sh":
            yield from ((line, None) for line in self.text.splitlines())
        elif self.language == "console":
            for part in re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield command, output


def text_of(name: str) -> str:
    """Return a page's source by its name."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def blocks(name: str) -> list[Block]:
    """Return the blocks of a page by its name."""
    text = text_of(name)
    return [
        Block(
            f"{name}.md:{text.count('\n', 0, found.start()) + 1}",
            found["language"] or "",
            found["title"] or "",
            textwrap.dedent(found["text"]),
            int(found["status"] or 0),
        )
        for found in _BLOCK.finditer(text)
    ]


def take_in(whole: dict[str, Any], part: Mapping[str, Any]) -> None:
    """Put the fields of one mapping into another, and those of the mappings inside it."""
    for name, value in part.items():
        inside = whole.get(name)
        if isinstance(inside, dict) and isinstance(value, Mapping):
            take_in(cast("dict[str, Any]", inside), cast("Mapping[str, Any]", value))
        else:
            whole[name] = value


@dataclass
class Session:
    """An author who follows a page in a folder.

    Attributes:
        folder: The folder that the author is in.
        programs: The folder of the programs that the author has installed.
        skipped: Patterns of the commands that are not run.
        faults: What was not as the page says.
        run: The commands that were run.
    """

    folder: Path
    programs: Path = Path(sys.executable).parent
    skipped: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list[str])
    run: list[str] = field(default_factory=list[str])

    def follow(self, block: Block) -> None:
        """Write a block's file, or run its commands, and note what differs."""
        if block.title:
            self._write(self.folder / block.title, block)
        for command, shown in block.commands():
            if command.startswith("cd "):
                self.folder = self.folder / command.removeprefix("cd ")
            elif not any(re.match(pattern, command) for pattern in self.skipped):
                self._run(block, command, shown)

    def _write(self, path: Path, block: Block) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if block.language in {"yaml", "yml"} and path.exists():
            yaml = YAML()
            yaml.preserve_quotes = True  # as an author would leave them
            whole = yaml.load(path.read_text(encoding="utf-8"))  # pyright: ignore[reportUnknownMemberType] # untyped
            take_in(whole, yaml.load(block.text))  # pyright: ignore[reportUnknownMemberType]
            written = io.BytesIO()
            yaml.dump(whole, written)  # pyright: ignore[reportUnknownMemberType]
            path.write_bytes(written.getvalue())
        else:
            path.write_text(block.text, encoding="utf-8")

    def _run(self, block: Block, command: str, shown: str | None) -> None:
        self.run.append(command)
        ended = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=_environment(self.programs),
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        if ended.returncode != block.status:
            self.faults.append(f"{block.page}: '{command}' ended with {ended.returncode}:\n{ended.stdout}")
        elif shown is not None and not as_shown(ended.stdout, shown):
            self.faults.append(f"{block.page}: '{command}' printed:\n{ended.stdout}\nand not:\n{shown}")


def as_shown(printed: str, shown: str) -> bool:
    """Return whether a command printed what a page shows; a line '...' stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in shown.rstrip("\n").splitlines()
    )
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


def _environment(programs: Path) -> dict[str, str]:
    """Return the surroundings of a shell in which an environment is active."""
    return {
        **os.environ,
        "PATH": os.pathsep.join((str(programs), os.environ["PATH"])),
        "COLUMNS": "80",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
