"""What the commands print, and how they end."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class StepError(Exception):
    """A step can't go on. Says what failed and what to do about it."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def say(text: str) -> None:
    """Print one line at once, also when the output goes to a file or a pipe.

    Args:
        text: The line.
    """
    print(text, flush=True)


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Announce a step, and the seconds it took once it is done.

    Args:
        doing: What is being done, for example "Building the site".
    """
    say(f"== {doing} ...")
    started = time.monotonic()
    yield
    say(f"   done in {time.monotonic() - started:.1f} s")


def skipped(what: str) -> None:
    """Say that a step has nothing to do.

    Args:
        what: What is already as it should be.
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
        print("To fix it: Check that the folder can be written to and that the disk has room.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
