"""A part that others have made, as the licences and the bills of materials name it."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from project.paths import ROOT
from project.progress import StepError

TEXTS = ROOT / "LICENSES"
"""The folder of the licences."""

_COPYRIGHT = re.compile(r"^\W*(?:[\w-]+ - )?(Copyright:? ?(?:\(c\)|©|\d{4}).*)$", re.IGNORECASE | re.MULTILINE)
_ENDS_OPEN = re.compile(r"(?:[,&]|\b(?:and|or))$")


@dataclass(frozen=True)
class Package:
    """The locked package that brings a part.

    Attributes:
        url: Its package URL, such as `pkg:npm/docx@9.15.2`.
        version: Its version.
        digests: Each digest of it in the lock file, as algorithm and hexadecimal number.
        licences: The licence files that it has, for the comparison.
    """

    url: str
    version: str
    digests: tuple[tuple[str, str], ...]
    licences: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part.

    Attributes:
        name: Its name.
        licence: Its licence, as an SPDX expression.
        texts: The files in `LICENSES/` that have the licence.
        source: The address of its source.
        files: The files that hold it, as patterns; relative to the folder of the browser's files or to the site.
        version: Its version; empty if it has none but that of the part that contains it.
        inside: The name of the part that contains it.
        holders: Who has the copyright, if no licence text says so.
        package: The package that brings it.
        changed: How it differs from what its makers publish.
    """

    name: str
    licence: str
    texts: tuple[str, ...]
    source: str
    files: tuple[str, ...]
    version: str = ""
    inside: str = ""
    holders: tuple[str, ...] = ()
    package: Package | None = field(default=None, repr=False)
    changed: str = ""

    @property
    def title(self) -> str:
        """Its name with its version, or with the part that contains it."""
        return f"{self.name} {self.version}" if self.version else f"{self.name} in {self.inside}"

    @property
    def copyright(self) -> tuple[str, ...]:
        """The copyright lines of its licence."""
        return self.holders or tuple(dict.fromkeys(line for text in self.texts for line in _lines(text)))


def check(parts: list[Part]) -> None:
    """Stop unless every text exists, names who has the copyright, and holds what the part's package brings.

    Args:
        parts: The parts.

    Raises:
        StepError: A text is missing or another one.
    """
    for part in parts:
        for text in part.texts:
            if not (TEXTS / text).is_file():
                raise StepError(f"LICENSES/{text}, for {part.title}, not found.", "Put the part's licence there.")
        if not part.copyright:
            raise StepError(f"No copyright line for {part.title}.", "Add its holders in scripts/licences/.")
        ours = " ".join(" ".join(_text(text).split()) for text in part.texts)
        for file in part.package.licences if part.package else ():
            if " ".join(file.read_text(encoding="utf-8").split()) not in ours:
                raise StepError(
                    f"The licence of {part.title} is another one now: {file}",
                    f"Read it, copy it to LICENSES/{part.texts[0]}, and correct the part in scripts/licences/ if its "
                    "terms have changed.",
                )


def _text(name: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    found: list[str] = []
    text = _text(name)
    for match in _COPYRIGHT.finditer(text):
        line = match[1].strip()
        if _ENDS_OPEN.search(line):  # goes on in the next line
            line = f"{line} {text[match.end() :].lstrip().partition(chr(10))[0].strip()}"
        found.append(line.rstrip('"'))
    return found
