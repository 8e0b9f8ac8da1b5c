"""What goes wrong on a page while a test looks at something else."""

from __future__ import annotations

from dataclasses import dataclass, field

POLICY = "Content Security Policy"

FAULTS_OF_THE_ENGINE = ("console: ", "script: ")
"""What Pyodide writes when it cannot start; it is for the maintainer, and the page tells the reader."""


@dataclass
class Watch:
    """What went wrong on the pages of a test, besides what the test looks at.

    Attributes:
        faults: Script errors, refusals by the security policy and requests to other origins.
        expected: Parts of messages that the test provokes on purpose.
    """

    faults: list[str] = field(default_factory=list[str])
    expected: tuple[str, ...] = ()

    def unexpected(self) -> list[str]:
        """Return the faults that the test did not provoke; a refusal by the policy is never expected."""
        return [fault for fault in self.faults if POLICY in fault or not any(part in fault for part in self.expected)]
