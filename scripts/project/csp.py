"""The site's Content-Security-Policy: written into every page after the site is built.

Pages carry the policy in a meta tag, since a static host sets no headers of ours. Material writes a few
inline scripts; each is allowed by its hash. **Every page gets the same policy**, with the hashes of all
pages: instant navigation swaps page contents under the policy of the page that was opened first, and it
leaves the tag alone only while both pages have the same one.
"""

import base64
import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path

from project.progress import StepError

# overrides/main.html and overrides/404.html write this where the policy belongs.
PLACEHOLDER = "CONTENT-SECURITY-POLICY-GOES-HERE"

# By a page's digest: the hashes of its scripts and styles, and what is refused in it.
_Known = dict[str, dict[str, list[str]]]

_JAVASCRIPT_TYPES = {"", "module", "text/javascript", "application/javascript"}


def policy(script_hashes: set[str], style_hashes: set[str]) -> str:
    """Return the policy of the whole site.

    Args:
        script_hashes: The hashes of all inline scripts, as `sha256-...`.
        style_hashes: The hashes of all inline style sheets.

    Returns:
        The value of the Content-Security-Policy.
    """
    directives = {
        "default-src": ["'none'"],
        # WebAssembly is compiled in the worker, whose own response carries no policy; browsers that hand the
        # page's policy on to its workers need the permission here.
        "script-src": ["'self'", "'wasm-unsafe-eval'", *_quoted(script_hashes)],
        "style-src": ["'self'", *_quoted(style_hashes)],
        # Material's style sheets draw their icons from data: addresses.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(" ".join((name, *values)) for name, values in directives.items())


def apply(site: Path, memory: Path | None = None) -> None:
    """Write the policy into every HTML page of a built site.

    Args:
        site: The folder of the built site.
        memory: A file that holds what the last build found in each page; most pages are the same again.

    Raises:
        StepError: A page has no place for the policy, or holds something that the policy would refuse.
    """
    texts = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    scripts: set[str] = set()
    styles: set[str] = set()
    problems: list[str] = []
    known = _read_known(memory) if memory else {}
    read: _Known = {}
    for page, text in texts.items():
        name = page.relative_to(site).as_posix()
        digest = hashlib.sha256(text.encode()).hexdigest()
        found = read[digest] = known.get(digest) or _InlineCode.of(text).facts()
        scripts |= set(found["scripts"])
        styles |= set(found["styles"])
        problems += [f"{name}:{place}" for place in found["refused"]]
        if text.count(PLACEHOLDER) != 1:
            problems.append(f"{name}: has {text.count(PLACEHOLDER)} places for the policy instead of one")
    if problems:
        raise StepError(
            "The Content-Security-Policy can't protect these pages:\n  " + "\n  ".join(problems),
            "Style with classes, not with style attributes; keep event handlers in a script file.",
        )
    if memory:
        memory.write_text(json.dumps([_version(), read]), encoding="utf-8")
    value = policy(scripts, styles)
    for page, text in texts.items():
        page.write_text(text.replace(PLACEHOLDER, value), encoding="utf-8")


def _read_known(memory: Path) -> _Known:
    try:
        version, known = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if version == _version() else {}


def _version() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _quoted(hashes: set[str]) -> list[str]:
    return [f"'{value}'" for value in sorted(hashes)]


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


class _InlineCode(HTMLParser):
    """Collects the inline code of one page, and what no hash can allow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.refused: list[str] = []
        self._target: list[str] | None = None

    @classmethod
    def of(cls, text: str) -> "_InlineCode":
        parser = cls()
        parser.feed(text)
        parser.close()
        return parser

    def facts(self) -> dict[str, list[str]]:
        return {
            "scripts": [_hash(code) for code in self.scripts],
            "styles": [_hash(code) for code in self.styles],
            "refused": self.refused,
        }

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name, value in values.items():
            if name == "style" or name.startswith("on") or value.strip().lower().startswith("javascript:"):
                self.refused.append(f'{self.getpos()[0]}: <{tag} {name}="{value}">')
        if tag == "script" and "src" not in values and values.get("type", "").lower() in _JAVASCRIPT_TYPES:
            self._target = self.scripts
        elif tag == "style":
            self._target = self.styles
        if self._target is not None:
            self._target.append("")

    def handle_data(self, data: str) -> None:
        if self._target is not None:
            self._target[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._target = None
