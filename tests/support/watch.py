"""Collects faults on a page while a test looks at something else."""

from __future__ import annotations

from dataclasses import dataclass, field

POLICY = "Content Security Policy"

CUT_OFF_IN_FIREFOX = "The computed hash is “47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=”"
"""The digest of nothing: Firefox logs it for a script that was still on its way when the page was left."""

FAULTS_OF_THE_ENGINE = ("console: ", "script: ")
"""The message that Pyodide logs if it cannot start; it is for the maintainer, and the page informs the reader."""


@dataclass
class Watch:
    """The faults on the pages of a test, apart from those that the test expects.

    Attributes:
        faults: Script errors, refusals by the security policy and requests to other origins.
        expected: Parts of messages that the test provokes on purpose.
    """

    faults: list[str] = field(default_factory=list[str])
    expected: tuple[str, ...] = ()

    def unexpected(self) -> list[str]:
        """Return the faults that the test did not provoke; a refusal by the policy is never expected."""
        expected = (*self.expected, CUT_OFF_IN_FIREFOX)
        return [fault for fault in self.faults if POLICY in fault or not any(part in fault for part in expected)]
