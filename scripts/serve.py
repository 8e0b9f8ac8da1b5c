"""Build the site and serve it on this machine. Usage: python3 scripts/serve.py [--port N]."""

import argparse
import errno
import signal
import sys
import time

from project import environment, site
from project.lock import one_at_a_time
from project.paths import SITE
from project.progress import StepError, run_command, say
from project.server import SiteServer


def main() -> int:
    """Build the site, then serve it until Ctrl-C.

    Returns:
        The exit status: 0 after Ctrl-C.
    """
    parser = argparse.ArgumentParser(description="Build the site and serve it on this machine.")
    parser.add_argument(
        "--port", type=_port, default=8000, help="port to serve on; 0 takes any free one (default: 8000)"
    )
    port: int = parser.parse_args().port
    # First of all, so that a taken port does not show only after the build.
    server = _take_port(port)
    with one_at_a_time():
        environment.prepare()
        site.build()
    # A shell that starts us in the background has Ctrl-C ignored; whoever sends the signal means it all the
    # same.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        with server:
            say(f"\nServing the site on {server.address} (Ctrl-C stops)")
            _wait()
    except KeyboardInterrupt:
        say("\nStopped.")
    return 0


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def _take_port(port: int) -> SiteServer:
    try:
        return SiteServer(SITE, port=port)
    except OSError as error:
        reason = "is in use" if error.errno == errno.EADDRINUSE else f"can't be used ({error.strerror})"
        raise StepError(
            f"Port {port} {reason}.",
            "Choose another one with --port, for example --port 8080; --port 0 takes a free one.",
        ) from error


def _wait() -> None:
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    sys.exit(run_command(main))
