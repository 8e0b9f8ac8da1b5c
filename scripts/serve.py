"""Serve the site on this machine while you write it: make everything that it needs, then run `mkdocs serve`.

Usage: python3 scripts/serve.py [--port N].
"""

import argparse
import errno
import os
import signal
import socket
import subprocess
import sys

import environment
from project.commands import environment_for_tools
from project.one_run import one_at_a_time
from project.paths import ROOT, VENV, program
from project.progress import StepError, run_command, say
from steps import site

_HOST = "127.0.0.1"


def main() -> int:
    """Make everything that MkDocs needs, then let it serve the site until Ctrl-C.

    Returns:
        The exit status: 0 after Ctrl-C.
    """
    parser = argparse.ArgumentParser(description="Serve the site on this machine, and build it again on every change.")
    parser.add_argument(
        "--port", type=_port, default=8000, help="port to serve on; 0 takes any free one (default: 8000)"
    )
    # Checked first, so that a port in use is reported before the build.
    port = _free_port(parser.parse_args().port)
    with one_at_a_time():
        environment.prepare()
        site.prepare()
    say(f"\nThe site will be on http://{_HOST}:{port}/ (Ctrl-C stops). A change of a page or a tree shows at once.")
    return _serve(port)


def _serve(port: int) -> int:
    # A shell that starts this in the background sets Ctrl-C to be ignored; anybody who sends the signal still means it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    # In a session of its own, MkDocs gets each signal only once, from here.
    process = subprocess.Popen(
        # A strict build would end at the first warning, which an author may fix a moment later.
        [str(program(VENV, "mkdocs")), "serve", "--no-strict", "--dev-addr", f"{_HOST}:{port}"],
        cwd=ROOT,
        env=environment_for_tools(site.QUIET),
        start_new_session=os.name != "nt",
    )
    try:
        return process.wait()
    except KeyboardInterrupt:
        if os.name != "nt":
            process.send_signal(signal.SIGINT)
        process.wait()
        say("\nStopped.")
        return 0


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return port


def _free_port(port: int) -> int:
    """Return the port, or any free one instead of 0.

    Raises:
        StepError: The port can't be used.
    """
    with socket.socket() as probe:
        if os.name != "nt":  # on Windows, it would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except OSError as error:
            reason = "is in use" if error.errno == errno.EADDRINUSE else f"can't be used ({error.strerror})"
            raise StepError(
                f"Port {port} {reason}.",
                "Choose another one with --port, for example --port 8080; --port 0 takes a free one.",
            ) from error
        return probe.getsockname()[1]


if __name__ == "__main__":
    sys.exit(run_command(main))
