"""Writes a Content-Security-Policy into every page of a built site.

Pages carry the policy in a meta tag, since a static host sends no headers of the site's own. The theme writes a few
inline scripts; each is allowed by its hash. **Every page gets the same policy**, with the hashes of all pages: instant
navigation swaps page contents under the policy of the page that was opened first, and leaves the tag alone only while
both pages have the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fingerpost.site.inline_code import inline_code

_HEAD: Final = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)


class PolicyError(Exception):
    """A site has pages that no policy can protect.

    Attributes:
        pages: The faults, page by page.
    """

    def __init__(self, pages: list[str]) -> None:
        self.pages = pages
        super().__init__(
            "The Content-Security-Policy can't protect these pages:\n  "
            + "\n  ".join(pages)
            + "\nStyle with classes, not with style attributes; keep event handlers in a script file. "
            "A site that can't do without them turns the policy off: 'policy: false' in the plugin's options."
        )


def policy(scripts: Iterable[str], styles: Iterable[str], *, any_inline_script: bool = False) -> str:
    """Return the policy of a whole site.

    Args:
        scripts: The hashes of all inline scripts, as `sha256-...`.
        styles: The hashes of all inline style sheets.
        any_inline_script: Whether to allow every inline script instead of only those with a hash, because the script
            that `mkdocs serve` adds to a page is different each time.

    Returns:
        The value of the Content-Security-Policy.
    """
    directives = {
        "default-src": ["'none'"],
        # The engine's worker compiles WebAssembly. A hash would turn 'unsafe-inline' off.
        "script-src": [
            *("'self'", "'wasm-unsafe-eval'"),
            *(["'unsafe-inline'"] if any_inline_script else _quoted(scripts)),
        ],
        "style-src": ["'self'", *_quoted(styles)],
        # Material's style sheets draw their icons from data: addresses.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        # The engine's worker has a blob: address, so that it inherits this policy. One with an address of the host's
        # would have what the host sends with it, which is nothing on most. The service worker can't have another.
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join((name, *values)) for name, values in directives.items())


@dataclass(frozen=True, slots=True)
class SitePolicy:
    """The policy that fits all pages of a built site.

    Attributes:
        value: The value of the Content-Security-Policy.
        other_origins: The origins from which pages load something that it refuses.
        pages: The text of each page that needs it.
    """

    value: str
    other_origins: set[str]
    pages: dict[Path, str]


def policy_for(site: Path, *, any_inline_script: bool = False) -> SitePolicy:
    """Return the policy for a built site; nothing is changed.

    Args:
        site: The folder of the built site.
        any_inline_script: As for `policy`.

    Raises:
        PolicyError: A page has no head, a policy of its own that allows scripts, or code that the policy would refuse.
    """
    texts = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    found = {page: inline_code(text) for page, text in texts.items()}
    problems: list[str] = []
    for page, code in found.items():
        name = page.relative_to(site).as_posix()
        problems += [f"{name}:{attribute}" for attribute in code.refused]
        if code.own_policy and not _allows_only_styles(code.own_policy):
            problems.append(f"{name}: has a policy of its own")
        if _HEAD.search(texts[page]) is None:
            problems.append(f"{name}: has no <head> for the policy")
    if problems:
        raise PolicyError(problems)
    value = policy(
        {script for code in found.values() for script in code.scripts},
        {style for code in found.values() for style in code.styles},
        any_inline_script=any_inline_script,
    )
    origins = {origin for code in found.values() for origin in code.other_origins}
    return SitePolicy(value, origins, {page: text for page, text in texts.items() if not found[page].own_policy})


def protect(site: Path, *, any_inline_script: bool = False) -> set[str]:
    """Write the policy into every HTML page of a built site, as the first thing in its head.

    Args:
        site: The folder of the built site.
        any_inline_script: As for `policy`.

    Returns:
        The origins from which pages load something that the policy refuses.

    Raises:
        PolicyError: As for `policy_for`. No page is changed.
    """
    fitting = policy_for(site, any_inline_script=any_inline_script)
    tag = f'<meta http-equiv="Content-Security-Policy" content="{fitting.value}">'
    for page, text in fitting.pages.items():
        page.write_text(_HEAD.sub(lambda head: f"{head[0]}\n    {tag}", text, count=1), encoding="utf-8")
    return fitting.other_origins


def _allows_only_styles(own_policy: str) -> bool:
    """Return whether a page's own policy is stricter than any site's, as that of a tree exported as a page is.

    A host may send the site's policy with that page, too, so its styles still count.
    """
    allowed = {part.split()[0]: part.split()[1:] for part in own_policy.split(";") if part.strip()}
    directives = {"default-src", "style-src", "base-uri", "form-action"}
    return allowed.get("default-src") == ["'none'"] and allowed.keys() <= directives


def _quoted(hashes: Iterable[str]) -> list[str]:
    return [f"'{value}'" for value in sorted(hashes)]
