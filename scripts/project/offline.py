"""What makes the built site work without a network, and installable: a service worker and a manifest."""

import hashlib
import json
from pathlib import Path

from project.look import ICON_SIZES
from project.paths import ENGINE

_TEMPLATE = ENGINE / "web" / "offline" / "service-worker.js"

NAME = "Integration pattern guide"
_THEME = "#143c33"  # as overrides/main.html has it

# Nothing that a page asks for.
_LEFT_OUT = {"service-worker.js", "sitemap.xml.gz"}


def apply(site: Path) -> None:
    """Add the manifest and the service worker to a built site; the last step of the build.

    Args:
        site: The folder of the built site.
    """
    (site / "app.webmanifest").write_text(json.dumps(_manifest(), indent=1) + "\n", encoding="utf-8")
    files = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:32]
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name not in _LEFT_OUT and path.suffix != ".map"
    }
    build = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:16]
    facts = f"const BUILD = {json.dumps(build)};\nconst FILES = {json.dumps(files, indent=0)};\n"
    (site / "service-worker.js").write_text(facts + _TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")


def _manifest() -> object:
    return {
        "name": NAME,
        "short_name": "Patterns",
        "description": "Choose an integration pattern for health and care.",
        "lang": "en-GB",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": _THEME,
        "icons": [
            {"src": "assets/images/favicon.svg", "type": "image/svg+xml", "sizes": "any"},
            *(
                {"src": f"assets/images/icon-{size}.png", "type": "image/png", "sizes": f"{size}x{size}"}
                for size in ICON_SIZES
            ),
        ],
    }
