"""The output of the commands, and their exit statuses."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from project.hindrances import remedy_of


class StepError(Exception):
    """A step can't continue. The error names the failure and how to fix it."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def say(text: str) -> None:
    """Print one line immediately, even if the output goes to a file or a pipe.

    Args:
        text: The line.
    """
    print(text, flush=True)


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Announce a step, and report the seconds that it took.

    Args:
        doing: The work that is being done, for example "Building the site".
    """
    say(f"== {doing} ...")
    started = time.monotonic()
    yield
    say(f"   done in {time.monotonic() - started:.1f} s")


def skipped(what: str) -> None:
    """Report that a step has nothing to do.

    Args:
        what: The result that is up to date.
    """
    say(f"== {what}: up to date")


def run_command(main: Callable[[], int]) -> int:
    """Run a command's main function and turn every expected failure into a message.

    Args:
        main: The command. Returns the exit status.

    Returns:
        The exit status: that of the command, 1 after a failure, 130 after Ctrl-C.
    """
    try:
        return main()
    except StepError as error:
        sys.stdout.flush()
        print(f"\nFailed: {error.problem}", file=sys.stderr)
        if error.remedy:
            print(f"To fix it: {error.remedy}", file=sys.stderr)
        return 1
    except OSError as error:
        sys.stdout.flush()
        print(f"\nFailed: {error}", file=sys.stderr)
        print(f"To fix it: {remedy_of(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
