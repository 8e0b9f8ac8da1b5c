"""Ends a build with findings alone, without the lines that builders print for an exception."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import TracebackType
from typing import NoReturn

from markdown import Markdown

from fingerpost.findings.finding import Finding
from fingerpost.site.builders import is_zensical


def stop_build(md: Markdown, findings: Iterable[Finding]) -> NoReturn:
    """End the build, and print the findings.

    Args:
        md: The Markdown instance.
        findings: The findings; those that are alike count once.

    Raises:
        SystemExit: Always. Other exceptions would end in a traceback.
    """
    text = "\n".join(dict.fromkeys(map(str, findings)))
    if is_zensical(md):
        _print_alone(text)
    raise SystemExit(text)


def _print_alone(text: str) -> None:
    """Print a text in place of the exception that ends the process, if that exception quotes it.

    Zensical turns every exception of an extension, even SystemExit, into an exception of its own, which has the text
    between the lines of two tracebacks.
    """
    earlier = sys.excepthook

    def print_it(kind: type[BaseException], value: BaseException, traceback: TracebackType | None) -> None:
        if text in str(value):
            print(text, file=sys.stderr)
        else:
            earlier(kind, value, traceback)

    sys.excepthook = print_it
