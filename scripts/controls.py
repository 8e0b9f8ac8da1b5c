"""List the controls of the site with the tests that use each, as the last whole run of the tests has seen them.

Usage: python3 scripts/controls.py. It fails if there is a control that no test has used.
"""

import json
import sys

from project.paths import CACHE
from project.progress import StepError, run_command, say

_RECORD = CACHE / "controls.json"


def main() -> int:
    """Print each control with its states and its tests.

    Returns:
        The exit status: 1 if a control was used by no test.

    Raises:
        StepError: No whole run has left a record.
    """
    if not _RECORD.is_file():
        raise StepError("No whole run of the tests is on record.", "Run python3 scripts/test.py first.")
    record = json.loads(_RECORD.read_text(encoding="utf-8"))
    unused = 0
    for name, states in record["listed"].items():
        tests = record["used"].get(name, [])
        unused += not tests
        say(f"{name}\n  in: {', '.join(states)}\n  {f'used by: {tests[0]}' if tests else 'USED BY NO TEST'}")
        if len(tests) > 1:
            say(f"  and by {len(tests) - 1} more")
    say(f"{len(record['listed'])} kinds of controls, {unused} of them used by no test.")
    return 1 if unused else 0


if __name__ == "__main__":
    sys.exit(run_command(main))
