"""Build the site, serve it on this machine, and build it again on every change.

Usage: python3 scripts/serve.py [--port N].
"""

import argparse
import errno
import signal
import sys
import threading

from project import environment
from project.live import Live
from project.lock import one_at_a_time
from project.paths import SITE
from project.progress import StepError, run_command, say
from project.server import SiteServer


def main() -> int:
    """Build the site, then serve it and follow the changes until Ctrl-C.

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
    live = Live()
    if not live.build() and not (SITE / "index.html").is_file():
        raise StepError("The site could not be built.", "Read the lines above.")
    server.intercept = live.reply
    server.in_pages = live.in_page(server.prefix)
    # A shell that starts us in the background has Ctrl-C ignored; whoever sends the signal means it all the
    # same.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    try:
        with server:
            if live.problem:
                say("\nThis is the last good site: the present one could not be built.")
            say(f"\nServing the site on {server.address} (Ctrl-C stops)")
            say("A change of a page or a tree builds the site again, and open pages follow.")
            live.watch(threading.Event())
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


if __name__ == "__main__":
    sys.exit(run_command(main))
