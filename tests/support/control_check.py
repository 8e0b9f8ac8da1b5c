"""Names the controls of the site that no test of a whole run has used; with the long tests, one fails the run."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from project.paths import CACHE
from site_controls import SEEN, Controls

RECORD = CACHE / "controls.json"
"""What the last whole run has seen."""

_KEY = "controls"
_MOST_NAMED = 40


class ControlCheck:
    """Gathers what the processes of a run have seen, and checks it at the end, if the run was whole."""

    def __init__(self, config: pytest.Config) -> None:
        """Begin a run.

        Args:
            config: The settings of the run.
        """
        self._config = config
        self._left_out = 0
        self._long_left_out = 0
        self._lines: list[str] = []

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        """Count the tests that a run of everything would have."""
        long = sum(item.get_closest_marker("long") is not None for item in items)
        self._left_out += len(items) - long
        self._long_left_out += long

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object, error: object) -> None:
        """Take over what another process has seen."""
        seen, left_out, long = getattr(node, "workeroutput", {}).get(_KEY, ("{}", 0, 0))
        SEEN.add(Controls.from_json(seen))
        self._left_out += left_out
        self._long_left_out += long
        if error:
            self._left_out += 1

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Hand over what this process has seen, or check everything."""
        output = getattr(self._config, "workeroutput", None)
        if output is not None:
            output[_KEY] = (SEEN.to_json(), self._left_out, self._long_left_out)
            return
        if not SEEN.used and not SEEN.listed:
            return
        if reason := self._why_not_whole(session):
            self._lines = [f"Not checked: {reason}."]
            return
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(SEEN.to_json(), encoding="utf-8")
        self._lines = verdict(SEEN)
        # The long tests use some controls that no other does: without them, the list is only news.
        if SEEN.unused() and not self._long_left_out:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _why_not_whole(self, session: pytest.Session) -> str:
        option = self._config.option
        asked = [argument.rstrip("/") for argument in option.file_or_dir]
        if asked not in ([], ["tests"]) or option.ignore or option.ignore_glob or self._left_out:
            return "only a part of the tests ran"
        if session.testsfailed or session.exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            return "tests failed, or the run ended early"
        return ""

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the verdict."""
        if self._lines:
            terminalreporter.section("controls that a reader can use")
            for line in self._lines:
                terminalreporter.line(line)


def verdict(controls: Controls) -> list[str]:
    """Return the lines that say which controls no test has used.

    Args:
        controls: What a whole run has seen.

    Returns:
        The lines; the first says whether all is well.
    """
    unused = controls.unused()
    if not unused:
        return [f"{len(controls.listed)} kinds of controls were found, and tests have used each."]
    return [
        f"{len(unused)} of {len(controls.listed)} kinds of controls were used by no test. Add a test that uses each as "
        "a reader does and looks at where it lands:",
        *(f"  {name} (in: {', '.join(sorted(controls.listed[name]))})" for name in unused[:_MOST_NAMED]),
        *([f"  and {len(unused) - _MOST_NAMED} more"] if len(unused) > _MOST_NAMED else []),
    ]
