"""What makes the built site work without a network, and installable: a service worker and a manifest; icons."""

import hashlib
import json
import struct
import zlib
from pathlib import Path

_TEMPLATE = Path(__file__).parent / "service-worker.js"

NAME = "Integration pattern guide"
ICON_SIZES = (192, 512)

# The sign of docs/assets/images/favicon.svg, on its canvas of 32 by 32; some systems take no SVG as an icon.
_CANVAS = 32
_GROUND = (0x30, 0x3F, 0x9F)
_SIGN = (0xFF, 0xFF, 0xFF)
_SHAPES = (
    ((14.5, 4), (17.5, 4), (17.5, 7), (14.5, 7)),
    ((14.5, 14), (17.5, 14), (17.5, 16), (14.5, 16)),
    ((14.5, 23), (17.5, 23), (17.5, 29), (14.5, 29)),
    ((7, 7.5), (22, 7.5), (26, 10.5), (22, 13.5), (7, 13.5)),
    ((25, 16.5), (10, 16.5), (6, 19.5), (10, 22.5), (25, 22.5)),
)
_LINES_PER_PIXEL = 4

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
        "description": "Select an integration pattern for health and care.",
        "lang": "en-GB",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#{:02x}{:02x}{:02x}".format(*_GROUND),
        "icons": [
            {"src": "assets/images/favicon.svg", "type": "image/svg+xml", "sizes": "any"},
            *(
                {"src": f"assets/images/icon-{size}.png", "type": "image/png", "sizes": f"{size}x{size}"}
                for size in ICON_SIZES
            ),
        ],
    }


# ---- Icons


def icon(size: int) -> bytes:
    """Draw the site's sign.

    Args:
        size: Width and height in pixels.

    Returns:
        A PNG file. The same size gives the same bytes.
    """
    shades = [
        bytes(round(g + (s - g) * part / 255) for g, s in zip(_GROUND, _SIGN, strict=True)) for part in range(256)
    ]
    rows = (b"\0" + b"".join(shades[round(part * 255)] for part in _coverage(size, row)) for row in range(size))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _coverage(size: int, row: int) -> list[float]:
    """Return how much of each pixel of a row is covered by the sign, from 0 to 1."""
    covered = [0.0] * size
    for line in range(_LINES_PER_PIXEL):
        y = (row + (line + 0.5) / _LINES_PER_PIXEL) * _CANVAS / size
        for shape in _SHAPES:
            crossings = sorted(_crossings(shape, y))
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                start, end = left * size / _CANVAS, right * size / _CANVAS
                for pixel in range(int(start), min(int(end) + 1, size)):
                    part = min(end, pixel + 1) - max(start, pixel)
                    covered[pixel] = min(1.0, covered[pixel] + part / _LINES_PER_PIXEL)
    return covered


def _crossings(shape: tuple[tuple[float, float], ...], y: float) -> list[float]:
    sides = zip(shape, (*shape[1:], shape[0]), strict=True)
    return [x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in sides if (y1 <= y) != (y2 <= y)]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
